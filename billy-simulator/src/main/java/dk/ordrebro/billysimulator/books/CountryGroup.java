package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;

/** Keys of a group of countries (reference 6.7). */
public final class CountryGroup {
    public static final Schema SCHEMA = Schema.of("countryGroup", "countryGroups");
    public static final Field<String> NAME = SCHEMA.text("name", DOCUMENTED);
    public static final Field<String> ICON = SCHEMA.text("icon", DOCUMENTED);
    public static final Field<String> MEMBER_COUNTRY_IDS = SCHEMA.text("memberCountryIds", DOCUMENTED);

    private CountryGroup() {}
}
