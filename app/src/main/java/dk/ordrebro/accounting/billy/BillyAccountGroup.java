package dk.ordrebro.accounting.billy;

import org.jspecify.annotations.Nullable;

/** A heading in the chart. */
record BillyAccountGroup(@Nullable String id, @Nullable String name) {}
