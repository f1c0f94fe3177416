package dk.ordrebro.billysimulator.store;

import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowJson;
import dk.ordrebro.billysimulator.record.Schema;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A change as one line of JSON: {@code {"put":{"invoices":[…]},"delete":{"invoiceLines":["…"]}}}. */
final class ChangeJson {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ChangeJson() {}

    static byte[] line(Map<Schema, Map<String, Row>> put, Map<Schema, Set<String>> deleted) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeName("put");
            out.writeStartObject();
            put.forEach((schema, rows) -> {
                out.writeName(schema.plural());
                out.writeStartArray();
                rows.values().forEach(row -> RowJson.store(out, row));
                out.writeEndArray();
            });
            out.writeEndObject();
            out.writeName("delete");
            out.writeStartObject();
            deleted.forEach((schema, ids) -> {
                out.writeName(schema.plural());
                out.writeStartArray();
                ids.forEach(out::writeString);
                out.writeEndArray();
            });
            out.writeEndObject();
            out.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    /** Reads a line back; resources that no longer exist are passed over. */
    static void read(JsonNode line, Catalogue catalogue, Consumer<Row> put, BiConsumer<Schema, String> delete) {
        line.path("put").properties().forEach(entry -> {
            Schema schema = catalogue.plural(entry.getKey());
            if (schema != null) {
                entry.getValue().forEach(row -> put.accept(RowJson.load(schema, row)));
            }
        });
        line.path("delete").properties().forEach(entry -> {
            Schema schema = catalogue.plural(entry.getKey());
            if (schema != null) {
                entry.getValue().forEach(id -> delete.accept(schema, id.stringValue()));
            }
        });
    }
}
