package dk.ordrebro.billysimulator.record;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One stored record. It never changes: an update puts another row in its place. */
public final class Row {

    private final Schema schema;
    private final @Nullable Object[] values;

    Row(Schema schema, @Nullable Object[] values) {
        this.schema = schema;
        this.values = values;
    }

    public Schema schema() {
        return schema;
    }

    public String id() {
        return need(schema.id());
    }

    @SuppressWarnings("unchecked") // a builder lets only values of the field's own type in
    public <T> @Nullable T get(Field<T> field) {
        return (T) values[field.index()];
    }

    /** The value of a key that this record cannot be without. */
    public <T> T need(Field<T> field) {
        return Objects.requireNonNull(get(field), () -> schema.singular() + "." + field.name() + " is null");
    }

    public <T> T get(Field<T> field, T otherwise) {
        T value = get(field);
        return value == null ? otherwise : value;
    }

    public boolean has(Field<?> field) {
        return values[field.index()] != null;
    }

    public boolean is(Field<Boolean> flag) {
        return Boolean.TRUE.equals(get(flag));
    }

    public boolean is(Field<String> field, String value) {
        return value.equals(get(field));
    }

    public RowBuilder change() {
        return new RowBuilder(schema, values.clone());
    }

    @Override
    public String toString() {
        return schema.singular() + " " + id();
    }
}
