package dk.ordrebro.billysimulator.store;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything one request wants to change, in one piece: either all of it happens or nothing. Reads through it see what it
 * has put so far.
 */
public final class Change implements Reading {

    private final Reading stored;
    private final Instant now;
    private final Ids ids;
    private final Set<Deviation> deviations;
    private final Map<Schema, Map<String, Row>> put = new LinkedHashMap<>();
    private final Map<Schema, Set<String>> deleted = new LinkedHashMap<>();

    Change(Reading stored, Instant now, Ids ids, Set<Deviation> deviations) {
        this.stored = stored;
        this.now = now;
        this.ids = ids;
        this.deviations = deviations;
    }

    /** The moment of the change, to the second. */
    public Instant now() {
        return now;
    }

    /** Whether a fault was ordered for this change. */
    public boolean deviates(Deviation deviation) {
        return deviations.contains(deviation);
    }

    public String newId() {
        return ids.next();
    }

    public void put(Row row) {
        put.computeIfAbsent(row.schema(), schema -> new LinkedHashMap<>(4)).put(row.id(), row);
    }

    public void delete(Schema schema, String id) {
        Map<String, Row> pending = put.get(schema);
        if (pending != null) {
            pending.remove(id);
        }
        deleted.computeIfAbsent(schema, any -> new LinkedHashSet<>()).add(id);
    }

    /** What was put, by resource, in the order it was put first. */
    public Map<Schema, Map<String, Row>> changed() {
        return put;
    }

    public Map<Schema, Set<String>> deleted() {
        return deleted;
    }

    @Override
    public @Nullable Row find(Schema schema, @Nullable String id) {
        if (id == null || deleted.getOrDefault(schema, Set.of()).contains(id)) {
            return null;
        }
        Row pending = put.getOrDefault(schema, Map.of()).get(id);
        return pending == null ? stored.find(schema, id) : pending;
    }

    @Override
    public List<Row> having(Schema schema, Field<String> indexed, String value) {
        Map<String, Row> pending = put.getOrDefault(schema, Map.of());
        Set<String> gone = deleted.getOrDefault(schema, Set.of());
        List<Row> found = new ArrayList<>();
        for (Row row : stored.having(schema, indexed, value)) {
            if (!gone.contains(row.id()) && !pending.containsKey(row.id())) {
                found.add(row);
            }
        }
        for (Row row : pending.values()) {
            if (value.equals(row.get(indexed))) {
                found.add(row);
            }
        }
        return found;
    }

    @Override
    public @Nullable Row anyHaving(Schema schema, Field<String> indexed, String value) {
        if (!put.containsKey(schema) && !deleted.containsKey(schema)) {
            return stored.anyHaving(schema, indexed, value);
        }
        List<Row> found = having(schema, indexed, value);
        return found.isEmpty() ? null : found.getFirst();
    }

    @Override
    public List<Row> all(Schema schema) {
        Map<String, Row> pending = put.getOrDefault(schema, Map.of());
        Set<String> gone = deleted.getOrDefault(schema, Set.of());
        List<Row> found = new ArrayList<>(stored.all(schema));
        found.removeIf(row -> gone.contains(row.id()) || pending.containsKey(row.id()));
        found.addAll(pending.values());
        return found;
    }

    @Override
    public Row organization() {
        Schema schema = Objects.requireNonNull(stored.schema("organization"));
        Map<String, Row> pending = put.getOrDefault(schema, Map.of());
        return pending.isEmpty()
                ? stored.organization()
                : pending.values().iterator().next();
    }

    @Override
    public @Nullable Schema schema(String singular) {
        return stored.schema(singular);
    }
}
