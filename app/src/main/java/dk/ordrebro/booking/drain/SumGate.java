package dk.ordrebro.booking.drain;

import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.booking.Hold;
import dk.ordrebro.money.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * Compares what stands in the accounting program with what was intended. It cannot be switched off: nothing is settled or approved that
 * it has not passed. Gross must agree to the minor unit; VAT may differ by half a minor unit a line ({@code docs/reference/vat.md} 5.2).
 */
final class SumGate {

    private SumGate() {}

    /** The differences; empty when the document is what was intended. */
    static List<Hold> differences(InvoiceDraft draft, Invoice invoice) {
        List<Hold> found = new ArrayList<>();
        differ(found, "REFERENCE_DIFFERS", draft.reference().value(), invoice.reference());
        differ(found, "TYPE_DIFFERS", draft.type().name(), invoice.type().name());
        differ(found, "DATE_DIFFERS", draft.date().toString(), invoice.date().toString());
        differ(
                found,
                "CURRENCY_DIFFERS",
                draft.currency().getCode(),
                invoice.currency().getCode());
        if (found.isEmpty()) {
            sums(found, draft, invoice);
        }
        return found;
    }

    private static void sums(List<Hold> found, InvoiceDraft draft, Invoice invoice) {
        differ(
                found,
                "GROSS_DIFFERS",
                draft.expected().gross(),
                invoice.totals().gross());
        vat(
                found,
                "VAT_DIFFERS",
                draft.expected(),
                invoice.totals(),
                draft.lines().size());
        if (draft.lines().size() != invoice.lines().size()) {
            differ(found, "LINES_DIFFER", draft.lines().size(), invoice.lines().size());
            return;
        }
        for (int i = 0; i < draft.lines().size(); i++) {
            DraftLine wanted = draft.lines().get(i);
            Invoice.Line stands = invoice.lines().get(i);
            differ(found, "RATE_DIFFERS", wanted.rate(), stands.rate());
            differ(
                    found,
                    "LINE_DIFFERS",
                    wanted.expected().gross(),
                    stands.totals().gross());
            vat(found, "VAT_DIFFERS", wanted.expected(), stands.totals(), 1);
        }
    }

    private static void vat(List<Hold> found, String code, Totals wanted, Totals stands, int lines) {
        Money difference = wanted.vat().minus(stands.vat()).abs();
        BigDecimal allowed = BigDecimal.valueOf(lines, difference.getScale()).divide(BigDecimal.valueOf(2));
        if (difference.getAmount().compareTo(allowed) > 0) {
            differ(found, code, wanted.vat(), stands.vat());
        }
    }

    private static void differ(List<Hold> found, String code, Object expected, Object stands) {
        if (!expected.equals(stands)) {
            found.add(new Hold(code, List.of(expected.toString(), stands.toString())));
        }
    }
}
