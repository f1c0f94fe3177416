package dk.ordrebro.billysimulator.store;

import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowJson;
import dk.ordrebro.billysimulator.record.Schema;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A change as one line of JSON: {@code {"put":{"invoices":[…]},"delete":{"invoiceLines":["…"]}}}. */
final class ChangeJson {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
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

    /** Reads lines back until the file ends; resources that no longer exist are passed over. */
    static void read(InputStream lines, Catalogue catalogue, Consumer<Row> put, BiConsumer<Schema, String> delete) {
        Map<String, String> sharedIds = new HashMap<>();
        try (JsonParser in = JSON.createParser(lines)) {
            while (in.nextToken() != null) {
                for (String part = in.nextName(); part != null; part = in.nextName()) {
                    boolean puts = part.equals("put");
                    in.nextToken();
                    for (String plural = in.nextName(); plural != null; plural = in.nextName()) {
                        in.nextToken();
                        Schema schema = catalogue.plural(plural);
                        if (schema == null) {
                            in.skipChildren();
                        } else if (puts) {
                            readRows(in, schema, sharedIds, put);
                        } else {
                            readIds(in, schema, delete);
                        }
                    }
                }
            }
        }
    }

    private static void readRows(JsonParser in, Schema schema, Map<String, String> sharedIds, Consumer<Row> put) {
        while (in.nextToken() != JsonToken.END_ARRAY) {
            put.accept(RowJson.load(schema, in, id -> sharedIds.computeIfAbsent(id, same -> same)));
        }
    }

    private static void readIds(JsonParser in, Schema schema, BiConsumer<Schema, String> delete) {
        while (in.nextToken() != JsonToken.END_ARRAY) {
            delete.accept(schema, in.getString());
        }
    }
}
