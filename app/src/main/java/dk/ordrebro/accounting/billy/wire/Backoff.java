package dk.ordrebro.accounting.billy.wire;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a read is tried again: at most {@code retries} times, four times as long after each, spread over half of it by chance, or as long as Billy asks.
 *
 * @param longest what a caller can be made to wait at once; when Billy asks for more, we give up and say so
 */
public record Backoff(int retries, Duration first, Duration longest) {

    public static final Backoff STANDARD = new Backoff(3, Duration.ofMillis(250), Duration.ofSeconds(10));

    public boolean allows(int retry, @Nullable Duration asked) {
        return retry <= retries && (asked == null || asked.compareTo(longest) <= 0);
    }

    /** Before retry number {@code retry}, counted from 1. */
    public Duration before(int retry, @Nullable Duration asked, RandomGenerator random) {
        if (asked != null) {
            return asked;
        }
        long millis = first.toMillis() << (2 * (retry - 1));
        long spread = Math.min(millis, longest.toMillis());
        return Duration.ofMillis(spread / 2 + random.nextLong(spread / 2 + 1));
    }
}
