package dk.ordrebro.billysimulator.fault;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import java.time.Instant;

/** Holds so many tokens and wins so many a second; a call takes one. */
@Behaviour(
        value = "There is no rate limit unless one is ordered; beyond it comes 429 with Retry-After in seconds",
        known = Known.GUESSED,
        where = "5",
        question = 12)
final class TokenBucket {

    private static final long MILLIS = 1000;

    private final long capacityMillis;
    private final int perSecond;
    private long tokenMillis;
    private Instant filled;

    TokenBucket(int capacity, int perSecond, Instant now) {
        this.capacityMillis = capacity * MILLIS;
        this.perSecond = perSecond;
        this.tokenMillis = capacityMillis;
        this.filled = now;
    }

    /** Takes a token and returns 0, or returns the whole seconds until there is one. */
    synchronized int take(Instant now) {
        long passed = Math.max(0, now.toEpochMilli() - filled.toEpochMilli());
        tokenMillis = Math.min(capacityMillis, tokenMillis + passed * perSecond);
        filled = now;
        if (tokenMillis >= MILLIS) {
            tokenMillis -= MILLIS;
            return 0;
        }
        long missing = MILLIS - tokenMillis;
        return Math.toIntExact(Math.max(1, Math.ceilDiv(missing, perSecond * MILLIS)));
    }
}
