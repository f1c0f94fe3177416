package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.HasMany;
import dk.ordrebro.billysimulator.record.Schema;

/** Keys of a product (reference 6.4): it carries the account and the VAT ruleset of a line. */
public final class Product {
    public static final Schema SCHEMA = Schema.of("product", "products");
    public static final Field<String> ORGANIZATION_ID =
            SCHEMA.reference("organizationId", "organization", DOCUMENTED, REQUIRED, IMMUTABLE);
    public static final Field<String> NAME = SCHEMA.text("name", DOCUMENTED, REQUIRED);
    public static final Field<String> DESCRIPTION = SCHEMA.text("description", DOCUMENTED);
    public static final Field<String> ACCOUNT_ID = SCHEMA.reference("accountId", "account", DOCUMENTED, REQUIRED);
    public static final Field<String> PRODUCT_NO = SCHEMA.text("productNo", DOCUMENTED, INDEXED);
    public static final Field<String> SUPPLIERS_PRODUCT_NO = SCHEMA.text("suppliersProductNo", DOCUMENTED);
    public static final Field<String> SALES_TAX_RULESET_ID =
            SCHEMA.reference("salesTaxRulesetId", "salesTaxRuleset", DOCUMENTED);
    public static final Field<Boolean> IS_ARCHIVED = SCHEMA.flag("isArchived", DOCUMENTED);
    public static final Field<Boolean> IS_IN_INVENTORY = SCHEMA.flag("isInInventory", DOCUMENTED);
    public static final Field<String> INVENTORY_ACCOUNT_ID =
            SCHEMA.reference("inventoryAccountId", "account", RECORDED);
    public static final Field<String> IMAGE_ID = SCHEMA.text("imageId", RECORDED);
    public static final Field<String> IMAGE_URL = SCHEMA.text("imageUrl", RECORDED);
    public static final Field<String> UNIT = SCHEMA.text("unit", REPORTED);
    public static final Field<String> EXTERNAL_ID = SCHEMA.text("externalId", REPORTED);
    public static final HasMany PRICES = SCHEMA.embeds("prices", ProductPrice.SCHEMA, ProductPrice.PRODUCT_ID);

    private Product() {}
}
