package dk.ordrebro.booking.edit;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.MoneyBack;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Orders.OrderRevision;
import dk.ordrebro.order.StoredOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the documents that no longer fit their order. */
final class Misfits {

    private final JdbcClient jdbc;
    private final Orders orders;

    Misfits(JdbcClient jdbc, Orders orders) {
        this.jdbc = jdbc;
        this.orders = orders;
    }

    /**
     * A document made of an earlier revision, and what differs.
     *
     * @param left pieces of the delivery by line that were not taken back
     * @param moneyBack what was paid back of it without pieces, by line; under an empty key over all
     */
    record Misfit(
            Booked booked,
            Fulfillment delivery,
            Map<String, BigDecimal> left,
            Map<String, MoneyBack> moneyBack,
            List<Difference> differences) {}

    /**
     * An order, with what no longer fits it.
     *
     * @param documents those that say something else than the order does
     * @param added what came to an order that was delivered whole, and is not delivered
     * @param wasWhole whether everything the order held when it was booked was delivered
     */
    record Changed(
            StoredOrder order, List<Booked> booked, List<Misfit> documents, List<Difference> added, boolean wasWhole) {

        List<Difference> differences() {
            List<Difference> all = new ArrayList<>();
            documents.stream()
                    .flatMap(one -> one.differences.stream())
                    .distinct()
                    .forEach(all::add);
            all.addAll(added);
            return all;
        }

        boolean fits() {
            return documents.isEmpty() && added.isEmpty();
        }
    }

    /** The orders that something was booked of, whether anything misfits or not. */
    Map<OrderId, Changed> of(CompanyId company, List<OrderId> wanted) {
        Map<OrderId, List<Booked>> booked =
                Booked.of(jdbc, company, wanted).stream().collect(Collectors.groupingBy(Booked::order));
        Map<OrderId, Changed> changed = new HashMap<>();
        booked.forEach((id, documents) ->
                orders.find(company, id).ifPresent(order -> changed.put(id, compared(company, order, documents))));
        return changed;
    }

    private Changed compared(CompanyId company, StoredOrder now, List<Booked> documents) {
        List<Fulfillment> made = orders.fulfillments(company, now.id());
        Map<Integer, Order> then = revisions(company, now, documents);
        List<Misfit> misfits = new ArrayList<>();
        boolean whole = false;
        List<Difference> added = List.of();
        for (Booked one : documents) {
            Order before = then.get(one.revision());
            Optional<Fulfillment> delivery = made.stream()
                    .filter(part -> part.id().equals(one.fulfillment()))
                    .findFirst();
            if (before == null || delivery.isEmpty()) {
                continue;
            }
            Map<String, BigDecimal> left = left(delivery.get(), made);
            if (left.isEmpty()) {
                continue;
            }
            List<Difference> found = Comparison.of(before, now.order(), delivery.get());
            if (!found.isEmpty()) {
                misfits.add(new Misfit(one, delivery.get(), left, moneyBack(delivery.get(), made), found));
            }
            if (isWhole(before, made)) {
                whole = true;
                added = undelivered(Comparison.added(before, now.order()), now.order(), made);
            }
        }
        return new Changed(now, documents, misfits, added, whole);
    }

    private Map<Integer, Order> revisions(CompanyId company, StoredOrder now, List<Booked> documents) {
        List<OrderRevision> earlier = documents.stream()
                .map(Booked::revision)
                .filter(revision -> revision != now.revision())
                .distinct()
                .map(revision -> new OrderRevision(now.id(), revision))
                .toList();
        return earlier.isEmpty()
                ? Map.of()
                : orders.revisions(company, earlier).stream()
                        .collect(Collectors.toMap(StoredOrder::revision, StoredOrder::order));
    }

    /** What of a delivery was not taken back, by line; lines of which nothing is left are not named. */
    private static Map<String, BigDecimal> left(Fulfillment delivery, List<Fulfillment> made) {
        Map<String, BigDecimal> left = new HashMap<>();
        delivery.lines().forEach(line -> left.merge(line.lineKey(), line.quantity(), BigDecimal::add));
        made.stream()
                .filter(one -> delivery.id().equals(one.returnOf()))
                .flatMap(one -> one.lines().stream())
                .forEach(line -> left.merge(line.lineKey(), line.quantity().negate(), BigDecimal::add));
        left.values().removeIf(quantity -> quantity.signum() == 0);
        return left;
    }

    private static Map<String, MoneyBack> moneyBack(Fulfillment delivery, List<Fulfillment> made) {
        Map<String, MoneyBack> money = new HashMap<>();
        made.stream()
                .filter(one -> delivery.id().equals(one.returnOf()))
                .flatMap(one -> one.lines().stream())
                .filter(line -> line.quantity().signum() == 0)
                .forEach(line -> Optional.ofNullable(line.back())
                        .ifPresent(back -> money.merge(
                                line.lineKey(),
                                back,
                                (first, more) -> new MoneyBack(first.gross().add(more.gross()), first.account()))));
        return money;
    }

    private static boolean isWhole(Order order, List<Fulfillment> made) {
        return order.deliverableLines().stream()
                .allMatch(line -> free(line, made).signum() != line.quantity().signum());
    }

    private static List<Difference> undelivered(List<Difference> added, Order now, List<Fulfillment> made) {
        List<String> titles = now.deliverableLines().stream()
                .filter(line -> free(line, made).signum() == line.quantity().signum())
                .map(OrderLine::title)
                .toList();
        return added.stream().filter(one -> titles.contains(one.line())).toList();
    }

    /** Pieces of a line that no delivery holds and that may be handled. */
    static BigDecimal free(OrderLine line, List<Fulfillment> made) {
        BigDecimal free = line.quantity();
        for (Fulfillment one : made) {
            BigDecimal pieces = one.lines().stream()
                    .filter(part -> part.lineKey().equals(line.key()))
                    .map(FulfilledLine::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (!one.isReturn()) {
                free = free.subtract(pieces);
            } else if (one.reopens()) {
                free = free.add(pieces);
            }
        }
        return Objects.requireNonNull(free);
    }
}
