package dk.ordrebro.intake;

import dk.ordrebro.integration.OrderIntegration;
import org.springframework.context.ApplicationContext;

/** Makes a shop's round at once, for the tests of adapters. */
public final class RoundsByHand {

    private RoundsByHand() {}

    public static void run(ApplicationContext context, OrderIntegration shop) {
        context.getBean(Rounds.class).run(new Door(shop.company(), shop.id())).orElseThrow();
    }
}
