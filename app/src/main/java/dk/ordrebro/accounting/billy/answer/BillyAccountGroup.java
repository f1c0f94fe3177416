package dk.ordrebro.accounting.billy.answer;

import org.jspecify.annotations.Nullable;

/** A heading in the chart. */
public record BillyAccountGroup(
        @Nullable String id, @Nullable String name) {}
