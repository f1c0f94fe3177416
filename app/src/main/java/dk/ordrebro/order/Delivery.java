package dk.ordrebro.order;

import dk.ordrebro.integration.FreightRule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Works out which stretches of an order's lines a new delivery or return covers. Pure. */
final class Delivery {

    /** Fractions of a freight line are cut to this many decimals; the last delivery takes the rest. */
    private static final int FREIGHT_DECIMALS = 6;

    private final StoredOrder stored;
    private final List<Fulfillment> before;
    private final FreightRule freightRule;

    Delivery(StoredOrder stored, List<Fulfillment> before, FreightRule freightRule) {
        this.stored = stored;
        this.before = before;
        this.freightRule = freightRule;
    }

    /** Everything that is left; empty when nothing is. */
    List<FulfilledLine> rest() {
        return stored.order().deliverableLines().stream()
                .flatMap(line -> Pieces.free(line, before).stream())
                .toList();
    }

    /** A part: the goods asked for, and the freight and fees the rule puts on this delivery. */
    List<FulfilledLine> part(Map<String, BigDecimal> quantities) {
        List<FulfilledLine> goods = new ArrayList<>();
        quantities.forEach((key, quantity) -> goods.addAll(goods(key, quantity)));
        List<FulfilledLine> all = new ArrayList<>(goods);
        for (OrderLine line : stored.order().deliverableLines()) {
            if (line.isCarriage() && !quantities.containsKey(line.key())) {
                all.addAll(carriage(line, goods));
            }
        }
        return all;
    }

    private List<FulfilledLine> goods(String key, BigDecimal quantity) {
        OrderLine line = stored.order().deliverableLines().stream()
                .filter(l -> l.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotHandleable(stored.id(), "it has no line " + key));
        List<FulfilledLine> free = Pieces.free(line, before);
        boolean sameSign = quantity.signum() == line.quantity().signum();
        if (!sameSign || quantity.abs().compareTo(Pieces.sum(free).abs()) > 0) {
            throw new NotHandleable(
                    stored.id(),
                    "line " + key + " has " + Pieces.sum(free).toPlainString() + " left, not "
                            + quantity.toPlainString());
        }
        return Pieces.first(free, quantity);
    }

    private List<FulfilledLine> carriage(OrderLine line, List<FulfilledLine> goods) {
        List<FulfilledLine> free = Pieces.free(line, before);
        if (freightRule == FreightRule.FIRST || isLast(goods)) {
            return free;
        }
        return freightRule == FreightRule.LAST ? List.of() : Pieces.first(free, share(line, free, goods));
    }

    private boolean isLast(List<FulfilledLine> goods) {
        return left().subtract(value(goods)).signum() == 0;
    }

    /** In step with value: as much as brings the freight delivered to the share of the goods delivered. */
    private BigDecimal share(OrderLine line, List<FulfilledLine> free, List<FulfilledLine> goods) {
        BigDecimal all = goodsLines().stream().map(OrderLine::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) {
            return Pieces.sum(free);
        }
        BigDecimal delivered = all.subtract(left()).add(value(goods));
        BigDecimal due = line.quantity()
                .multiply(delivered)
                .divide(all, MathContext.DECIMAL64)
                .setScale(FREIGHT_DECIMALS, RoundingMode.DOWN);
        BigDecimal already = line.quantity().subtract(Pieces.sum(free));
        return due.subtract(already).max(BigDecimal.ZERO).min(Pieces.sum(free));
    }

    private List<OrderLine> goodsLines() {
        return stored.order().deliverableLines().stream()
                .filter(line -> !line.isCarriage())
                .toList();
    }

    private BigDecimal left() {
        return goodsLines().stream()
                .map(line -> line.unitPrice().multiply(Pieces.sum(Pieces.free(line, before))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal value(List<FulfilledLine> stretches) {
        return goodsLines().stream()
                .map(line -> line.unitPrice()
                        .multiply(Pieces.sum(stretches.stream()
                                .filter(s -> s.lineKey().equals(line.key()))
                                .toList())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How far the order is handled once the new fulfillment stands beside those before. */
    static OrderState state(Order order, List<Fulfillment> all) {
        boolean open = order.deliverableLines().stream()
                .anyMatch(line -> !Pieces.free(line, all).isEmpty());
        if (!open) {
            return OrderState.HANDLED;
        }
        boolean untouched = order.deliverableLines().stream()
                .allMatch(line -> Pieces.sum(Pieces.free(line, all)).compareTo(line.quantity()) == 0);
        return untouched ? OrderState.OPEN : OrderState.PARTLY_HANDLED;
    }

    /** What goes back of a delivery: pieces, at their price or for an amount, and amounts without pieces. */
    List<FulfilledLine> back(Fulfillment delivery, Map<String, BigDecimal> quantities, Map<String, MoneyBack> money) {
        List<FulfilledLine> back = new ArrayList<>();
        quantities.forEach((key, quantity) -> {
            BigDecimal left = leftOf(delivery, key);
            if (quantity.signum() == 0
                    || quantity.signum() != left.signum()
                    || quantity.abs().compareTo(left.abs()) > 0) {
                throw new NotHandleable(
                        stored.id(),
                        "line " + key + " of delivery " + delivery.number() + " has " + left.toPlainString()
                                + " that can be taken back, not " + quantity.toPlainString());
            }
            back.add(new FulfilledLine(key, Pieces.returned(key, delivery.id(), before), quantity, money.get(key)));
        });
        money.forEach((key, amount) -> {
            if (!quantities.containsKey(key)) {
                if (!key.isEmpty() && Pieces.of(key, delivery).isEmpty()) {
                    throw new NotHandleable(stored.id(), "line " + key + " is not in delivery " + delivery.number());
                }
                back.add(new FulfilledLine(key, Pieces.returned(key, delivery.id(), before), BigDecimal.ZERO, amount));
            }
        });
        return back;
    }

    /** Everything of a delivery that has not been returned. */
    List<FulfilledLine> back(Fulfillment delivery) {
        return delivery.lines().stream()
                .map(FulfilledLine::lineKey)
                .distinct()
                .filter(key -> leftOf(delivery, key).signum() != 0)
                .map(key -> new FulfilledLine(key, Pieces.returned(key, delivery.id(), before), leftOf(delivery, key)))
                .toList();
    }

    private BigDecimal leftOf(Fulfillment delivery, String key) {
        return Pieces.sum(Pieces.of(key, delivery)).subtract(Pieces.returned(key, delivery.id(), before));
    }
}
