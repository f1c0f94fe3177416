package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;

/** Keys of a city (reference 6.11). */
public final class City {
    public static final Schema SCHEMA = Schema.of("city", "cities");
    public static final Field<String> NAME = SCHEMA.text("name", DOCUMENTED);
    public static final Field<String> COUNTY = SCHEMA.text("county", DOCUMENTED);
    public static final Field<String> STATE_ID = SCHEMA.reference("stateId", "state", DOCUMENTED);
    public static final Field<String> COUNTRY_ID = SCHEMA.reference("countryId", "country", DOCUMENTED);

    private City() {}
}
