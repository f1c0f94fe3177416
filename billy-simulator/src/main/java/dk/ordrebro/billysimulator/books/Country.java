package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;

/** Keys of a country (reference 6.11). */
public final class Country {
    public static final Schema SCHEMA = Schema.of("country", "countries");
    public static final Field<String> NAME = SCHEMA.text("name", DOCUMENTED);
    public static final Field<Boolean> HAS_STATES = SCHEMA.flag("hasStates", DOCUMENTED);
    public static final Field<Boolean> HAS_FINITE_STATES = SCHEMA.flag("hasFiniteStates", DOCUMENTED);
    public static final Field<Boolean> HAS_FINITE_ZIPCODES = SCHEMA.flag("hasFiniteZipcodes", DOCUMENTED);
    public static final Field<String> ICON = SCHEMA.text("icon", DOCUMENTED);
    public static final Field<String> LOCALE_ID = SCHEMA.reference("localeId", "locale", DOCUMENTED);

    private Country() {}
}
