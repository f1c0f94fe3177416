package dk.ordrebro.billysimulator.admin;

import dk.ordrebro.billysimulator.api.Effects;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happened in one company since the start or the last reset. */
public final class Counters {

    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();
    private final LongAdder created = new LongAdder();
    private final LongAdder approved = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder deleted = new LongAdder();

    /**
     * The counts at one moment.
     *
     * @param calls by route and outcome, for example {@code POST /invoices 200} or {@code GET /invoices/{id} 404}
     * @param duplicates invoices made although one of their type already carried the same externalId
     */
    public record Counts(
            Map<String, Long> calls, long invoicesCreated, long approvals, long duplicates, long draftsDeleted) {

        public long calls(String routeAndStatus) {
            return calls.getOrDefault(routeAndStatus, 0L);
        }

        /** All calls of one route, whatever their outcome. */
        public long callsOf(String route) {
            return calls.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(route + " "))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        public long allCalls() {
            return calls.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    void count(String route, String outcome, Effects effects) {
        calls.computeIfAbsent(route + " " + outcome, any -> new LongAdder()).increment();
        created.add(effects.created());
        approved.add(effects.approved());
        duplicates.add(effects.duplicates());
        deleted.add(effects.deleted());
    }

    Counts counts() {
        Map<String, Long> byRoute = new TreeMap<>();
        calls.forEach((route, count) -> byRoute.put(route, count.sum()));
        return new Counts(byRoute, created.sum(), approved.sum(), duplicates.sum(), deleted.sum());
    }
}
