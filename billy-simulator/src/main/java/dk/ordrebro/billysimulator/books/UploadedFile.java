package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;
import java.time.Instant;

/** Keys of an uploaded file (reference 6.10); it can be neither changed nor deleted. */
public final class UploadedFile {
    public static final Schema SCHEMA = Schema.of("file", "files");
    public static final Field<String> ORGANIZATION_ID =
            SCHEMA.reference("organizationId", "organization", DOCUMENTED, READ_ONLY);
    public static final Field<Instant> CREATED_TIME = SCHEMA.time("createdTime", GUESSED, READ_ONLY);
    public static final Field<String> FILE_NAME = SCHEMA.text("fileName", GUESSED, READ_ONLY);
    public static final Field<Integer> FILE_SIZE = SCHEMA.whole("fileSize", GUESSED, READ_ONLY);
    public static final Field<String> FILE_TYPE = SCHEMA.text("fileType", GUESSED, READ_ONLY);
    public static final Field<Boolean> IS_IMAGE = SCHEMA.flag("isImage", GUESSED, READ_ONLY);
    public static final Field<Boolean> IS_PDF = SCHEMA.flag("isPdf", GUESSED, READ_ONLY);
    public static final Field<String> DOWNLOAD_URL = SCHEMA.text("downloadUrl", GUESSED, READ_ONLY);
    public static final Field<String> CONTENT = SCHEMA.text("content", GUESSED, HIDDEN);

    private UploadedFile() {}
}
