package dk.ordrebro.accounting;

import dk.ordrebro.money.Totals;
import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or credit note that exists in the accounting program, as the program tells it.
 *
 * @param reference what stands in its reference field, as text, since others may have written there; empty if nothing does
 * @param number its number once approved; null while a draft
 * @param buyer the program's own id of the contact it is made out to
 * @param exchangeRate units of the company's own currency for one of {@code currency}; null where the program does not say
 * @param lines empty where the program was asked for a list without lines
 */
public record Invoice(
        InvoiceId id,
        String reference,
        String orderNumber,
        DocumentType type,
        State state,
        @Nullable String number,
        LocalDate date,
        String buyer,
        CurrencyUnit currency,
        Totals totals,
        @Nullable BigDecimal exchangeRate,
        List<Line> lines) {

    public Invoice {
        lines = List.copyOf(lines);
    }

    /** How far the document has come. */
    public enum State {
        DRAFT,
        APPROVED,
        VOIDED
    }

    /** A line as the program computed it, in the order of the draft's lines. */
    public record Line(Totals totals, VatRate rate) {}
}
