package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.books.Resource;
import dk.ordrebro.billysimulator.books.Resources;
import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.HasMany;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowJson;
import dk.ordrebro.billysimulator.record.Rule;
import dk.ordrebro.billysimulator.record.Schema;
import dk.ordrebro.billysimulator.store.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes records as Billy shows them, with what was included, and gathers what has to be loaded beside them. */
@Behaviour(value = "Keys without a value are shown as null, not left out", known = Known.RECORDED, where = "15.2")
final class Renderer {

    private static final int DEEPEST_EMBEDDING = 4;

    private final JsonGenerator out;
    private final Reading books;
    private final Resources resources;
    private final Includes includes;
    private final String baseUri;
    private final Map<Schema, Map<String, Row>> beside = new LinkedHashMap<>();

    Renderer(JsonGenerator out, Reading books, Resources resources, Includes includes, String baseUri) {
        this.out = out;
        this.books = books;
        this.resources = resources;
        this.includes = includes;
        this.baseUri = baseUri;
    }

    void one(Row row) {
        out.writeName(row.schema().singular());
        record(row, 0);
    }

    void list(Schema schema, Iterable<Row> rows) {
        out.writeName(schema.plural());
        out.writeStartArray();
        for (Row row : rows) {
            record(row, 0);
        }
        out.writeEndArray();
    }

    /** Writes what was sideloaded, and what those records want along themselves; resources already at the root stay away. */
    @Behaviour(
            value = "Sideloaded records stand at the root under their plural, each once",
            known = Known.DOCUMENTED,
            where = "2.3")
    void sideloads(@Nullable Schema primary) {
        Set<Schema> done = new HashSet<>();
        if (primary != null) {
            done.add(primary);
        }
        for (int round = 0; round <= DEEPEST_EMBEDDING; round++) {
            List<Schema> waiting = new ArrayList<>(beside.keySet());
            waiting.removeAll(done);
            for (Schema schema : waiting) {
                done.add(schema);
                list(schema, List.copyOf(beside.getOrDefault(schema, Map.of()).values()));
            }
        }
    }

    private void record(Row row, int depth) {
        Schema schema = row.schema();
        Resource resource = resources.plural(schema.plural());
        out.writeStartObject();
        for (Field<?> field : schema.fields()) {
            if (!field.is(Rule.HIDDEN) && !field.is(Rule.WRITE_ONLY)) {
                out.writeName(field.name());
                value(row, field, resource);
            }
        }
        if (depth < DEEPEST_EMBEDDING) {
            for (Includes.Include include : includes.of(schema.singular())) {
                along(row, include, depth);
            }
        }
        out.writeEndObject();
    }

    private void value(Row row, Field<?> field, @Nullable Resource resource) {
        String workedOut = resource == null ? null : resource.shown(books, row, field.name());
        if (workedOut == null) {
            RowJson.value(out, row, field);
        } else {
            out.writeString(workedOut.startsWith("/") ? baseUri + workedOut : workedOut);
        }
    }

    private void along(Row row, Includes.Include include, int depth) {
        HasMany relation = row.schema().children().get(include.property());
        if (relation != null) {
            children(row, relation, include.embed(), depth);
            return;
        }
        for (Field<?> field : row.schema().fields()) {
            if (field.target() != null && field.relation().equals(include.property())) {
                parent(row, field, field.target(), include.embed(), depth);
            }
        }
    }

    @Behaviour(
            value = "A has-many is sideloaded as lineIds beside the records, or embedded as lines",
            known = Known.DOCUMENTED,
            where = "2.3")
    private void children(Row row, HasMany relation, boolean embed, int depth) {
        String key = relation.keyOf(row.schema(), row.id());
        List<Row> children = books.having(relation.child(), relation.parentKey(), key);
        if (embed) {
            out.writeName(relation.name());
            out.writeStartArray();
            children.forEach(child -> record(child, depth + 1));
            out.writeEndArray();
            return;
        }
        out.writeName(relation.idsKey());
        out.writeStartArray();
        children.forEach(child -> out.writeString(child.id()));
        out.writeEndArray();
        // an empty list of children still shows that it was asked for
        Map<String, Row> at = beside.computeIfAbsent(relation.child(), any -> new LinkedHashMap<>());
        children.forEach(child -> at.put(child.id(), child));
    }

    @Behaviour(
            value = "A belongs-to is embedded under its singular key, or sideloaded",
            known = Known.DOCUMENTED,
            where = "2.3")
    private void parent(Row row, Field<?> field, String target, boolean embed, int depth) {
        Schema schema = books.schema(target);
        Object id = row.get(field);
        Row parent = schema == null || id == null ? null : books.find(schema, id.toString());
        if (embed) {
            out.writeName(field.relation());
            if (parent == null) {
                out.writeNull();
            } else {
                record(parent, depth + 1);
            }
        } else if (parent != null) {
            beside.computeIfAbsent(parent.schema(), any -> new LinkedHashMap<>())
                    .put(parent.id(), parent);
        }
    }
}
