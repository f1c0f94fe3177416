package dk.ordrebro.accounting.billy.answer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or credit note.
 *
 * @param amount net, whatever the tax mode
 * @param lines null when they were not embedded
 */
public record BillyInvoice(
        @Nullable String id,
        @Nullable String type,
        @Nullable String contactId,
        @Nullable LocalDate entryDate,
        @Nullable String state,
        @Nullable String invoiceNo,
        @Nullable String taxMode,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal tax,
        @Nullable String currencyId,
        @Nullable BigDecimal exchangeRate,
        @Nullable String orderNo,
        @Nullable String externalId,
        @Nullable List<BillyInvoiceLine> lines) {}
