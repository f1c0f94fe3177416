package dk.ordrebro.simulation;

import dk.ordrebro.billysimulator.fault.Effect;
import dk.ordrebro.billysimulator.store.Deviation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What meets a call. It depends on the seed, on what is called for which document, and on how often that was called before, but not on the order
 * in which documents come to it: so a story is the same each time whatever the threads do.
 */
final class Weather {

    /** What a call meets. */
    sealed interface Trouble {

        record InBilly(String route, Effect effect) implements Trouble {}

        record CrashBefore() implements Trouble {}

        record CrashAfter() implements Trouble {}
    }

    private static final List<Effect> ANYWHERE = List.of(
            new Effect.LoseAnswer(),
            new Effect.ResetBefore(),
            new Effect.HalfBody(),
            new Effect.Status(500, "INTERNAL", null),
            new Effect.Status(429, "TOO_MANY_REQUESTS", 1),
            new Effect.Html(502));
    private static final Effect REFUSED = new Effect.Status(422, "OTHER", null);
    private static final Effect DEARER = new Effect.Deviate(Deviation.TOTALS_OFF);

    private final long seed;
    private final Map<String, Integer> times = new HashMap<>();
    private int percent;
    private boolean commitFails;

    Weather(long seed) {
        this.seed = seed;
    }

    void storm(int strength) {
        percent = strength;
    }

    void calm() {
        percent = 0;
        commitFails = false;
    }

    /** Calm while a person works in Billy itself. */
    <T> T aside(java.util.function.Supplier<T> work) {
        int before = percent;
        percent = 0;
        try {
            return work.get();
        } finally {
            percent = before;
        }
    }

    void nextCommitFails() {
        commitFails = true;
    }

    boolean commitFails() {
        boolean fails = commitFails;
        commitFails = false;
        return fails;
    }

    synchronized @Nullable Trouble meets(String verb, String what) {
        int time = times.merge(verb + what, 1, Integer::sum);
        Random random = new Random(seed ^ (verb + "|" + what + "|" + time).hashCode() * 0x9E3779B97F4A7C15L);
        random.nextInt();
        if (random.nextInt(100) >= percent) {
            return null;
        }
        int kind = random.nextInt(12);
        return switch (kind) {
            case 0 -> new Trouble.CrashBefore();
            case 1 -> new Trouble.CrashAfter();
            case 2 -> new Trouble.InBilly(route(verb), writes(verb) ? REFUSED : ANYWHERE.get(3));
            case 3 -> new Trouble.InBilly(route(verb), verb.equals("create") ? DEARER : ANYWHERE.get(1));
            default -> new Trouble.InBilly(route(verb), ANYWHERE.get(random.nextInt(ANYWHERE.size())));
        };
    }

    private static boolean writes(String verb) {
        return verb.equals("create") || verb.equals("approve") || verb.equals("delete");
    }

    private static String route(String verb) {
        return switch (verb) {
            case "create" -> "POST /invoices";
            case "approve" -> "PUT /invoices/{id}";
            case "delete" -> "DELETE /invoices/{id}";
            default -> "GET *";
        };
    }
}
