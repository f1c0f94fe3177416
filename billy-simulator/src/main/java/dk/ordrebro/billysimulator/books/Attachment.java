package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;
import java.time.Instant;

/** Keys that tie an uploaded file to a record (reference 6.10). */
public final class Attachment {
    public static final Schema SCHEMA = Schema.of("attachment", "attachments");
    public static final Field<String> ORGANIZATION_ID =
            SCHEMA.reference("organizationId", "organization", DOCUMENTED, REQUIRED, IMMUTABLE);
    public static final Field<Instant> CREATED_TIME = SCHEMA.time("createdTime", GUESSED, READ_ONLY);
    public static final Field<String> OWNER_REFERENCE = SCHEMA.text("ownerReference", DOCUMENTED, INDEXED);
    public static final Field<String> FILE_ID = SCHEMA.reference("fileId", "file", DOCUMENTED, REQUIRED, IMMUTABLE);
    public static final Field<Integer> PRIORITY = SCHEMA.whole("priority", DOCUMENTED);

    private Attachment() {}
}
