package dk.ordrebro.access;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Makes identifiers that sort in the order they were made (UUID version 7 with a counter, RFC 9562 6.2 method 1), so that new rows lie together
 * in every index and lists show the newest first, also of what came in the same millisecond or after the clock was set back.
 * Time and randomness come in from outside, so that a simulated run makes the same identifiers every time.
 */
public final class Ids {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = 0xFFFL;

    private final InstantSource clock;
    private final RandomGenerator random;
    /** Milliseconds and counter of the last one. */
    private final AtomicLong last = new AtomicLong();

    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        long made = last.updateAndGet(before -> Math.max(before + 1, (clock.millis() << COUNTER_BITS) | start()));
        long high = (made >>> COUNTER_BITS << 16) | VERSION_7 | (made & COUNTER_MASK);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | VARIANT;
        return new UUID(high, low);
    }

    /** Where the counter of a millisecond begins: anywhere in its lower half, so that there is room to count. */
    private long start() {
        return random.nextInt() & (COUNTER_MASK >>> 1);
    }
}
