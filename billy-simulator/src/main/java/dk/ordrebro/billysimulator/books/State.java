package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;

/** Keys of a state of a country (reference 6.11). */
public final class State {
    public static final Schema SCHEMA = Schema.of("state", "states");
    public static final Field<String> NAME = SCHEMA.text("name", DOCUMENTED);
    public static final Field<String> COUNTRY_ID = SCHEMA.reference("countryId", "country", DOCUMENTED);

    private State() {}
}
