package dk.ordrebro.billysimulator.store;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One company's books behind one lock: many may read at a time, one may change. */
public final class Company implements Reading {

    private final String id;
    private final Catalogue catalogue;
    private final Map<Schema, Table> tables;
    private final Journal journal;
    private final Ids ids;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    Company(String id, Catalogue catalogue, Journal journal, Ids ids) {
        this.id = id;
        this.catalogue = catalogue;
        this.tables = catalogue.tables();
        this.journal = journal;
        this.ids = ids;
    }

    public String id() {
        return id;
    }

    /** Reads under the lock; what is read together belongs together. */
    public <T> T read(Supplier<T> work) {
        return locked(lock.readLock(), work);
    }

    /**
     * Makes one change. It is in the journal before it is in memory, and in memory before this returns; a refusal thrown by
     * the work leaves no trace.
     */
    public <T> T change(Instant now, Function<Change, T> work) {
        return change(now, Set.of(), work);
    }

    /** As {@link #change(Instant, Function)}, with faults worked into it. */
    public <T> T change(Instant now, Set<Deviation> deviations, Function<Change, T> work) {
        return locked(lock.writeLock(), () -> {
            Change change = new Change(this, now.truncatedTo(ChronoUnit.SECONDS), ids, deviations);
            T result = work.apply(change);
            journal.append(change);
            apply(change);
            return result;
        });
    }

    private static <T> T locked(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void apply(Change change) {
        change.changed().forEach((schema, rows) -> rows.values().forEach(table(schema)::put));
        change.deleted().forEach((schema, gone) -> gone.forEach(table(schema)::remove));
    }

    void load(Row row) {
        table(row.schema()).put(row);
    }

    void unload(Schema schema, String rowId) {
        table(schema).remove(rowId);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Journal journal() {
        return journal;
    }

    /** Every record that belongs to this company alone. */
    void forEachOwned(Consumer<Row> action) {
        tables.forEach((schema, table) -> {
            if (!catalogue.isShared(schema)) {
                table.forEach(action);
            }
        });
    }

    public Table table(Schema schema) {
        return Objects.requireNonNull(tables.get(schema), () -> "no table for " + schema);
    }

    @Override
    public @Nullable Row find(Schema schema, @Nullable String rowId) {
        return rowId == null ? null : table(schema).find(rowId);
    }

    @Override
    public List<Row> having(Schema schema, Field<String> indexed, String value) {
        return table(schema).having(indexed, value);
    }

    @Override
    public @Nullable Row anyHaving(Schema schema, Field<String> indexed, String value) {
        return table(schema).anyHaving(indexed, value, row -> true);
    }

    @Override
    public List<Row> all(Schema schema) {
        List<Row> rows = new ArrayList<>();
        table(schema).forEach(rows::add);
        return rows;
    }

    @Override
    public Row organization() {
        return Objects.requireNonNull(
                table(catalogue.organization()).find(id), () -> "company " + id + " has no record");
    }

    @Override
    public @Nullable Schema schema(String singular) {
        return catalogue.singular(singular);
    }
}
