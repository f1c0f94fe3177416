package dk.ordrebro.intake.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps each shop's pace, and silence where a shop asked for it: who would have to wait longer than a few seconds is turned away at once
 * with the answer the shop would give. A shop is asked by one node at a time, so each node may keep the turns for itself.
 */
public final class Turns {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_SILENCE = Duration.ofHours(1);

    private final InstantSource clock;
    private final Waiting waiting;
    private final Map<Object, Instant> next = new ConcurrentHashMap<>();

    public Turns(InstantSource clock, Waiting waiting) {
        this.clock = clock;
        this.waiting = waiting;
    }

    /** Lets time pass. Tests let it pass at once. */
    @FunctionalInterface
    public interface Waiting {

        void pass(Duration time) throws InterruptedException;
    }

    /** Waits for the caller's turn and takes it. */
    public void take(Object shop, Pace pace) {
        Instant now = clock.instant();
        Instant[] mine = new Instant[1];
        next.compute(shop, (key, free) -> {
            mine[0] = free == null || free.isBefore(now) ? now : free;
            return tooLate(now, mine[0]) ? free : mine[0].plus(pace.between());
        });
        Duration wait = Duration.between(now, mine[0]);
        if (tooLate(now, mine[0])) {
            throw new ShopUnavailable(
                    ShopUnavailable.Code.THROTTLED, "asked to wait " + wait.toSeconds() + " s more", wait);
        }
        if (wait.isPositive()) {
            pass(wait);
        }
    }

    private static boolean tooLate(Instant now, Instant turn) {
        return Duration.between(now, turn).compareTo(LONGEST_WAIT) > 0;
    }

    private void pass(Duration wait) {
        try {
            waiting.pass(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShopUnavailable(ShopUnavailable.Code.UNREACHABLE, "interrupted while waiting for a turn");
        }
    }

    /** The shop asked for silence, or will answer nothing useful before. */
    void pause(Object shop, Duration silence) {
        Duration held = silence.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : silence;
        next.merge(shop, clock.instant().plus(held), (a, b) -> a.isAfter(b) ? a : b);
    }
}
