package dk.ordrebro.booking.drain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When to try again what certainly was not sent: soon at first, then ever more seldom, and after the last pause a person decides.
 *
 * @param pauses before the second attempt, the third, …
 */
record RetryPolicy(List<Duration> pauses) {

    static final RetryPolicy USUAL = new RetryPolicy(List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24)));

    /** How long to wait after so many attempts; empty when a person must decide. */
    Optional<Duration> after(int attempts) {
        return attempts <= pauses.size() ? Optional.of(pauses.get(Math.max(attempts, 1) - 1)) : Optional.empty();
    }
}
