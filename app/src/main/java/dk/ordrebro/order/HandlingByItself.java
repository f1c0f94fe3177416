package dk.ordrebro.order;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.Trigger;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;

/**
 * Handles orders whose shop wants them handled when they are paid or come in, in the transaction that keeps them. Each is handled so once:
 * what the shop adds later, or a person undoes, is a person's to handle.
 */
class HandlingByItself {

    /** Marks the delivery, so that it is made once. Colons keep it apart from any shop's own keys. */
    static final String KEY = "ordrebro:trigger";

    private final OrderIntegrations shops;
    private final Handling handling;
    private final InstantSource clock;

    HandlingByItself(OrderIntegrations shops, Handling handling, InstantSource clock) {
        this.shops = shops;
        this.handling = handling;
        this.clock = clock;
    }

    private record Shop(CompanyId company, OrderIntegrationId id) {}

    @EventListener
    void on(OrdersReceived received) {
        Map<Shop, List<OrdersReceived.Received>> byShop = received.orders().stream()
                .collect(Collectors.groupingBy(stored -> new Shop(
                        stored.order().key().company(), stored.order().key().integration())));
        byShop.forEach((shop, told) ->
                shops.find(shop.company(), shop.id()).ifPresent(integration -> handle(integration, told)));
    }

    private void handle(OrderIntegration shop, List<OrdersReceived.Received> told) {
        List<Handling.Whole> due = told.stream()
                .filter(stored -> isDue(shop.trigger(), stored.order()))
                .map(stored -> new Handling.Whole(stored.id(), clock.instant(), KEY))
                .toList();
        if (!due.isEmpty()) {
            handling.handleAll(shop.company(), due);
        }
    }

    private static boolean isDue(Trigger trigger, Order order) {
        return switch (trigger) {
            case HANDLED -> false;
            case PAID -> order.isPaid();
            case RECEIVED -> true;
        };
    }
}
