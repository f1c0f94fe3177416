package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.HasMany;
import dk.ordrebro.billysimulator.record.Schema;

/** Keys of a set of rules that chooses a sales tax rate (reference 6.7). */
public final class SalesTaxRuleset {
    public static final Schema SCHEMA = Schema.of("salesTaxRuleset", "salesTaxRulesets");
    public static final Field<String> ORGANIZATION_ID =
            SCHEMA.reference("organizationId", "organization", DOCUMENTED, REQUIRED, IMMUTABLE);
    public static final Field<String> NAME = SCHEMA.text("name", DOCUMENTED, REQUIRED, IMMUTABLE);
    public static final Field<String> ABBREVIATION = SCHEMA.text("abbreviation", DOCUMENTED, IMMUTABLE);
    public static final Field<String> DESCRIPTION = SCHEMA.text("description", DOCUMENTED, IMMUTABLE);
    public static final Field<String> FALLBACK_TAX_RATE_ID =
            SCHEMA.reference("fallbackTaxRateId", "taxRate", DOCUMENTED, IMMUTABLE);
    public static final Field<Boolean> IS_PREDEFINED = SCHEMA.flag("isPredefined", DOCUMENTED, READ_ONLY);
    public static final Field<String> PREDEFINED_TAG = SCHEMA.text("predefinedTag", REPORTED, READ_ONLY);
    public static final HasMany RULES = SCHEMA.embeds("rules", SalesTaxRule.SCHEMA, SalesTaxRule.RULESET_ID);

    private SalesTaxRuleset() {}
}
