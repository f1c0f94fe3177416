package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;

/** Keys of one rule of a ruleset (reference 6.7); a criterion that is null matches everybody. */
public final class SalesTaxRule {
    public static final Schema SCHEMA = Schema.of("salesTaxRule", "salesTaxRules");
    public static final Field<String> RULESET_ID =
            SCHEMA.reference("rulesetId", "salesTaxRuleset", DOCUMENTED, REQUIRED, IMMUTABLE, INDEXED);
    public static final Field<String> COUNTRY_ID = SCHEMA.reference("countryId", "country", DOCUMENTED, IMMUTABLE);
    public static final Field<String> STATE_ID = SCHEMA.reference("stateId", "state", DOCUMENTED, IMMUTABLE);
    public static final Field<String> CITY_ID = SCHEMA.reference("cityId", "city", REPORTED, IMMUTABLE);
    public static final Field<String> COUNTRY_GROUP_ID =
            SCHEMA.reference("countryGroupId", "countryGroup", DOCUMENTED, IMMUTABLE);
    public static final Field<String> CONTACT_TYPE = SCHEMA.choice("contactType", DOCUMENTED, Contact.TYPES, IMMUTABLE);
    public static final Field<String> TAX_RATE_ID = SCHEMA.reference("taxRateId", "taxRate", DOCUMENTED, IMMUTABLE);
    public static final Field<Integer> PRIORITY = SCHEMA.whole("priority", DOCUMENTED, IMMUTABLE);

    private SalesTaxRule() {}
}
