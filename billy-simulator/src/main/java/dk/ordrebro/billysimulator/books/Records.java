package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.HasMany;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.refusal.Text;
import dk.ordrebro.billysimulator.store.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes, changes and deletes records of any resource: the part that is the same for all. */
public final class Records {

    private final Resources resources;

    public Records(Resources resources) {
        this.resources = resources;
    }

    @Behaviour(
            value = "A parent and the children sent inside it are stored together or not at all",
            known = Known.DOCUMENTED,
            where = "2.4")
    public Row create(Change change, Resource resource, JsonNode body) {
        RowBuilder row = RowBuilder.of(resource.schema(), change.newId());
        Row made = place(change, resource, row, body, null, null);
        for (HasMany relation : resource.schema().children().values()) {
            createChildren(change, made, relation, body.get(relation.name()));
        }
        resource.settle(change, made, null);
        return made;
    }

    @Behaviour(value = "PUT is partial: absent keys stay", known = Known.DOCUMENTED, where = "2.1")
    @Behaviour(
            value = "On PUT, a has-many array replaces all children; the removed ids appear in meta.deletedRecords",
            known = Known.DOCUMENTED,
            where = "2.4")
    public Row update(Change change, Resource resource, String id, JsonNode body) {
        Row before = change.find(resource.schema(), id);
        if (before == null) {
            throw Refusal.notFound(resource.schema().singular(), id);
        }
        checkSameId(resource, id, body.get("id"));
        Row after = place(change, resource, before.change(), body, before, null);
        for (HasMany relation : resource.schema().children().values()) {
            JsonNode sent = body.get(relation.name());
            if (relation.writable() && sent != null && !sent.isNull()) {
                resource.replace(change, after, relation);
                deleteChildren(change, after, relation);
                createChildren(change, after, relation, sent);
            }
        }
        resource.settle(change, after, before);
        return after;
    }

    @Behaviour(
            value = "An id in the body of a PUT must equal the one in the path",
            known = Known.DOCUMENTED,
            where = "2.1")
    private static void checkSameId(Resource resource, String id, @Nullable JsonNode sent) {
        if (sent != null && !sent.isNull() && !id.equals(sent.asString(""))) {
            throw Refusal.record(
                    resource.schema().singular(),
                    new Text("id must be the same as in the path.", "id skal være den samme som i stien."));
        }
    }

    @Behaviour(value = "DELETE of an unknown id is no error", known = Known.DOCUMENTED, where = "2.1")
    public void delete(Change change, Resource resource, String id) {
        Row row = change.find(resource.schema(), id);
        if (row != null) {
            resource.forget(change, row);
            for (HasMany relation : resource.schema().children().values()) {
                if (relation.writable()) {
                    deleteChildren(change, row, relation);
                }
            }
        }
        change.delete(resource.schema(), id);
    }

    private static Row place(
            Change change,
            Resource resource,
            RowBuilder row,
            JsonNode body,
            @Nullable Row before,
            @Nullable Embedding embedding) {
        Problems problems = new Problems(resource.schema().singular());
        RowChecks.read(row, body, before, problems);
        if (embedding != null) {
            embedding.claim(row);
        }
        problems.refuseIfAny();
        if (before == null) {
            RowChecks.fill(change, row);
        }
        resource.prepare(change, row, before);
        RowChecks.check(change, row, before, problems);
        problems.refuseIfAny();
        Row placed = row.build();
        change.put(placed);
        return placed;
    }

    /** Where a child stands that came inside its parent; what the child itself says about it does not count. */
    private record Embedding(HasMany relation, String parentKey, int position) {
        void claim(RowBuilder row) {
            row.set(relation.parentKey(), parentKey);
            Priorities.fill(row, position);
        }
    }

    private void createChildren(Change change, Row parent, HasMany relation, @Nullable JsonNode sent) {
        if (!relation.writable() || sent == null || sent.isNull()) {
            return;
        }
        if (!sent.isArray()) {
            throw notObjects(parent, relation);
        }
        String parentKey = relation.keyOf(parent.schema(), parent.id());
        int position = 1;
        for (JsonNode one : sent) {
            if (!one.isObject()) {
                throw notObjects(parent, relation);
            }
            RowBuilder row = RowBuilder.of(relation.child(), change.newId());
            Embedding embedding = new Embedding(relation, parentKey, position++);
            place(change, resources.of(relation.child()), row, one, null, embedding);
        }
    }

    private static Refusal notObjects(Row parent, HasMany relation) {
        String key = relation.name();
        return Refusal.record(
                parent.schema().singular(),
                new Text(key + " must be a list of objects.", key + " skal være en liste af objekter."));
    }

    private static void deleteChildren(Change change, Row parent, HasMany relation) {
        String key = relation.keyOf(parent.schema(), parent.id());
        List<Row> children = change.having(relation.child(), relation.parentKey(), key);
        children.forEach(child -> change.delete(relation.child(), child.id()));
    }
}
