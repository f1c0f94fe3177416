package dk.ordrebro.intake.csv;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Orders.OrderRevision;
import dk.ordrebro.order.StoredOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds what a customer was delivered of a SKU and has not given back yet. */
final class Originals {

    /** A customer's older orders are not searched. */
    private static final int MAX_ORDERS = 500;

    private final Orders orders;
    private final OrderIntegration shop;

    Originals(Orders orders, OrderIntegration shop) {
        this.orders = orders;
        this.shop = shop;
    }

    /**
     * A delivered line.
     *
     * @param left pieces not taken back
     */
    record Delivered(FulfillmentId delivery, String lineKey, BigDecimal unitPrice, BigDecimal left) {}

    /** Everything a customer bought of a SKU, latest first, with what was taken back of it. */
    record Bought(List<Delivered> lines, List<Fulfillment> returns) {}

    Bought bought(String customer, String sku, Instant until) {
        List<Delivered> lines = new ArrayList<>();
        List<Fulfillment> returns = new ArrayList<>();
        CompanyId company = shop.company();
        for (StoredOrder stored : orders.bought(company, shop.id(), customer, sku, until, MAX_ORDERS)) {
            List<Fulfillment> parts = orders.fulfillments(company, stored.id());
            parts.stream().filter(Fulfillment::isReturn).forEach(returns::add);
            for (Fulfillment delivery : parts.reversed()) {
                if (!delivery.isReturn()) {
                    delivered(asDelivered(stored, delivery), delivery, parts, sku)
                            .forEach(lines::add);
                }
            }
        }
        return new Bought(lines, returns);
    }

    /** The order as it was when the delivery was made: its prices are those of the invoice. */
    private Order asDelivered(StoredOrder stored, Fulfillment delivery) {
        if (stored.revision() == delivery.revision()) {
            return stored.order();
        }
        OrderRevision wanted = new OrderRevision(stored.id(), delivery.revision());
        return orders.revisions(shop.company(), List.of(wanted)).getFirst().order();
    }

    private static Stream<Delivered> delivered(Order order, Fulfillment delivery, List<Fulfillment> parts, String sku) {
        return delivery.lines().reversed().stream()
                .flatMap(part -> order.lines().stream()
                        .filter(line -> line.key().equals(part.lineKey()) && sku.equals(line.sku()))
                        .map(line -> delivered(line, part, delivery, parts)));
    }

    private static Delivered delivered(
            OrderLine line, FulfilledLine part, Fulfillment delivery, List<Fulfillment> parts) {
        BigDecimal back = parts.stream()
                .filter(other -> delivery.id().equals(other.returnOf()))
                .flatMap(other -> other.lines().stream())
                .filter(returned -> returned.lineKey().equals(part.lineKey()))
                .map(FulfilledLine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Delivered(
                delivery.id(), line.key(), line.unitPrice(), part.quantity().subtract(back));
    }
}
