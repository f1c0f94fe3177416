package dk.ordrebro.order;

import dk.ordrebro.money.Allocation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The lines of an order that will be invoiced, with line discounts taken off and order discounts spread over them
 * ({@code docs/reference/vat.md} 5.2). Lines of quantity zero are left out.
 *
 * @param tooLarge reductions written as lines that are worth more than the lines they may reduce can bear
 */
public record SummedLines(List<SummedLine> lines, List<SummedLine> tooLarge) {

    public SummedLines {
        lines = List.copyOf(lines);
        tooLarge = List.copyOf(tooLarge);
    }

    /** Adds up. An order that takes back is summed as the one its credit note mirrors, see {@link Mirror}. */
    public static SummedLines of(Order order) {
        return new Adding(order).sums();
    }

    /** One run over one order. */
    private static final class Adding {

        private final Order order;
        private final CurrencyUnit currency;
        private final List<SummedLine> lines = new ArrayList<>();
        private final List<SummedLine> reductions = new ArrayList<>();
        private final List<SummedLine> tooLarge = new ArrayList<>();

        Adding(Order order) {
            this.order = order;
            this.currency = order.currency();
        }

        SummedLines sums() {
            for (OrderLine line : order.lines()) {
                if (line.quantity().signum() != 0) {
                    (line.isReduction() ? reductions : lines).add(sum(line));
                }
            }
            reductions.forEach(this::spreadLine);
            order.discounts().forEach(this::spreadDiscount);
            return new SummedLines(lines, tooLarge);
        }

        private SummedLine sum(OrderLine line) {
            BigDecimal exact = line.quantity().multiply(line.unitPrice());
            Money base = Money.of(currency, exact, RoundingMode.HALF_UP);
            Money off = line.discount() == null ? Money.zero(currency) : off(line.discount(), base);
            return new SummedLine(line, base.minus(off), exact.subtract(off.getAmount()));
        }

        private Money off(Discount discount, Money base) {
            return switch (discount) {
                case Discount.Percent(var percent) -> base.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP);
                case Discount.Amount(var value) -> Money.of(currency, value, RoundingMode.HALF_UP);
            };
        }

        private void spreadLine(SummedLine reduction) {
            OrderLine line = reduction.line();
            Predicate<SummedLine> scope = target -> target.line().kind() == LineKind.ITEM
                    && (line.vatRate() == null
                            || line.vatRate().equals(target.line().vatRate()));
            Money wanted = reduction.amount().negated();
            if (spread(wanted, scope).isLessThan(wanted)) {
                tooLarge.add(reduction);
            }
        }

        private void spreadDiscount(OrderDiscount discount) {
            Predicate<SummedLine> scope = discount.onFreightToo()
                    ? target -> target.line().kind() != LineKind.GIFT_CARD
                    : target -> target.line().kind() == LineKind.ITEM;
            spread(off(discount.discount(), positive(scope)), scope);
        }

        private Money positive(Predicate<SummedLine> scope) {
            return lines.stream()
                    .filter(scope)
                    .map(SummedLine::amount)
                    .filter(Money::isPositive)
                    .reduce(Money.zero(currency), Money::plus);
        }

        /** Spreads as much as the lines in scope can bear, and says how much that was. */
        private Money spread(Money wanted, Predicate<SummedLine> scope) {
            int[] targets = IntStream.range(0, lines.size())
                    .filter(i ->
                            scope.test(lines.get(i)) && lines.get(i).amount().isPositive())
                    .toArray();
            Money possible = positive(scope);
            Money spread = wanted.isGreaterThan(possible) ? possible : wanted;
            if (spread.isZero()) {
                return spread;
            }
            List<BigDecimal> weights = IntStream.of(targets)
                    .mapToObj(i -> lines.get(i).amount().getAmount())
                    .toList();
            List<Money> shares = Allocation.byWeight(spread, weights);
            for (int t = 0; t < targets.length; t++) {
                lines.set(targets[t], lines.get(targets[t]).less(shares.get(t)));
            }
            return spread;
        }
    }

    /** Lines that stay below zero with every discount taken off. */
    public List<SummedLine> negative() {
        return lines.stream().filter(line -> line.amount().isNegative()).toList();
    }
}
