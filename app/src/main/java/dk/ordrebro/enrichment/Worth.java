package dk.ordrebro.enrichment;

import dk.ordrebro.money.Allocation;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.OrderTotal;
import dk.ordrebro.order.SummedLine;
import dk.ordrebro.order.SummedLines;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What an order, or the delivered part of one, is worth with VAT by the shop's own words, whether it can be booked or not: the shop's stated
 * total where there is one, spread over the lines; else the sum of the lines. Parts follow the cumulative rule
 * ({@code docs/reference/vat.md} 5.4), so that all parts of an order make the order. Negative where the shop gives money back.
 */
public final class Worth {

    private final Order order;
    private final Money total;

    private Worth(Order order, Money total) {
        this.order = order;
        this.total = total;
    }

    private static Optional<Worth> known(Order order) {
        OrderTotal total = OrderTotal.of(order);
        return total.basis() == OrderTotal.Basis.NET_LINES
                ? Optional.empty()
                : Optional.of(new Worth(order, total.amount()));
    }

    /** The whole order; empty where prices are net, a line names no VAT rate and no total is stated. */
    public static Optional<Money> of(Order order) {
        return known(order).map(worth -> worth.total);
    }

    /** One delivery of an order; empty where {@link #of(Order)} is. */
    public static Optional<Money> of(Order order, Fulfillment delivery) {
        return known(order).map(worth -> worth.lines().delivered(delivery));
    }

    /** What a return takes back of a delivery: zero or less where the delivery is worth something. */
    public static Optional<Money> back(Order order, Fulfillment delivery, Fulfillment taken) {
        return known(order).map(worth -> worth.lines().back(delivery, taken));
    }

    private Lines lines() {
        List<SummedLine> summed = SummedLines.of(order).lines();
        List<Money> gross = fit(summed.stream().map(this::gross).toList());
        Map<String, Money> byKey = new HashMap<>();
        Map<String, OrderLine> told = new HashMap<>();
        for (int i = 0; i < summed.size(); i++) {
            OrderLine line = summed.get(i).line();
            byKey.put(line.key(), gross.get(i));
            told.put(line.key(), line);
        }
        return new Lines(order.currency(), byKey, told);
    }

    private Money gross(SummedLine line) {
        BigDecimal exact = line.amount().getAmount();
        if (order.priceMode() == PriceMode.EXCLUDING_VAT && line.line().vatRate() != null) {
            exact = line.exact()
                    .multiply(BigDecimal.ONE.add(line.line().vatRate().fraction()));
        }
        return Money.of(order.currency(), exact, RoundingMode.HALF_UP);
    }

    /** The lines made to sum to the total: in proportion, or on the largest line where they have different signs. */
    private List<Money> fit(List<Money> lines) {
        Money sum = lines.stream().reduce(Money.zero(order.currency()), Money::plus);
        if (lines.isEmpty() || !total.isSameCurrency(sum) || total.isEqual(sum)) {
            return lines;
        }
        boolean oneSign =
                lines.stream().noneMatch(Money::isNegative) || lines.stream().noneMatch(Money::isPositive);
        if (oneSign && !sum.isZero()) {
            return Allocation.byWeight(
                    total, lines.stream().map(line -> line.getAmount().abs()).toList());
        }
        int largest = IntStream.range(0, lines.size())
                .boxed()
                .max((a, b) -> lines.get(a).abs().compareTo(lines.get(b).abs()))
                .orElseThrow();
        List<Money> fitted = new ArrayList<>(lines);
        fitted.set(largest, lines.get(largest).plus(total.minus(sum)));
        return fitted;
    }

    /** The lines with VAT. A line an order no longer has is worth nothing. */
    private record Lines(CurrencyUnit currency, Map<String, Money> gross, Map<String, OrderLine> told) {

        Money delivered(Fulfillment delivery) {
            return delivery.lines().stream().map(this::stretch).reduce(Money.zero(currency), Money::plus);
        }

        private Money stretch(FulfilledLine part) {
            OrderLine line = told.get(part.lineKey());
            Money whole = gross.get(part.lineKey());
            return line == null || whole == null
                    ? Money.zero(currency)
                    : Allocation.stretch(whole, part.from(), part.to(), line.quantity());
        }

        Money back(Fulfillment delivery, Fulfillment taken) {
            return taken.lines().stream()
                    .map(part -> taken(part, delivery))
                    .reduce(Money.zero(currency), Money::plus)
                    .negated();
        }

        private Money taken(FulfilledLine part, Fulfillment delivery) {
            List<FulfilledLine> of = delivery.lines().stream()
                    .filter(line -> line.lineKey().equals(part.lineKey()))
                    .toList();
            BigDecimal pieces = of.stream().map(FulfilledLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            Money whole = of.stream().map(this::stretch).reduce(Money.zero(currency), Money::plus);
            return pieces.signum() == 0
                    ? Money.zero(currency)
                    : Allocation.stretch(whole, part.from(), part.to(), pieces);
        }
    }
}
