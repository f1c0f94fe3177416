package dk.ordrebro.accounting.billy.wire;

import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.Problem.Code;
import dk.ordrebro.integration.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One company's way to Billy. Never more calls under way than the integration allows, and none while Billy has asked us to stay away:
 * the answer is then the same as if Billy had said so again.
 */
public final class BillyConnection {

    private static final Logger LOG = LoggerFactory.getLogger(BillyConnection.class);
    private static final int TOO_MANY_REQUESTS = 429;

    private final BillyHttp http;
    private final URI root;
    private final Secret key;
    private final Semaphore places;
    private final Duration turnTimeout;
    private final InstantSource clock;
    private final LongAdder calls = new LongAdder();
    private final AtomicReference<Instant> quietUntil = new AtomicReference<>(Instant.MIN);

    public BillyConnection(
            BillyHttp http, URI root, Secret key, int inFlight, BillyLimits limits, InstantSource clock) {
        this.http = http;
        this.root = root;
        this.key = key;
        this.places = new Semaphore(inFlight);
        this.turnTimeout = limits.turnTimeout();
        this.clock = clock;
    }

    /** Sends once, when its turn has come. */
    public Exchange send(BillyRequest request) {
        return send(request, clock.instant().plus(turnTimeout));
    }

    /** Sends once, when its turn has come, and not at all when that is later than a given time. */
    public Exchange send(BillyRequest request, Instant notAfter) {
        try {
            long left = Duration.between(clock.instant(), notAfter).toMillis();
            if (left < 0 || !places.tryAcquire(left, TimeUnit.MILLISECONDS)) {
                return notDelivered("its turn to be sent came too late");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notDelivered("interrupted while waiting for a turn to be sent");
        }
        try {
            return sendInPlace(request);
        } finally {
            places.release();
        }
    }

    private Exchange sendInPlace(BillyRequest request) {
        Instant start = clock.instant();
        Duration quiet = Duration.between(start, quietUntil.get());
        if (quiet.isPositive()) {
            return new Exchange.NotDelivered(
                    new Problem(Code.THROTTLED, "Billy asked us to wait " + quiet.toMillis() + " ms more"), quiet);
        }
        calls.increment();
        Exchange exchange = http.send(request, root, key);
        heed(exchange);
        LOG.debug(
                "{} {} in {} ms",
                request,
                outcome(exchange),
                start.until(clock.instant()).toMillis());
        return exchange;
    }

    private void heed(Exchange exchange) {
        if (exchange instanceof Exchange.Answered answered
                && answered.status() == TOO_MANY_REQUESTS
                && answered.retryAfter() != null) {
            quietUntil.accumulateAndGet(clock.instant().plus(answered.retryAfter()), (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    private static Exchange notDelivered(String cause) {
        return new Exchange.NotDelivered(new Problem(Code.UNREACHABLE, cause), null);
    }

    private static String outcome(Exchange exchange) {
        return switch (exchange) {
            case Exchange.Answered answered -> "answered " + answered.status();
            case Exchange.NotDelivered not ->
                "was not delivered: " + not.problem().detail();
            case Exchange.Lost lost -> "got no answer: " + lost.problem().detail();
        };
    }

    /** How many calls went out. */
    public long calls() {
        return calls.sum();
    }
}
