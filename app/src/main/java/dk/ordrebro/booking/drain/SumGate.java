package dk.ordrebro.booking.drain;

import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import dk.ordrebro.accounting.arithmetic.Taxed;
import dk.ordrebro.booking.Difference;
import dk.ordrebro.money.Fraction;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Totals;
import dk.ordrebro.money.Vat;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;

/**
 * Compares what stands in the accounting program with what was intended. It cannot be switched off: nothing is settled or approved that
 * it has not passed. The gross of the document and the amount of each line, in the document's price mode, must agree to the minor unit. The VAT of
 * the document is that of any of the three lawful ways of rounding it, or differs by half a minor unit a line at most
 * ({@code docs/reference/vat.md} 5.2); a line's own share of it may lie on either side of its exact value.
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
        vat(found, draft, invoice.totals());
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
            amount(found, draft.priceMode(), wanted.expected(), stands.totals());
            vat(found, draft.priceMode(), wanted, stands.totals());
        }
    }

    private static Fact rate(VatRate rate) {
        return Fact.Rates.of(rate);
    }

    private static void gross(List<Reason> found, Difference kind, Totals wanted, Totals stands) {
        differ(found, kind, wanted.gross(), stands.gross(), Fact.Amount::new);
    }

    /** In the price mode it was sent in: the rest of a line is its share of the document's VAT, which its ledger spreads as it likes. */
    private static void amount(List<Reason> found, PriceMode mode, Totals wanted, Totals stands) {
        boolean same = switch (mode) {
            case INCLUDING_VAT -> wanted.gross().equals(stands.gross());
            case EXCLUDING_VAT -> wanted.net().equals(stands.net());
        };
        if (!same) {
            found.add(Difference.LINE_DIFFERS.with(new Fact.Amount(wanted.gross()), new Fact.Amount(stands.gross())));
        }
    }

    private static void vat(List<Reason> found, InvoiceDraft draft, Totals stands) {
        Totals wanted = draft.expected();
        if (isWithin(wanted.vat(), stands.vat(), draft.lines().size())) {
            return;
        }
        List<Taxed> lines = draft.lines().stream().map(Taxed::of).toList();
        if (LedgerArithmetic.giving(stands.vat(), draft.priceMode(), lines).isEmpty()) {
            differ(found, Difference.VAT_DIFFERS, wanted.vat(), stands.vat(), Fact.Amount::new);
        }
    }

    /** The VAT of a line that is not a whole unit may be told as the unit below or above; a person may have taken another. */
    private static void vat(List<Reason> found, PriceMode mode, DraftLine wanted, Totals stands) {
        Fraction exact = Vat.exact(Taxed.of(wanted).amount(), wanted.rate(), mode);
        int decimals = stands.vat().getScale();
        BigDecimal told = stands.vat().getAmount();
        if (stands.vat().equals(wanted.expected().vat())) {
            return;
        }
        if (told.compareTo(exact.rounded(decimals, RoundingMode.FLOOR)) < 0
                || told.compareTo(exact.rounded(decimals, RoundingMode.CEILING)) > 0) {
            differ(found, Difference.VAT_DIFFERS, wanted.expected().vat(), stands.vat(), Fact.Amount::new);
        }
    }

    private static boolean isWithin(Money wanted, Money stands, int lines) {
        Money difference = wanted.minus(stands).abs();
        BigDecimal allowed = BigDecimal.valueOf(lines, difference.getScale()).divide(BigDecimal.valueOf(2));
        return difference.getAmount().compareTo(allowed) <= 0;
    }

    private static <T> void differ(
            List<Reason> found, Difference kind, T expected, T stands, Function<? super T, Fact> fact) {
        if (!expected.equals(stands)) {
            found.add(kind.with(fact.apply(expected), fact.apply(stands)));
        }
    }
}
