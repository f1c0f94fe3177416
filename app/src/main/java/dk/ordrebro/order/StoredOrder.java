package dk.ordrebro.order;

import java.time.Instant;

/**
 * The latest revision of an order with its place in our books.
 *
 * @param revision 1 for the first version the shop told us
 * @param receivedAt when this revision came in
 */
public record StoredOrder(OrderId id, int revision, Order order, OrderState state, Instant receivedAt) {}
