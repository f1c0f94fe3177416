package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.HasMany;
import dk.ordrebro.billysimulator.record.Schema;
import java.math.BigDecimal;

/** Keys of a tax rate (reference 6.6); the rate is a fraction: 0.25 is 25 %. */
public final class TaxRate {
    public static final Schema SCHEMA = Schema.of("taxRate", "taxRates");
    public static final Field<String> ORGANIZATION_ID =
            SCHEMA.reference("organizationId", "organization", DOCUMENTED, REQUIRED, IMMUTABLE);
    public static final Field<String> NAME = SCHEMA.text("name", DOCUMENTED, REQUIRED, IMMUTABLE);
    public static final Field<String> ABBREVIATION = SCHEMA.text("abbreviation", DOCUMENTED, IMMUTABLE);
    public static final Field<String> DESCRIPTION = SCHEMA.text("description", DOCUMENTED, IMMUTABLE);
    public static final Field<BigDecimal> RATE = SCHEMA.decimal("rate", REPORTED, REQUIRED, IMMUTABLE);
    public static final Field<Boolean> APPLIES_TO_SALES = SCHEMA.flag("appliesToSales", DOCUMENTED, IMMUTABLE);
    public static final Field<Boolean> APPLIES_TO_PURCHASES = SCHEMA.flag("appliesToPurchases", DOCUMENTED, IMMUTABLE);
    public static final Field<Boolean> IS_PREDEFINED = SCHEMA.flag("isPredefined", DOCUMENTED, READ_ONLY);
    public static final Field<Boolean> IS_ACTIVE = SCHEMA.flag("isActive", DOCUMENTED);
    public static final Field<String> NET_AMOUNT_META_FIELD_ID =
            SCHEMA.text("netAmountMetaFieldId", DOCUMENTED, IMMUTABLE);
    public static final Field<String> PREDEFINED_TAG = SCHEMA.text("predefinedTag", REPORTED, READ_ONLY);
    public static final Field<Integer> PRIORITY = SCHEMA.whole("priority", REPORTED, READ_ONLY);
    public static final Field<String> TAX_RATE_GROUP = SCHEMA.text("taxRateGroup", REPORTED, READ_ONLY);
    public static final Field<Boolean> IS_MISSING_STANDARD_TAX_RATE =
            SCHEMA.flag("isMissingStandardTaxRate", REPORTED, READ_ONLY);
    public static final HasMany DEDUCTION_COMPONENTS =
            SCHEMA.embeds("deductionComponents", DeductionComponent.SCHEMA, DeductionComponent.TAX_RATE_ID);

    private TaxRate() {}
}
