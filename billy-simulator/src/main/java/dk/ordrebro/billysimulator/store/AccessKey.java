package dk.ordrebro.billysimulator.store;

import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Rule;
import dk.ordrebro.billysimulator.record.Schema;
import java.time.Instant;

/** An access key (adgangsnøgle) of a company: made on the web page or by the admin door, never through the API. */
public final class AccessKey {
    public static final Schema SCHEMA = Schema.of("accessKey", "accessKeys");
    public static final Field<String> NAME = SCHEMA.text("name", Known.REPORTED);
    public static final Field<String> TOKEN = SCHEMA.text("token", Known.DOCUMENTED, Rule.INDEXED, Rule.HIDDEN);
    public static final Field<Instant> CREATED_TIME = SCHEMA.time("createdTime", Known.GUESSED);

    private AccessKey() {}
}
