package dk.ordrebro.enrichment;

import dk.ordrebro.accounting.LedgerArithmetic;
import dk.ordrebro.enrichment.Trail.SumRule;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.money.Allocation;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Totals;
import dk.ordrebro.money.Vat;
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
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The reconciliation ladder ({@code docs/reference/vat.md} 5.3): finds the way of summing that meets the order's own total.
 * Per line first, since that is how the ledger computes; then per rate; then gross rebuilt from the unrounded net;
 * then, only where a person has allowed it, a rounding line of at most one minor unit a line. Else a person sees the difference.
 */
final class Ladder {

    private final CurrencyUnit currency;
    private final PriceMode mode;
    private final List<RatedLine> lines;

    Ladder(CurrencyUnit currency, PriceMode mode, List<RatedLine> lines) {
        this.currency = currency;
        this.mode = mode;
        this.lines = lines;
    }

    /** A line and the rate it is taxed at. */
    record RatedLine(SummedLine line, VatRate rate) {}

    /** What the ladder led to. */
    sealed interface Step {

        /** Met; {@code rounding} is what a rounding line has to carry, zero on every other step. */
        record Met(SumRule rule, List<Totals> totals, Money rounding) implements Step {}

        record Missed(Reason question) implements Step {}
    }

    /** What each line was charged with VAT: summed the way that meets the total, else line by line. */
    List<Money> charged(StatedTotals stated) {
        StatedTotals total = new StatedTotals(null, null, gross(stated));
        List<Totals> totals = climb(total, false) instanceof Step.Met met ? met.totals() : perLine();
        return totals.stream().map(Totals::gross).toList();
    }

    /** The order's total less what the lines come to; zero where no total is stated. */
    Money difference(StatedTotals stated) {
        Money wanted = gross(stated);
        return wanted == null
                ? Money.zero(currency)
                : wanted.minus(sum(perLine()).gross());
    }

    /** A person said that the whole difference is rounding. */
    Step.Met rounded(StatedTotals stated) {
        return new Step.Met(SumRule.ROUNDING_LINE, perLine(), difference(stated));
    }

    Step climb(StatedTotals stated, boolean roundingLineAllowed) {
        List<Totals> perLine = perLine();
        Money wanted = gross(stated);
        Money zero = Money.zero(currency);
        if (wanted == null || sum(perLine).gross().isEqual(wanted)) {
            return checkVat(new Step.Met(SumRule.PER_LINE, perLine, zero), stated);
        }
        if (mode == PriceMode.EXCLUDING_VAT) {
            for (var step : netSteps().entrySet()) {
                List<Totals> totals = step.getValue().get();
                if (sum(totals).gross().isEqual(wanted)) {
                    return checkVat(new Step.Met(step.getKey(), totals, zero), stated);
                }
            }
        }
        Money difference = wanted.minus(sum(perLine).gross());
        // No line below zero: nobody knows whether the ledger takes one (docs/reference/billy-api.md 8).
        if (roundingLineAllowed && difference.isPositive() && difference.getAmountMinorLong() <= lines.size()) {
            return new Step.Met(SumRule.ROUNDING_LINE, perLine, difference);
        }
        return new Step.Missed(Question.TOTAL_DISAGREES.with(
                new Fact.Amount(wanted), new Fact.Amount(sum(perLine).gross()), new Fact.Amount(difference)));
    }

    private Map<SumRule, Supplier<List<Totals>>> netSteps() {
        Map<SumRule, Supplier<List<Totals>>> steps = new LinkedHashMap<>();
        steps.put(SumRule.PER_RATE, this::perRate);
        steps.put(SumRule.GROSS_REBUILT, this::grossRebuilt);
        return steps;
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

    private List<Totals> perLine() {
        return lines.stream()
                .map(l -> LedgerArithmetic.totals(l.line().amount(), l.rate(), mode))
                .toList();
    }

    private List<Totals> perRate() {
        Totals[] totals = new Totals[lines.size()];
        lines.stream().map(RatedLine::rate).distinct().forEach(rate -> spreadVat(rate, totals));
        return List.of(totals);
    }

    private void spreadVat(VatRate rate, Totals[] totals) {
        List<Integer> members = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).rate().equals(rate))
                .boxed()
                .toList();
        List<BigDecimal> weights = members.stream()
                .map(i -> lines.get(i).line().amount().getAmount())
                .toList();
        Money net = members.stream().map(i -> lines.get(i).line().amount()).reduce(Money.zero(currency), Money::plus);
        List<Money> vat = net.isZero()
                ? members.stream().map(i -> Money.zero(currency)).toList()
                : Allocation.byWeight(Vat.on(net, rate), weights);
        for (int m = 0; m < members.size(); m++) {
            int line = members.get(m);
            totals[line] = Totals.ofNet(lines.get(line).line().amount(), vat.get(m));
        }
    }

    private List<Totals> grossRebuilt() {
        return lines.stream()
                .map(l -> {
                    BigDecimal gross = l.line()
                            .exact()
                            .multiply(BigDecimal.ONE.add(l.rate().fraction()));
                    return LedgerArithmetic.totals(
                            Money.of(currency, gross, RoundingMode.HALF_UP), l.rate(), PriceMode.INCLUDING_VAT);
                })
                .toList();
    }

    private Totals sum(List<Totals> totals) {
        return totals.stream().reduce(Totals.zero(currency), Totals::plus);
    }
}
