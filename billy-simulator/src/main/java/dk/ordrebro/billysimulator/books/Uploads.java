package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Change;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes files in. */
public final class Uploads {

    private static final Set<String> EXTENSIONS = Set.of("pdf", "jpg", "jpeg", "png", "gif");

    private Uploads() {}

    @Behaviour(
            value = "POST /files takes raw bytes with X-Filename; x-create-attachment makes an attachment too",
            known = Known.DOCUMENTED,
            where = "6.10")
    @Behaviour(value = "Only pdf, jpg, jpeg, png and gif: otherwise 422 OTHER", known = Known.REPORTED, where = "6.10")
    public static void upload(
            Change change, @Nullable String name, @Nullable String type, byte[] content, boolean attach) {
        String fileName = name == null ? "" : name;
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!EXTENSIONS.contains(extension)) {
            throw Refusal.rule("The file extension is not allowed.", "Filtypen er ikke tilladt.");
        }
        if (content.length == 0) {
            throw Refusal.rule("The file is empty.", "Filen er tom.");
        }
        String id = change.newId();
        change.put(RowBuilder.of(UploadedFile.SCHEMA, id)
                .set(UploadedFile.ORGANIZATION_ID, change.organization().id())
                .set(UploadedFile.CREATED_TIME, change.now())
                .set(UploadedFile.FILE_NAME, fileName)
                .set(UploadedFile.FILE_SIZE, content.length)
                .set(UploadedFile.FILE_TYPE, type)
                .set(UploadedFile.IS_PDF, extension.equals("pdf"))
                .set(UploadedFile.IS_IMAGE, !extension.equals("pdf"))
                .set(UploadedFile.CONTENT, Base64.getEncoder().encodeToString(content))
                .build());
        if (attach) {
            change.put(RowBuilder.of(Attachment.SCHEMA, change.newId())
                    .set(Attachment.ORGANIZATION_ID, change.organization().id())
                    .set(Attachment.CREATED_TIME, change.now())
                    .set(Attachment.FILE_ID, id)
                    .build());
        }
    }
}
