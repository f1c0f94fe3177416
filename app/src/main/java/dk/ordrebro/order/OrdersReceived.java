package dk.ordrebro.order;

import java.util.List;

/** Shops told of orders that are new or changed. Published inside the transaction that keeps them; never empty. */
public record OrdersReceived(List<Received> orders) {

    public OrdersReceived {
        orders = List.copyOf(orders);
    }

    /** What a shop told last of one order. */
    public record Received(OrderId id, int revision, Order order) {}
}
