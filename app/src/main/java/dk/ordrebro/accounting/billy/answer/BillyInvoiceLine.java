package dk.ordrebro.accounting.billy.answer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice.
 *
 * @param amount in the invoice's tax mode
 */
public record BillyInvoiceLine(
        @Nullable String invoiceId,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal tax,
        @Nullable String taxRateId,
        @Nullable Integer priority) {}
