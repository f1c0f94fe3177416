package dk.ordrebro.intake.refund;

import dk.ordrebro.money.Allocation;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.MoneyBack;
import dk.ordrebro.order.NotHandleable;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.joda.money.Money;

/** Turns an answer into returns of what was delivered, one for each delivery that the money is for. */
public final class GivingBack {

    private final Orders orders;
    private final Handling handling;

    public GivingBack(Orders orders, Handling handling) {
        this.orders = orders;
        this.handling = handling;
    }

    /** The key of the return that is made of money paid back, by the shop's own key of that. */
    public static String key(String shopKey) {
        return "money:" + shopKey;
    }

    /** Whether anything of an order was delivered and not undone. */
    static List<Fulfillment> standing(List<Fulfillment> made) {
        return made.stream()
                .filter(one -> !one.isReturn())
                .filter(one -> made.stream()
                        .noneMatch(back -> back.reopens() && one.id().equals(back.returnOf())))
                .toList();
    }

    void giveBack(OpenRefund refund, RefundAnswer answer) {
        switch (answer) {
            case RefundAnswer.Nothing _ -> {
                // kept, and that is all
            }
            case RefundAnswer.OverAllLines _ ->
                spread(refund, MoneyBack.of(refund.gross().getAmount()));
            case RefundAnswer.Goodwill(int account) ->
                spread(refund, new MoneyBack(refund.gross().getAmount(), account));
            case RefundAnswer.OffLine(String key) ->
                off(refund, line -> line.key().equals(key));
            case RefundAnswer.OffFreight _ -> off(refund, line -> line.kind() == LineKind.FREIGHT);
        }
    }

    /** A delivery's share goes by what its lines were worth. */
    private void spread(OpenRefund refund, MoneyBack whole) {
        Order order = order(refund).order();
        List<Fulfillment> deliveries = deliveries(refund);
        List<BigDecimal> worth =
                deliveries.stream().map(one -> worth(order, one, _ -> true)).toList();
        give(refund, deliveries, worth, (share, delivery) -> Map.of("", new MoneyBack(share, whole.account())));
    }

    private void off(OpenRefund refund, Predicate<OrderLine> which) {
        Order order = order(refund).order();
        List<Fulfillment> deliveries = deliveries(refund).stream()
                .filter(one -> worth(order, one, which).signum() > 0)
                .toList();
        if (deliveries.isEmpty()) {
            throw new NotHandleable(refund.order(), "no such line was delivered");
        }
        List<BigDecimal> worth =
                deliveries.stream().map(one -> worth(order, one, which)).toList();
        give(refund, deliveries, worth, (share, delivery) -> byLine(refund, order, delivery, which, share));
    }

    private static Map<String, MoneyBack> byLine(
            OpenRefund refund, Order order, Fulfillment delivery, Predicate<OrderLine> which, BigDecimal share) {
        List<OrderLine> lines = order.lines().stream()
                .filter(which)
                .filter(line -> worth(order, delivery, line::equals).signum() > 0)
                .toList();
        List<Money> parts = Allocation.byWeight(
                Money.of(refund.gross().getCurrencyUnit(), share),
                lines.stream().map(line -> worth(order, delivery, line::equals)).toList());
        Map<String, MoneyBack> back = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (parts.get(i).isPositive()) {
                back.put(lines.get(i).key(), MoneyBack.of(parts.get(i).getAmount()));
            }
        }
        return back;
    }

    /** What a share becomes in one delivery. */
    private interface Sharing {
        Map<String, MoneyBack> of(BigDecimal share, Fulfillment delivery);
    }

    private void give(OpenRefund refund, List<Fulfillment> deliveries, List<BigDecimal> worth, Sharing sharing) {
        List<Money> shares = Allocation.byWeight(refund.gross(), worth);
        int number = 1;
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i).isPositive()) {
                Fulfillment delivery = deliveries.get(i);
                String key = key(refund.shopKey()) + (number == 1 ? "" : "#" + number);
                handling.giveBack(
                        refund.company(),
                        delivery.id(),
                        Map.of(),
                        sharing.of(shares.get(i).getAmount(), delivery),
                        refund.paidAt().isBefore(delivery.handledAt()) ? delivery.handledAt() : refund.paidAt(),
                        key);
                number++;
            }
        }
    }

    private StoredOrder order(OpenRefund refund) {
        return orders.find(refund.company(), refund.order()).orElseThrow();
    }

    private List<Fulfillment> deliveries(OpenRefund refund) {
        Order order = order(refund).order();
        List<Fulfillment> made = orders.fulfillments(refund.company(), refund.order());
        List<Fulfillment> some = new ArrayList<>(
                standing(made).stream().map(one -> left(one, made)).toList());
        some.removeIf(one -> worth(order, one, _ -> true).signum() <= 0);
        if (some.isEmpty()) {
            throw new NotHandleable(refund.order(), "nothing was delivered");
        }
        return some;
    }

    /** A delivery without the pieces that came back: what is paid back now is for the rest. */
    private static Fulfillment left(Fulfillment delivery, List<Fulfillment> made) {
        Map<String, BigDecimal> back = new HashMap<>();
        made.stream()
                .filter(one -> delivery.id().equals(one.returnOf()))
                .flatMap(one -> one.lines().stream())
                .forEach(line -> back.merge(line.lineKey(), line.quantity(), BigDecimal::add));
        List<FulfilledLine> lines = new ArrayList<>();
        for (FulfilledLine line : delivery.lines()) {
            BigDecimal gone = back.getOrDefault(line.lineKey(), BigDecimal.ZERO).min(line.quantity());
            back.merge(line.lineKey(), gone.negate(), BigDecimal::add);
            lines.add(new FulfilledLine(
                    line.lineKey(), line.from(), line.quantity().subtract(gone)));
        }
        return new Fulfillment(
                delivery.company(),
                delivery.id(),
                delivery.order(),
                delivery.revision(),
                delivery.number(),
                delivery.shopKey(),
                null,
                delivery.reopens(),
                delivery.handledAt(),
                lines);
    }

    private static BigDecimal worth(Order order, Fulfillment delivery, Predicate<OrderLine> which) {
        return delivery.lines().stream()
                .map(part -> order.lines().stream()
                        .filter(line -> line.key().equals(part.lineKey()))
                        .filter(which)
                        .map(line -> line.unitPrice().multiply(part.quantity()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
