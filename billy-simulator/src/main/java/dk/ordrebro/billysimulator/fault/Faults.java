package dk.ordrebro.billysimulator.fault;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The faults that are ordered now. Rules are asked in the order in which they were added. */
public final class Faults {

    private final RandomGenerator random;
    private final InstantSource clock;
    private final Map<Integer, Standing> standing = new ConcurrentSkipListMap<>();
    private final AtomicInteger lastId = new AtomicInteger();

    public Faults(RandomGenerator random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    /** A rule that is in force, and how many calls it has met. */
    public record Ordered(int id, FaultRule rule, int hits) {}

    private final class Standing {
        private final FaultRule rule;
        private final Pattern route;
        private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();
        private int seen;
        private int hits;

        Standing(FaultRule rule) {
            this.rule = rule;
            this.route = rule.pattern();
        }

        synchronized boolean meets(@Nullable String company, String called) {
            boolean others =
                    rule.organizationId() != null && !rule.organizationId().equals(company);
            if (others || !route.matcher(called).matches()) {
                return false;
            }
            seen++;
            boolean spent = rule.times() > 0 && hits >= rule.times();
            if (seen <= rule.after() || spent || chance() >= rule.probability()) {
                return false;
            }
            hits++;
            return true;
        }

        int waitForToken(Effect.RateLimit limit, @Nullable String company, Instant now) {
            return buckets.computeIfAbsent(
                            company == null ? "" : company,
                            any -> new TokenBucket(limit.capacity(), limit.perSecond(), now))
                    .take(now);
        }
    }

    private double chance() {
        synchronized (random) {
            return random.nextDouble();
        }
    }

    /** Orders a fault and returns its number. */
    public int order(FaultRule rule) {
        int id = lastId.incrementAndGet();
        standing.put(id, new Standing(rule));
        return id;
    }

    /** Takes a fault back; false when there is none of that number. */
    public boolean cancel(int id) {
        return standing.remove(id) != null;
    }

    public void clear() {
        standing.clear();
    }

    public List<Ordered> ordered() {
        List<Ordered> ordered = new ArrayList<>();
        standing.forEach((id, one) -> ordered.add(new Ordered(id, one.rule, one.hits)));
        return ordered;
    }

    /** What the faults do to this call. */
    public Plan plan(@Nullable String company, String route) {
        if (standing.isEmpty()) {
            return Plan.NOTHING;
        }
        List<Effect> effects = new ArrayList<>();
        standing.values().forEach(one -> {
            if (one.meets(company, route)) {
                effects.add(resolved(one, company));
            }
        });
        return Plan.of(effects, this::millis);
    }

    private Effect resolved(Standing one, @Nullable String company) {
        if (one.rule.effect() instanceof Effect.RateLimit limit) {
            int wait = one.waitForToken(limit, company, clock.instant());
            return wait == 0
                    ? new Effect.Latency(new Effect.Delay.Fixed(0), false)
                    : new Effect.Status(429, "TOO_MANY_REQUESTS", wait);
        }
        return one.rule.effect();
    }

    private long millis(Effect.Delay delay) {
        return switch (delay) {
            case Effect.Delay.Fixed(long millis) -> millis;
            case Effect.Delay.Uniform(long least, long most) -> least + (long) (chance() * (most - least + 1));
            case Effect.Delay.Exponential(long mean) -> (long) Math.min(10.0 * mean, -mean * Math.log(1 - chance()));
        };
    }
}
