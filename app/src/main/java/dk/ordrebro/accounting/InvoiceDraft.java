package dk.ordrebro.accounting;

import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or credit note we intend: complete, so that sending it twice sends the very same document.
 *
 * @param orderNumber what the customer calls the order
 * @param date invoice date, Copenhagen
 * @param credits the invoice a credit note refers to; null on invoices and on stand-alone credit notes
 * @param exchangeRate base currency for one unit of {@code currency}; null lets the program use the day's
 * @param message printed on the document
 * @param expected sums of the lines: what the program must answer
 */
public record InvoiceDraft(
        Reference reference,
        DocumentType type,
        String orderNumber,
        LocalDate date,
        Buyer buyer,
        CurrencyUnit currency,
        @Nullable BigDecimal exchangeRate,
        PriceMode priceMode,
        @Nullable InvoiceId credits,
        String message,
        List<DraftLine> lines,
        Totals expected) {

    /** Letters a message or a description has at most. Every adapter takes as many. */
    public static final int LONGEST_TEXT = 1000;

    public InvoiceDraft {
        lines = List.copyOf(lines);
    }

    /** The same credit note, referring to an invoice. */
    public InvoiceDraft crediting(InvoiceId invoice) {
        return new InvoiceDraft(
                reference,
                type,
                orderNumber,
                date,
                buyer,
                currency,
                exchangeRate,
                priceMode,
                invoice,
                message,
                lines,
                expected);
    }
}
