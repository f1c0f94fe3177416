package dk.ordrebro.web.orders;

import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Vat;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Mirror;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.OrderTotal;
import dk.ordrebro.order.SummedLine;
import dk.ordrebro.order.SummedLines;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What an order and each of its lines come to, summed as its invoice will be. */
final class OrderAmounts {

    private final CurrencyUnit currency;
    private final PriceMode mode;
    private final boolean takesBack;
    private final List<SummedLine> lines;
    private final OrderTotal total;

    private OrderAmounts(Order order) {
        this.currency = order.currency();
        this.mode = order.priceMode();
        this.takesBack = order.takesBack();
        this.lines = SummedLines.of(takesBack ? Mirror.of(order) : order).lines();
        this.total = OrderTotal.of(order);
    }

    static OrderAmounts of(Order order) {
        return new OrderAmounts(order);
    }

    /** A line with every discount taken off, in the order's price mode; empty for a reduction and for what comes to nothing in number. */
    Optional<Money> of(OrderLine line) {
        return summed(line).map(one -> signed(one.amount()));
    }

    /** Every discount on a line. */
    Money off(OrderLine line) {
        Money before = Money.of(currency, line.value(), RoundingMode.HALF_UP);
        return of(line).map(before::minus).orElse(Money.zero(currency));
    }

    private Optional<SummedLine> summed(OrderLine line) {
        return lines.stream().filter(one -> one.line().key().equals(line.key())).findFirst();
    }

    /** The lines of each kind together, in the order's price mode; kinds the order has none of are left out. */
    public Map<LineKind, Money> byKind() {
        Map<LineKind, Money> sums = new LinkedHashMap<>();
        for (LineKind kind : LineKind.values()) {
            lines.stream()
                    .filter(one -> one.line().kind() == kind)
                    .map(one -> signed(one.amount()))
                    .reduce(Money::plus)
                    .ifPresent(sum -> sums.put(kind, sum));
        }
        return sums;
    }

    /** All lines together, in the order's price mode. */
    public Money sum() {
        return lines.stream().map(one -> signed(one.amount())).reduce(Money.zero(currency), Money::plus);
    }

    /** The lines' VAT at the rates the shop charged, line by line; empty where it does not say one of them. */
    public Optional<Money> vat() {
        Money sum = Money.zero(currency);
        for (SummedLine one : lines) {
            VatRate rate = one.line().vatRate();
            if (rate == null && !one.amount().isZero()) {
                return Optional.empty();
            }
            if (rate != null) {
                sum = sum.plus(
                        mode == PriceMode.INCLUDING_VAT ? Vat.within(one.amount(), rate) : Vat.on(one.amount(), rate));
            }
        }
        return Optional.of(signed(sum));
    }

    public OrderTotal total() {
        return total;
    }

    private Money signed(Money amount) {
        return takesBack ? amount.negated() : amount;
    }
}
