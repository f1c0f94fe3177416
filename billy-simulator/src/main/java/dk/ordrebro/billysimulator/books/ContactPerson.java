package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;

/** Keys of a contact person (reference 6.3); this is where the e-mail address lives. */
public final class ContactPerson {
    public static final Schema SCHEMA = Schema.of("contactPerson", "contactPersons");
    public static final Field<String> CONTACT_ID =
            SCHEMA.reference("contactId", "contact", DOCUMENTED, REQUIRED, IMMUTABLE, INDEXED);
    public static final Field<Boolean> IS_PRIMARY = SCHEMA.flag("isPrimary", DOCUMENTED);
    public static final Field<String> NAME = SCHEMA.text("name", DOCUMENTED);
    public static final Field<String> EMAIL = SCHEMA.text("email", DOCUMENTED);

    private ContactPerson() {}
}
