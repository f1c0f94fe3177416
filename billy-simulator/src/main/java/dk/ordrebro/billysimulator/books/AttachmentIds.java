package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.refusal.Text;
import dk.ordrebro.billysimulator.store.Change;
import tools.jackson.databind.JsonNode;

/** The attachments that a client names on an invoice. */
final class AttachmentIds {

    private AttachmentIds() {}

    @Behaviour(
            value = "attachmentIds [{\"id\":…}] ties uploaded attachments to an invoice, approved or not",
            known = Known.DOCUMENTED,
            where = "6.1")
    static Row attach(Change change, Row row) {
        JsonNode ids = row.get(Invoice.ATTACHMENT_IDS);
        if (ids == null) {
            return row;
        }
        for (JsonNode one : ids) {
            Row attachment = change.find(Attachment.SCHEMA, one.path("id").asString(""));
            if (attachment == null) {
                throw Refusal.record(
                        Invoice.SCHEMA.singular(),
                        new Text(
                                "attachmentIds name nothing that exists.",
                                "attachmentIds peger på noget, der ikke findes."));
            }
            change.put(attachment
                    .change()
                    .set(Attachment.OWNER_REFERENCE, "invoice:" + row.id())
                    .build());
        }
        Row attached = row.change().set(Invoice.ATTACHMENT_IDS, null).build();
        change.put(attached);
        return attached;
    }
}
