package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.store.Reading;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Uploaded files; {@link Uploads} makes them. */
final class FileResource extends Resource {

    @Behaviour(value = "PUT and DELETE of a file answer 405", known = Known.PROBED, where = "6.10")
    FileResource() {
        super(UploadedFile.SCHEMA, EnumSet.of(Verb.GET, Verb.LIST, Verb.CREATE));
    }

    @Override
    public @Nullable String shown(Reading books, Row row, String key) {
        return key.equals(UploadedFile.DOWNLOAD_URL.name()) ? "/download/file/" + row.id() : null;
    }
}
