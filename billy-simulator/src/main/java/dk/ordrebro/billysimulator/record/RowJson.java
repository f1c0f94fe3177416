package dk.ordrebro.billysimulator.record;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Records as JSON: for the wire, key by key, and for the journal, whole. */
public final class RowJson {

    private RowJson() {}

    /** The value of one key, with a null written out. */
    public static <T> void value(JsonGenerator out, Field<T> field, @Nullable T value) {
        if (value == null) {
            out.writeNull();
        } else {
            field.type().write(out, value);
        }
    }

    public static <T> void value(JsonGenerator out, Row row, Field<T> field) {
        value(out, field, row.get(field));
    }

    /** All keys that have a value, hidden ones too. */
    public static void store(JsonGenerator out, Row row) {
        out.writeStartObject();
        for (Field<?> field : row.schema().fields()) {
            if (row.has(field)) {
                out.writeName(field.name());
                value(out, row, field);
            }
        }
        out.writeEndObject();
    }

    /** The record that {@link #store} wrote; keys that no longer exist are left out. */
    public static Row load(Schema schema, JsonNode stored) {
        RowBuilder row = RowBuilder.of(schema, "");
        for (Field<?> field : schema.fields()) {
            read(row, field, stored.get(field.name()));
        }
        return row.build();
    }

    /** Puts a JSON value into a record in the making. Throws {@link WrongValue}. */
    public static <T> void read(RowBuilder row, Field<T> field, @Nullable JsonNode value) {
        if (value != null) {
            row.set(field, value.isNull() ? null : field.type().read(value));
        }
    }
}
