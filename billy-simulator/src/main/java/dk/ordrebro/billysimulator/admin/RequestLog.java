package dk.ordrebro.billysimulator.admin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;

/** The last requests, newest last. */
public final class RequestLog {

    private static final int KEPT = 2_000;
    private static final int KEPT_BYTES = 4_096;

    private final Deque<LogEntry> entries = new ArrayDeque<>();
    private long count;

    /** Adds the entry made for the next number. */
    public synchronized void add(LongFunction<LogEntry> entry) {
        entries.addLast(entry.apply(++count));
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }

    public synchronized List<LogEntry> entries() {
        return new ArrayList<>(entries);
    }

    synchronized void clear() {
        entries.clear();
    }

    /** The part of a body that is kept. */
    public static String excerpt(byte[] body) {
        int length = Math.min(body.length, KEPT_BYTES);
        return new String(body, 0, length, StandardCharsets.UTF_8) + (length < body.length ? "…" : "");
    }
}
