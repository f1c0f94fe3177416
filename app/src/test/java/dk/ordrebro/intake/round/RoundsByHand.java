package dk.ordrebro.intake.round;

import dk.ordrebro.integration.OrderIntegration;
import java.time.Instant;
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
}
