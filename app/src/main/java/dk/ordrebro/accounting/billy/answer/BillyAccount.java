package dk.ordrebro.accounting.billy.answer;

import org.jspecify.annotations.Nullable;

/** A ledger account. */
public record BillyAccount(
        @Nullable String id,
        @Nullable Integer accountNo,
        @Nullable String name,
        @Nullable String natureId,
        @Nullable String groupId,
        @Nullable Boolean isArchived) {}
