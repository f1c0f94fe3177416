package dk.ordrebro.order;

import dk.ordrebro.integration.OrderIntegration;
import java.util.List;

/** Orders were handled, or deliveries taken back. Published inside the transaction that stores the fulfillments. */
public record FulfillmentsCreated(List<Handled> handled) {

    /** One fulfillment with the order it belongs to and the shop it came from. */
    public record Handled(OrderIntegration integration, Order order, Fulfillment fulfillment) {}
}
