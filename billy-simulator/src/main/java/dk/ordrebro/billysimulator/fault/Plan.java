package dk.ordrebro.billysimulator.fault;

import dk.ordrebro.billysimulator.store.Deviation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one call: waits add up, deviations gather, and of the effects that end a call the first one counts.
 *
 * @param instead what is sent without doing the work, or null to do it
 * @param delivery how the answer goes out after the work, or null for properly
 * @param lock the day up to which the books are locked before the work, or null
 * @param names the faults that played a part
 */
public record Plan(
        long millisBefore,
        long millisAfter,
        @Nullable Effect instead,
        @Nullable Effect delivery,
        @Nullable LocalDate lock,
        Set<Deviation> deviations,
        List<String> names) {

    static final Plan NOTHING = new Plan(0, 0, null, null, null, Set.of(), List.of());

    /** The faults' names in one word, or null when there were none. */
    public @Nullable String label() {
        return names.isEmpty() ? null : String.join("+", names);
    }

    static Plan of(List<Effect> effects, ToLongFunction<Effect.Delay> millis) {
        Making plan = new Making();
        effects.forEach(effect -> plan.add(effect, millis));
        return plan.made();
    }

    private static final class Making {
        private long before;
        private long after;
        private @Nullable Effect instead;
        private @Nullable Effect delivery;
        private @Nullable LocalDate lock;
        private final Set<Deviation> deviations = EnumSet.noneOf(Deviation.class);
        private final List<String> names = new ArrayList<>();

        void add(Effect effect, ToLongFunction<Effect.Delay> millis) {
            switch (effect) {
                case Effect.Latency(Effect.Delay delay, boolean afterWork) -> {
                    long wait = millis.applyAsLong(delay);
                    before += afterWork ? 0 : wait;
                    after += afterWork ? wait : 0;
                    if (wait == 0) {
                        return;
                    }
                }
                case Effect.Status end -> instead = instead == null ? end : instead;
                case Effect.Html end -> instead = instead == null ? end : instead;
                case Effect.ResetBefore end -> instead = instead == null ? end : instead;
                case Effect.LoseAnswer end -> delivery = delivery == null ? end : delivery;
                case Effect.HalfBody end -> delivery = delivery == null ? end : delivery;
                case Effect.Drip end -> delivery = delivery == null ? end : delivery;
                case Effect.LockPeriod(LocalDate day) -> lock = day;
                case Effect.Deviate(Deviation deviation) -> deviations.add(deviation);
                case Effect.RateLimit limit -> throw new IllegalStateException("bug: a rate limit is resolved before");
            }
            names.add(effect.name());
        }

        Plan made() {
            return new Plan(before, after, instead, delivery, lock, Set.copyOf(deviations), List.copyOf(names));
        }
    }
}
