package dk.ordrebro.billysimulator.store;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.Rule;
import dk.ordrebro.billysimulator.record.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The records of one resource in the order they were made. Not safe for threads: its company's lock guards it. A page far
 * down is found by skipping whole blocks, so that it costs the same as the first.
 */
public final class Table {

    private static final int BLOCK_BITS = 10;

    private final Schema schema;
    private @Nullable Row[] rows = new @Nullable Row[16];
    private int[] liveInBlock = new int[1];
    private int used;
    private int live;
    private SlotIndex byId = new SlotIndex();
    private final Map<Field<?>, SlotIndex> byKey = new LinkedHashMap<>();

    Table(Schema schema) {
        this.schema = schema;
        clearKeys();
    }

    private void clearKeys() {
        for (Field<?> field : schema.fields()) {
            if (field.is(Rule.INDEXED)) {
                byKey.put(field, new SlotIndex());
            }
        }
    }

    public int size() {
        return live;
    }

    public @Nullable Row find(String id) {
        int slot = slot(id);
        return slot < 0 ? null : rows[slot];
    }

    private int slot(String id) {
        int[] found = {-1};
        byId.any(id.hashCode(), slot -> {
            Row row = rows[slot];
            boolean hit = row != null && row.id().equals(id);
            if (hit) {
                found[0] = slot;
            }
            return hit;
        });
        return found[0];
    }

    void put(Row row) {
        int slot = slot(row.id());
        if (slot < 0) {
            append(row);
        } else {
            replace(slot, row);
        }
    }

    private void append(Row row) {
        if (used == rows.length) {
            rows = Arrays.copyOf(rows, used + (used >> 1));
            liveInBlock = Arrays.copyOf(liveInBlock, (rows.length >> BLOCK_BITS) + 1);
        }
        int slot = used++;
        rows[slot] = row;
        liveInBlock[slot >> BLOCK_BITS]++;
        live++;
        byId.add(slot, row.id().hashCode(), other -> hash(other, schema.id()));
        byKey.forEach((field, index) -> link(index, field, slot, row));
    }

    private void link(SlotIndex index, Field<?> field, int slot, Row row) {
        Object key = row.get(field);
        if (key != null) {
            index.add(slot, key.hashCode(), other -> hash(other, field));
        }
    }

    private int hash(int slot, Field<?> field) {
        Row row = rows[slot];
        Object key = row == null ? null : row.get(field);
        return key == null ? 0 : key.hashCode();
    }

    private void replace(int slot, Row row) {
        Row old = rows[slot];
        byKey.forEach((field, index) -> {
            Object before = old == null ? null : old.get(field);
            Object after = row.get(field);
            if (before != null && !before.equals(after)) {
                index.remove(slot, before.hashCode());
            }
            if (after != null && !after.equals(before)) {
                rows[slot] = row;
                link(index, field, slot, row);
            }
        });
        rows[slot] = row;
    }

    void remove(String id) {
        int slot = slot(id);
        if (slot < 0) {
            return;
        }
        Row row = rows[slot];
        byId.remove(slot, id.hashCode());
        byKey.forEach((field, index) -> {
            Object key = row == null ? null : row.get(field);
            if (key != null) {
                index.remove(slot, key.hashCode());
            }
        });
        rows[slot] = null;
        liveInBlock[slot >> BLOCK_BITS]--;
        live--;
        if (used > 1 << BLOCK_BITS && live < used / 2) {
            rebuild();
        }
    }

    private void rebuild() {
        @Nullable Row[] old = rows;
        int oldUsed = used;
        rows = new @Nullable Row[Math.max(16, live)];
        liveInBlock = new int[(rows.length >> BLOCK_BITS) + 1];
        used = 0;
        live = 0;
        byId = new SlotIndex();
        byKey.clear();
        clearKeys();
        for (int slot = 0; slot < oldUsed; slot++) {
            Row row = old[slot];
            if (row != null) {
                append(row);
            }
        }
    }

    /** The records whose indexed key equals a value, oldest first. */
    public List<Row> having(Field<?> field, Object value) {
        List<Row> found = new ArrayList<>();
        anyHaving(field, value, row -> {
            found.add(row);
            return false;
        });
        Collections.reverse(found);
        return found;
    }

    @Nullable
    Row anyHaving(Field<?> field, Object value, Predicate<Row> accepted) {
        SlotIndex index = byKey.get(field);
        if (index == null) {
            throw new IllegalArgumentException("no index over " + schema + "." + field);
        }
        @Nullable Row[] found = new @Nullable Row[1];
        index.any(value.hashCode(), slot -> {
            Row row = rows[slot];
            boolean hit = row != null && value.equals(row.get(field)) && accepted.test(row);
            if (hit) {
                found[0] = row;
            }
            return hit;
        });
        return found[0];
    }

    public void forEach(Consumer<Row> action) {
        for (int slot = 0; slot < used; slot++) {
            Row row = rows[slot];
            if (row != null) {
                action.accept(row);
            }
        }
    }

    /** A page of the records in the order they were made, or the other way round. */
    public List<Row> page(long skip, int limit, boolean newestFirst) {
        List<Row> page = new ArrayList<>(Math.min(limit, 1000));
        long toSkip = skip;
        int blocks = (used >> BLOCK_BITS) + 1;
        for (int i = 0; i < blocks && page.size() < limit; i++) {
            int block = newestFirst ? blocks - 1 - i : i;
            if (toSkip >= liveInBlock[block]) {
                toSkip -= liveInBlock[block];
            } else {
                toSkip = takeFrom(block, toSkip, limit, newestFirst, page);
            }
        }
        return page;
    }

    private long takeFrom(int block, long skip, int limit, boolean newestFirst, List<Row> page) {
        int first = block << BLOCK_BITS;
        int last = Math.min(used, first + (1 << BLOCK_BITS)) - 1;
        long toSkip = skip;
        for (int i = 0; i <= last - first && page.size() < limit; i++) {
            Row row = rows[newestFirst ? last - i : first + i];
            if (row == null) {
                continue;
            }
            if (toSkip > 0) {
                toSkip--;
            } else {
                page.add(row);
            }
        }
        return toSkip;
    }
}
