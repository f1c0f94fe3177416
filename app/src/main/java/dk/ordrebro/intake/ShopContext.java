package dk.ordrebro.intake;

import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.OrderKey;

/** The shop an order comes from, as far as reading the order needs it. */
public record ShopContext(OrderIntegration integration, ShopConnection connection) {

    public OrderKey key(String shopOrderId) {
        return new OrderKey(integration.company(), integration.id(), shopOrderId);
    }
}
