package dk.ordrebro.accounting.billy.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sales VAT ruleset.
 *
 * @param rules null when they were not embedded
 */
public record BillyRuleset(
        @Nullable String id,
        @Nullable String name,
        @Nullable String fallbackTaxRateId,
        @Nullable List<BillyRule> rules) {}
