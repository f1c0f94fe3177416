package dk.ordrebro.webhook;

import dk.ordrebro.access.CompanyId;
import java.net.URI;
import java.time.Instant;
import java.util.Set;

/**
 * An address that is told.
 *
 * @param failures in a row, so far
 * @param retryAt nothing is sent before
 */
public record Endpoint(
        CompanyId company,
        EndpointId id,
        URI url,
        Set<Event> events,
        State state,
        Instant createdAt,
        int failures,
        Instant retryAt) {

    public Endpoint {
        events = Set.copyOf(events);
    }

    /** Whether it is told. */
    public enum State {
        ON,
        /** By a person. Meanwhile nothing is kept for it. */
        OFF,
        /** By us, after too many failures. What happens meanwhile is kept and sent once it is switched on again. */
        FAILED
    }
}
