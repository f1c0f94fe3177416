package dk.ordrebro.enrichment;

import dk.ordrebro.accounting.arithmetic.DocumentSums;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import dk.ordrebro.accounting.arithmetic.Taxed;
import dk.ordrebro.enrichment.Trail.SumRule;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Totals;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.StatedTotals;
import dk.ordrebro.order.SummedLine;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The reconciliation ladder ({@code docs/reference/vat.md} 5.3): finds the way of summing that meets the order's own total.
 * The ledger's own way first; for net prices then the two other ways of rounding VAT and gross rebuilt from the unrounded net;
 * then, only where a person has allowed it, a rounding line of at most one minor unit a line, above or below zero. Else a person sees the difference.
 */
final class Ladder {

    private final CurrencyUnit currency;
    private final PriceMode mode;
    private final List<RatedLine> lines;
    private final LedgerArithmetic ledger;

    Ladder(CurrencyUnit currency, PriceMode mode, List<RatedLine> lines, LedgerArithmetic ledger) {
        this.currency = currency;
        this.mode = mode;
        this.lines = lines;
        this.ledger = ledger;
    }

    /** A line and the rate it is taxed at. */
    record RatedLine(SummedLine line, VatRate rate) {}

    /** What the ladder led to. */
    sealed interface Step {

        /** Met; {@code rounding} is what a rounding line has to carry, zero on every other step. */
        record Met(SumRule rule, List<Totals> totals, Money rounding) implements Step {}

        record Missed(Reason question) implements Step {}
    }

    /** What each line was charged with VAT: summed the way that meets the total, else as the ledger does. */
    List<Money> charged(StatedTotals stated) {
        StatedTotals total = new StatedTotals(null, null, gross(stated));
        List<Totals> totals = climb(total, false) instanceof Step.Met met ? met.totals() : own().lines();
        return totals.stream().map(Totals::gross).toList();
    }

    /** The order's total less what the lines come to; zero where no total is stated. */
    Money difference(StatedTotals stated) {
        Money wanted = gross(stated);
        return wanted == null
                ? Money.zero(currency)
                : wanted.minus(own().total().gross());
    }

    /** A person said that the whole difference is rounding. */
    Step.Met rounded(StatedTotals stated) {
        return new Step.Met(SumRule.ROUNDING_LINE, own().lines(), difference(stated));
    }

    Step climb(StatedTotals stated, boolean roundingLineAllowed) {
        DocumentSums own = own();
        Money wanted = gross(stated);
        Money zero = Money.zero(currency);
        if (wanted == null || own.total().gross().isEqual(wanted)) {
            return checkVat(new Step.Met(rule(ledger), own.lines(), zero), stated);
        }
        if (mode == PriceMode.EXCLUDING_VAT) {
            for (var step : netSteps().entrySet()) {
                DocumentSums sums = step.getValue().get();
                if (sums.total().gross().isEqual(wanted)) {
                    return checkVat(new Step.Met(step.getKey(), sums.lines(), zero), stated);
                }
            }
        }
        Money difference = wanted.minus(own.total().gross());
        if (roundingLineAllowed && difference.abs().getAmountMinorLong() <= lines.size()) {
            return new Step.Met(SumRule.ROUNDING_LINE, own.lines(), difference);
        }
        return new Step.Missed(Question.TOTAL_DISAGREES.with(
                new Fact.Amount(wanted), new Fact.Amount(own.total().gross()), new Fact.Amount(difference)));
    }

    private Map<SumRule, Supplier<DocumentSums>> netSteps() {
        Map<SumRule, Supplier<DocumentSums>> steps = new LinkedHashMap<>();
        for (LedgerArithmetic other : LedgerArithmetic.values()) {
            if (other != ledger) {
                steps.put(rule(other), () -> sums(other));
            }
        }
        steps.put(SumRule.GROSS_REBUILT, this::grossRebuilt);
        return steps;
    }

    private static SumRule rule(LedgerArithmetic arithmetic) {
        return switch (arithmetic) {
            case DOCUMENT -> SumRule.PER_DOCUMENT;
            case LINE -> SumRule.PER_LINE;
            case RATE -> SumRule.PER_RATE;
        };
    }

    /** The shop's VAT may differ from ours by half a minor unit a line, since the split follows the ledger; more is for a person. */
    private Step checkVat(Step.Met met, StatedTotals stated) {
        Money vat = stated.vat();
        if (vat == null) {
            return met;
        }
        Money ours = sum(met.totals()).vat();
        BigDecimal allowed =
                BigDecimal.valueOf(lines.size(), currency.getDecimalPlaces()).divide(BigDecimal.valueOf(2));
        if (ours.minus(vat).abs().getAmount().compareTo(allowed) <= 0) {
            return met;
        }
        return new Step.Missed(Question.VAT_DISAGREES.with(
                new Fact.Amount(vat), new Fact.Amount(ours), new Fact.Amount(vat.minus(ours))));
    }

    private static @Nullable Money gross(StatedTotals stated) {
        if (stated.gross() != null) {
            return stated.gross();
        }
        return stated.net() != null && stated.vat() != null ? stated.net().plus(stated.vat()) : null;
    }

    private DocumentSums own() {
        return sums(ledger);
    }

    private DocumentSums sums(LedgerArithmetic arithmetic) {
        return arithmetic.sums(
                currency,
                mode,
                lines.stream().map(l -> new Taxed(l.line().amount(), l.rate())).toList());
    }

    private DocumentSums grossRebuilt() {
        return ledger.sums(
                currency,
                PriceMode.INCLUDING_VAT,
                lines.stream().map(l -> new Taxed(gross(l), l.rate())).toList());
    }

    private Money gross(RatedLine line) {
        BigDecimal gross =
                line.line().exact().multiply(BigDecimal.ONE.add(line.rate().fraction()));
        return Money.of(currency, gross, RoundingMode.HALF_UP);
    }

    private Totals sum(List<Totals> totals) {
        return totals.stream().reduce(Totals.zero(currency), Totals::plus);
    }
}
