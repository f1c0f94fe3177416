package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.store.Change;
import org.jspecify.annotations.Nullable;

/** Ties between files and records. */
final class AttachmentResource extends Resource {

    AttachmentResource() {
        super(Attachment.SCHEMA, Verb.ALL);
    }

    @Override
    protected void prepare(Change change, RowBuilder row, @Nullable Row before) {
        if (before == null) {
            row.set(Attachment.CREATED_TIME, change.now());
        }
        String owner = row.get(Attachment.OWNER_REFERENCE);
        if (owner != null && row.gave(Attachment.OWNER_REFERENCE) && !exists(change, owner)) {
            Problems problems = new Problems(Attachment.SCHEMA.singular());
            problems.add(Attachment.OWNER_REFERENCE, "names nothing that exists", "peger på noget, der ikke findes");
            problems.refuseIfAny();
        }
    }

    private static boolean exists(Change change, String reference) {
        int colon = reference.indexOf(':');
        var schema = colon < 0 ? null : change.schema(reference.substring(0, colon));
        return schema != null && change.find(schema, reference.substring(colon + 1)) != null;
    }
}
