package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;

/** Keys of a daybook (reference 6.11). */
public final class Daybook {
    public static final Schema SCHEMA = Schema.of("daybook", "daybooks");
    public static final Field<String> ORGANIZATION_ID =
            SCHEMA.reference("organizationId", "organization", DOCUMENTED, REQUIRED, IMMUTABLE);
    public static final Field<String> NAME = SCHEMA.text("name", DOCUMENTED, REQUIRED);

    private Daybook() {}
}
