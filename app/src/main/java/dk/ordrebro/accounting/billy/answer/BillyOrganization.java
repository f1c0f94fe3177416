package dk.ordrebro.accounting.billy.answer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The company behind a key. */
public record BillyOrganization(
        @Nullable String id,
        @Nullable String name,
        @Nullable String baseCurrencyId,
        @Nullable String invoiceNoMode,
        @Nullable Boolean hasVat,
        @Nullable LocalDate fiscalLockingDate,
        @Nullable Boolean isLocked,
        @Nullable Boolean isTerminated,
        @Nullable String appUrl) {}
