package dk.ordrebro.accounting.billy.answer;

import org.jspecify.annotations.Nullable;

/** A rule of a sales VAT ruleset; every criterion that is set must fit. */
public record BillyRule(
        @Nullable String rulesetId,
        @Nullable String countryId,
        @Nullable String stateId,
        @Nullable String cityId,
        @Nullable String countryGroupId,
        @Nullable String contactType,
        @Nullable String taxRateId,
        @Nullable Integer priority) {}
