package dk.ordrebro.enrichment.credit;

import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.LineAccount;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.arithmetic.DocumentSums;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import dk.ordrebro.accounting.arithmetic.Taxed;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Totals;
import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Sees to it that the credit notes of an invoice give back its VAT, no øre more or less. A ledger works the VAT of each note out by itself, and the
 * parts of 20.00 may come to 20.01. The last note takes what is left: it puts as few øre of a line as do it on a line without VAT, on the
 * line's own account, so that net, VAT and gross end at zero together. A note on the way does so only where the notes would be more than one
 * unit off by then, which needs prices of a few øre.
 */
final class CreditVat {

    private static final String TEXT = "Afrunding af moms";

    private final InvoiceDraft invoice;
    private final LedgerFacts ledger;
    private final BigDecimal unit;
    private BigDecimal given = BigDecimal.ZERO;
    private BigDecimal due = BigDecimal.ZERO;

    CreditVat(InvoiceDraft invoice, LedgerFacts ledger) {
        this.invoice = invoice;
        this.ledger = ledger;
        this.unit = Money.ofMinor(invoice.currency(), 1).getAmount();
    }

    /** The lines of a note in their price mode. */
    record Note(PriceMode mode, List<DraftLine> lines) {}

    /** What was credited before with a note that exists. */
    void gave(List<Credit> credits, PriceMode mode, List<DraftLine> lines) {
        given = given.add(
                ledger.arithmetic().vat(mode, lines.stream().map(Taxed::of).toList()));
        due = due.add(dueWith(credits));
    }

    private static BigDecimal dueWith(List<Credit> credits) {
        return credits.stream().map(credit -> credit.due().vat().getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The next note.
     *
     * @param last whether nothing is left of the invoice with it
     */
    Note next(List<Credit> credits, boolean last) {
        PriceMode mode = mode(credits);
        BigDecimal wanted = wanted(credits, mode, last);
        if (vat(credits, mode).compareTo(wanted) == 0) {
            return new Note(mode, lines(credits, mode));
        }
        return new Note(
                PriceMode.INCLUDING_VAT,
                ledger.withoutVat() == null
                        ? lines(credits, PriceMode.INCLUDING_VAT)
                        : meeting(wanted, credits, ledger.withoutVat()));
    }

    /** As the invoice where the note is its mirror; else net only where that gives the gross whichever way the ledger rounds. */
    private PriceMode mode(List<Credit> credits) {
        boolean mirror =
                credits.size() == invoice.lines().size() && credits.stream().allMatch(Credit::whole);
        Money gross = credits.stream()
                .map(credit -> credit.due().gross())
                .reduce(Money.zero(invoice.currency()), Money::plus);
        return mirror || LedgerArithmetic.allGive(gross, invoice.priceMode(), taxed(credits, invoice.priceMode()))
                ? invoice.priceMode()
                : PriceMode.INCLUDING_VAT;
    }

    private BigDecimal wanted(List<Credit> credits, PriceMode mode, boolean last) {
        if (last) {
            return ledger.arithmetic()
                    .vat(
                            invoice.priceMode(),
                            invoice.lines().stream().map(Taxed::of).toList())
                    .subtract(given);
        }
        BigDecimal own = vat(credits, mode);
        BigDecimal off = given.add(own).subtract(due).subtract(dueWith(credits));
        return off.abs().compareTo(unit) > 0 ? own.subtract(off) : own;
    }

    private BigDecimal vat(List<Credit> credits, PriceMode mode) {
        return ledger.arithmetic().vat(mode, taxed(credits, mode));
    }

    private static List<Taxed> taxed(List<Credit> credits, PriceMode mode) {
        return credits.stream().map(credit -> credit.taxed(mode)).toList();
    }

    private List<DraftLine> lines(List<Credit> credits, PriceMode mode) {
        DocumentSums sums = ledger.arithmetic().sums(invoice.currency(), mode, taxed(credits, mode));
        List<DraftLine> lines = new ArrayList<>();
        for (int i = 0; i < credits.size(); i++) {
            lines.add(credits.get(i).draft(mode, sums.lines().get(i)));
        }
        return lines;
    }

    /** With as little as possible moved to a line without VAT; as near as the currency's own unit allows. */
    private List<DraftLine> meeting(BigDecimal wanted, List<Credit> credits, RulesetId withoutVat) {
        Optional<Credit> taxed = credits.stream()
                .filter(credit -> !credit.line().rate().isZero())
                .max(Comparator.comparing(credit -> credit.due().gross()));
        if (taxed.isEmpty()) {
            return invoice.lines().stream()
                    .filter(line -> !line.rate().isZero())
                    .findFirst()
                    .map(line -> meeting(wanted, with(credits, line), withoutVat))
                    .orElseGet(() -> lines(credits, PriceMode.INCLUDING_VAT));
        }
        int index = credits.indexOf(taxed.get());
        List<Credit> best = credits;
        BigDecimal off = vat(credits, PriceMode.INCLUDING_VAT).subtract(wanted);
        // each øre moved takes r / (100 + r) of an øre of VAT along
        int most = off.abs().divide(unit).intValue() * 50 + 50;
        Money step = Money.ofMinor(invoice.currency(), off.signum());
        Money moved = Money.zero(invoice.currency());
        for (int i = 0; i < most && off.signum() != 0; i++) {
            Money more = step.multipliedBy(i + 1L);
            List<Credit> tried = new ArrayList<>(credits);
            tried.set(index, taxed.get().at(taxed.get().due().gross().minus(more)));
            BigDecimal left = vat(tried, PriceMode.INCLUDING_VAT).subtract(wanted);
            if (left.abs().compareTo(off.abs()) < 0) {
                best = tried;
                off = left;
                moved = more;
            }
        }
        List<Credit> all = new ArrayList<>(best);
        all.removeIf(credit -> credit.due().gross().isZero());
        if (!moved.isZero()) {
            all.add(free(taxed.get(), moved, withoutVat));
        }
        return lines(all, PriceMode.INCLUDING_VAT);
    }

    /** With nothing yet of a line that carries VAT. */
    private List<Credit> with(List<Credit> credits, DraftLine line) {
        List<Credit> all = new ArrayList<>(credits);
        all.add(new Credit(
                line,
                line.account(),
                TEXT,
                BigDecimal.ONE,
                Totals.zero(invoice.currency()),
                false,
                invoice.priceMode()));
        return all;
    }

    private Credit free(Credit of, Money gross, RulesetId withoutVat) {
        LineAccount account = new LineAccount(TEXT, "", of.account().account(), withoutVat);
        DraftLine line = new DraftLine(
                "",
                account,
                TEXT,
                BigDecimal.ONE,
                gross,
                Money.zero(invoice.currency()),
                VatRate.ZERO,
                Totals.ofNet(gross, Money.zero(invoice.currency())));
        return new Credit(line, account, TEXT, BigDecimal.ONE, line.expected(), false, invoice.priceMode());
    }
}
