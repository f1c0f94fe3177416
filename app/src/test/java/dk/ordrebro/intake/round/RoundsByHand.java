package dk.ordrebro.intake.round;

import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Raw;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Makes a shop's round at once, for the tests of adapters. */
public final class RoundsByHand {

    private RoundsByHand() {}

    /** Says when the next one is due. */
    public static Instant run(ApplicationContext context, OrderIntegration shop) {
        return context.getBean(Rounds.class)
                .run(new Door(shop.company(), shop.id()))
                .orElseThrow();
    }

    /** A proven webhook came in for an order. */
    public static void hint(ApplicationContext context, OrderIntegration shop, String shopOrderId) {
        context.getBean(Webhooks.class)
                .keep(List.of(
                        new Webhooks.Received(new Door(shop.company(), shop.id()), shopOrderId, Raw.of(shopOrderId))));
    }
}
