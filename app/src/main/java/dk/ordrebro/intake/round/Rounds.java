package dk.ordrebro.intake.round;

import dk.ordrebro.intake.OrderSource;
import dk.ordrebro.intake.OrderSources;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.intake.http.ShopLimits;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.SealBroken;
import dk.ordrebro.integration.ShopConnections;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what is due for one shop until nothing is. Only one round goes on for a shop at a time, on whatever node. */
class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    /** How soon to look whether a shop was switched on. */
    private static final Duration OFF = Duration.ofMinutes(1);

    private final OrderIntegrations integrations;
    private final ShopConnections connections;
    private final OrderSources sources;
    private final RoundTools tools;

    Rounds(OrderIntegrations integrations, ShopConnections connections, OrderSources sources, RoundTools tools) {
        this.integrations = integrations;
        this.connections = connections;
        this.sources = sources;
        this.tools = tools;
    }

    /**
     * What a round works with.
     *
     * @param patience how failures are spaced
     */
    record RoundTools(
            JdbcFeeds feeds,
            Webhooks webhooks,
            Arrivals arrivals,
            JdbcHeldArrivals held,
            TakingIn takingIn,
            ShopLimits limits,
            Patience patience,
            InstantSource clock) {}

    /**
     * Works until nothing is due.
     *
     * @return when to come again; empty for a shop that is switched off or not connected
     */
    Optional<Instant> run(Door door) {
        Optional<Instant> again = integrations
                .find(door.company(), door.shop())
                .filter(OrderIntegration::active)
                .flatMap(shop -> sources.of(shop.platform()).flatMap(source -> run(door, shop, source)));
        tools.feeds().due(door, again.orElseGet(() -> tools.clock().instant().plus(OFF)));
        return again;
    }

    private Optional<Instant> run(Door door, OrderIntegration shop, OrderSource source) {
        try {
            return connections
                    .find(door.company(), door.shop())
                    .map(connection -> new Round(door, new ShopContext(shop, connection), source, tools).go());
        } catch (SealBroken broken) {
            LOG.error("Order integration {}: {}", door.shop(), broken.getMessage());
            return Optional.empty();
        }
    }
}
