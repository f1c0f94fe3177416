package dk.ordrebro.intake.round;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ShopReturn;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what was booked of an order with what its shop says of it now. A booked document never changes, so a difference is a question. */
class Hindsight {

    private final Orders orders;

    Hindsight(Orders orders) {
        this.orders = orders;
    }

    List<Reason> questions(CompanyId company, Orders.Kept kept, Translation.Understood told) {
        List<Fulfillment> made = orders.fulfillments(company, kept.id());
        List<Reason> questions = new ArrayList<>();
        for (Fulfillment one : made) {
            if (one.isReturn() && !one.reopens() && isGone(one.shopKey(), told)) {
                questions.add(Reason.of("RETURN_GONE", String.valueOf(one.shopKey())));
            }
        }
        edited(company, kept, told.order(), made).ifPresent(questions::add);
        return questions;
    }

    private static boolean isGone(@Nullable String shopKey, Translation.Understood told) {
        return shopKey != null
                && told.returns().stream()
                        .map(ShopReturn::shopKey)
                        .noneMatch(key -> shopKey.equals(key) || shopKey.startsWith(key + "#"));
    }

    private Optional<Reason> edited(CompanyId company, Orders.Kept kept, Order now, List<Fulfillment> made) {
        List<Fulfillment> older = made.stream()
                .filter(one -> !one.isReturn() && one.revision() != kept.revision() && !isTakenBack(one, made))
                .toList();
        Set<Orders.OrderRevision> wanted = older.stream()
                .map(one -> new Orders.OrderRevision(kept.id(), one.revision()))
                .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, Order> then = orders.revisions(company, wanted).stream()
                .collect(Collectors.toMap(StoredOrder::revision, StoredOrder::order));
        return older.stream()
                .filter(one -> Optional.ofNullable(then.get(one.revision()))
                        .filter(order -> !saysTheSame(one, order, now))
                        .isPresent())
                .findFirst()
                .map(one -> Reason.of("EDITED_AFTER_DELIVERY", Integer.toString(one.number())));
    }

    private static boolean isTakenBack(Fulfillment delivery, List<Fulfillment> made) {
        return pieces(delivery)
                        .compareTo(made.stream()
                                .filter(one -> delivery.id().equals(one.returnOf()))
                                .map(Hindsight::pieces)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                == 0;
    }

    private static BigDecimal pieces(Fulfillment one) {
        return one.lines().stream().map(line -> line.quantity()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Lines added since do not matter: they are delivered, or they are not. */
    private static boolean saysTheSame(Fulfillment delivery, Order then, Order now) {
        return then.currency().equals(now.currency())
                && then.discounts().equals(now.discounts())
                && reductions(then).equals(reductions(now))
                && delivery.lines().stream()
                        .map(line -> line.lineKey())
                        .distinct()
                        .allMatch(key -> line(then, key)
                                .flatMap(before -> line(now, key).filter(after -> costsTheSame(before, after)))
                                .isPresent());
    }

    private static boolean costsTheSame(OrderLine before, OrderLine after) {
        return before.quantity().compareTo(after.quantity()) == 0
                && before.unitPrice().compareTo(after.unitPrice()) == 0
                && Objects.equals(before.discount(), after.discount())
                && Objects.equals(before.vatRate(), after.vatRate());
    }

    private static List<OrderLine> reductions(Order order) {
        return order.lines().stream().filter(OrderLine::isReduction).toList();
    }

    private static Optional<OrderLine> line(Order order, String key) {
        return order.lines().stream().filter(line -> line.key().equals(key)).findFirst();
    }
}
