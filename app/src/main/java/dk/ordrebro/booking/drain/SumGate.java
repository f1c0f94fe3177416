package dk.ordrebro.booking.drain;

import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.booking.Difference;
import dk.ordrebro.money.Totals;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;

/**
 * Compares what stands in the accounting program with what was intended. It cannot be switched off: nothing is settled or approved that
 * it has not passed. Gross must agree to the minor unit; VAT may differ by half a minor unit a line ({@code docs/reference/vat.md} 5.2).
 */
final class SumGate {

    private SumGate() {}

    /** The differences; empty when the document is what was intended. */
    static List<Reason> differences(InvoiceDraft draft, Invoice invoice) {
        List<Reason> found = new ArrayList<>();
        differ(
                found,
                Difference.REFERENCE_DIFFERS,
                draft.reference().value(),
                invoice.reference(),
                Fact.OurReference::new);
        differ(
                found,
                Difference.TYPE_DIFFERS,
                draft.type(),
                invoice.type(),
                type -> new Fact.DocumentKind(type.name()));
        differ(
                found,
                Difference.CURRENCY_DIFFERS,
                draft.currency().getCode(),
                invoice.currency().getCode(),
                Fact.Currency::new);
        boolean comparable = found.isEmpty();
        differ(found, Difference.DATE_DIFFERS, draft.date(), invoice.date(), Fact.Day::new);
        if (comparable) {
            sums(found, draft, invoice);
        }
        return found;
    }

    private static void sums(List<Reason> found, InvoiceDraft draft, Invoice invoice) {
        gross(found, Difference.GROSS_DIFFERS, draft.expected(), invoice.totals());
        vat(found, draft.expected(), invoice.totals(), draft.lines().size());
        if (draft.lines().size() != invoice.lines().size()) {
            differ(
                    found,
                    Difference.LINES_DIFFER,
                    draft.lines().size(),
                    invoice.lines().size(),
                    lines -> new Fact.Count(lines));
            return;
        }
        for (int i = 0; i < draft.lines().size(); i++) {
            DraftLine wanted = draft.lines().get(i);
            Invoice.Line stands = invoice.lines().get(i);
            differ(found, Difference.RATE_DIFFERS, wanted.rate(), stands.rate(), SumGate::rate);
            gross(found, Difference.LINE_DIFFERS, wanted.expected(), stands.totals());
            vat(found, wanted.expected(), stands.totals(), 1);
        }
    }

    private static Fact rate(VatRate rate) {
        return Fact.Rates.of(rate);
    }

    private static void gross(List<Reason> found, Difference kind, Totals wanted, Totals stands) {
        differ(found, kind, wanted.gross(), stands.gross(), Fact.Amount::new);
    }

    private static void vat(List<Reason> found, Totals wanted, Totals stands, int lines) {
        Money difference = wanted.vat().minus(stands.vat()).abs();
        BigDecimal allowed = BigDecimal.valueOf(lines, difference.getScale()).divide(BigDecimal.valueOf(2));
        if (difference.getAmount().compareTo(allowed) > 0) {
            differ(found, Difference.VAT_DIFFERS, wanted.vat(), stands.vat(), Fact.Amount::new);
        }
    }

    private static <T> void differ(
            List<Reason> found, Difference kind, T expected, T stands, Function<? super T, Fact> fact) {
        if (!expected.equals(stands)) {
            found.add(kind.with(fact.apply(expected), fact.apply(stands)));
        }
    }
}
