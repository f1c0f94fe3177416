package dk.ordrebro.billysimulator.record;

import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A record in the making, with the memory of which keys the client sent. */
public final class RowBuilder {

    private final Schema schema;
    private final @Nullable Object[] values;
    private final BitSet given = new BitSet();

    RowBuilder(Schema schema, @Nullable Object[] values) {
        this.schema = schema;
        this.values = values;
    }

    public static RowBuilder of(Schema schema, String id) {
        return new RowBuilder(schema, new @Nullable Object[schema.width()]).set(schema.id(), id);
    }

    public Schema schema() {
        return schema;
    }

    public String id() {
        return need(schema.id());
    }

    @SuppressWarnings("unchecked") // set() lets only values of the field's own type in
    public <T> @Nullable T get(Field<T> field) {
        return (T) values[field.index()];
    }

    public <T> T need(Field<T> field) {
        return Objects.requireNonNull(get(field), () -> schema.singular() + "." + field.name() + " is null");
    }

    public boolean has(Field<?> field) {
        return values[field.index()] != null;
    }

    public <T> RowBuilder set(Field<T> field, @Nullable T value) {
        values[field.index()] = value;
        return this;
    }

    /** Sets a key unless it has a value already. */
    public <T> RowBuilder fill(Field<T> field, @Nullable T value) {
        if (!has(field)) {
            set(field, value);
        }
        return this;
    }

    /** Remembers that the client sent this key, even if with null. */
    public RowBuilder give(Field<?> field) {
        given.set(field.index());
        return this;
    }

    public boolean gave(Field<?> field) {
        return given.get(field.index());
    }

    public Row build() {
        return new Row(schema, values.clone());
    }
}
