package dk.ordrebro.intake.round;

import dk.ordrebro.intake.OrderSource;
import dk.ordrebro.intake.OrderSources;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.integration.ShopConnections;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What it takes to judge a webhook, remembered for a few seconds: a busy shop's webhooks would otherwise each open the seal again. */
class Keys {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final OrderIntegrations integrations;
    private final ShopConnections connections;
    private final OrderSources sources;
    private final InstantSource clock;
    private final Map<Door, Known> remembered = new ConcurrentHashMap<>();

    Keys(OrderIntegrations integrations, ShopConnections connections, OrderSources sources, InstantSource clock) {
        this.integrations = integrations;
        this.connections = connections;
        this.sources = sources;
        this.clock = clock;
    }

    /** A shop behind a door. */
    record Key(OrderIntegration integration, ShopConnection connection, OrderSource source) {}

    private record Known(Key key, Instant until) {}

    /** Empty when there is no such shop, or it was never connected. */
    Optional<Key> of(Door door) {
        Instant now = clock.instant();
        Known known = remembered.get(door);
        if (known != null && known.until.isAfter(now)) {
            return Optional.of(known.key);
        }
        Optional<Key> found = find(door);
        if (remembered.size() >= MOST) {
            remembered.clear();
        }
        found.ifPresentOrElse(
                key -> remembered.put(door, new Known(key, now.plus(REMEMBERED))), () -> remembered.remove(door));
        return found;
    }

    private Optional<Key> find(Door door) {
        return integrations
                .find(door.company(), door.shop())
                .flatMap(integration -> sources.of(integration.platform())
                        .flatMap(source -> connections
                                .find(door.company(), door.shop())
                                .map(connection -> new Key(integration, connection, source))));
    }
}
