package dk.ordrebro.billysimulator.record;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
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

    /**
     * The record that {@link #store} wrote, from a parser that stands at its beginning; keys that no longer exist are left
     * out.
     *
     * @param shared gives the one string that all records share for an id they point to
     */
    public static Row load(Schema schema, JsonParser in, UnaryOperator<String> shared) {
        RowBuilder row = RowBuilder.of(schema, "");
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            JsonNode value = in.readValueAsTree();
            Field<?> field = schema.field(name);
            if (field != null) {
                load(row, field, value);
                share(row, field, shared);
            }
        }
        return row.build();
    }

    private static <T> void load(RowBuilder row, Field<T> field, JsonNode value) {
        row.set(field, field.type().load(value));
    }

    @SuppressWarnings("unchecked") // relations are ids, and ids are strings
    private static void share(RowBuilder row, Field<?> field, UnaryOperator<String> shared) {
        if (field.target() != null && row.has(field)) {
            Field<String> relation = (Field<String>) field;
            row.set(relation, shared.apply(row.need(relation)));
        }
    }

    /** Puts a JSON value into a record in the making. Throws {@link WrongValue}. */
    public static <T> void read(RowBuilder row, Field<T> field, @Nullable JsonNode value) {
        if (value != null) {
            row.set(field, value.isNull() ? null : field.type().read(value));
        }
    }
}
