package dk.ordrebro.billysimulator.fault;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which calls a fault meets. {@link #on} gives one that meets every call of a route; the {@code with…} methods narrow it.
 *
 * @param organizationId whose calls, or null for anybody's
 * @param route the route as the counters write it, with {@code *} for anything: {@code POST /invoices}, {@code * /contacts*}
 * @param after how many matching calls are let through first
 * @param times how many calls are met, 0 for no limit
 * @param probability how likely a matching call is met, from 0 to 1
 */
public record FaultRule(
        @Nullable String organizationId, String route, int after, int times, double probability, Effect effect) {

    public FaultRule {
        if (after < 0 || times < 0 || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("after and times from 0 up, probability from 0 to 1");
        }
    }

    public static FaultRule on(String route, Effect effect) {
        return new FaultRule(null, route, 0, 0, 1, effect);
    }

    public FaultRule withOrganization(@Nullable String id) {
        return new FaultRule(id, route, after, times, probability, effect);
    }

    public FaultRule withAfter(int calls) {
        return new FaultRule(organizationId, route, calls, times, probability, effect);
    }

    public FaultRule withTimes(int calls) {
        return new FaultRule(organizationId, route, after, calls, probability, effect);
    }

    public FaultRule withProbability(double chance) {
        return new FaultRule(organizationId, route, after, times, chance, effect);
    }

    /** The route as a regular expression. */
    Pattern pattern() {
        return Pattern.compile("\\Q" + route.replace("*", "\\E.*\\Q") + "\\E");
    }
}
