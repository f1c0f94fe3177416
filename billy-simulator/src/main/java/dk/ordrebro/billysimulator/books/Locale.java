package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;

/** Keys of a language (reference 6.11). */
public final class Locale {
    public static final Schema SCHEMA = Schema.of("locale", "locales");
    public static final Field<String> NAME = SCHEMA.text("name", DOCUMENTED);
    public static final Field<String> ICON = SCHEMA.text("icon", DOCUMENTED);

    private Locale() {}
}
