package dk.ordrebro.accounting.billy.answer;

import org.jspecify.annotations.Nullable;

/** A product: it decides account and VAT ruleset of every invoice line that carries it. */
public record BillyProduct(
        @Nullable String id,
        @Nullable String name,
        @Nullable String productNo,
        @Nullable String accountId,
        @Nullable String salesTaxRulesetId,
        @Nullable Boolean isArchived) {}
