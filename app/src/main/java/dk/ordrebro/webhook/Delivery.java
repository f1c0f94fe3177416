package dk.ordrebro.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one address.
 *
 * @param event as it is sent
 * @param about what people call the thing it is about: an order's number
 * @param dueAt when it is tried next, while it waits
 * @param status HTTP status of the last try; null when no answer came
 * @param problem what went wrong at the last try
 */
public record Delivery(
        UUID id,
        String event,
        String about,
        State state,
        Instant createdAt,
        Instant dueAt,
        int attempts,
        @Nullable Instant triedAt,
        @Nullable Integer status,
        @Nullable String problem) {

    /** What came of it. */
    public enum State {
        WAITING,
        DELIVERED,
        /** Tried often enough. It can be sent again by hand. */
        GIVEN_UP
    }
}
