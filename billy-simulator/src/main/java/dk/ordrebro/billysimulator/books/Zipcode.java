package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;

/** Keys of a postal code (reference 6.11). */
public final class Zipcode {
    public static final Schema SCHEMA = Schema.of("zipcode", "zipcodes");
    public static final Field<String> ZIPCODE = SCHEMA.text("zipcode", DOCUMENTED);
    public static final Field<String> CITY_ID = SCHEMA.reference("cityId", "city", DOCUMENTED);
    public static final Field<String> COUNTRY_ID = SCHEMA.reference("countryId", "country", DOCUMENTED);

    private Zipcode() {}
}
