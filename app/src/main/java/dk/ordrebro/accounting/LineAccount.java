package dk.ordrebro.accounting;

/**
 * Where an invoice line is booked. The program may take this from a product; the adapter finds or makes the one that says the same.
 *
 * @param title name of that product, such as "Varer (Indland)", or the SKU's title when there is a product for each SKU
 * @param sku empty for one product per template, else the SKU the product is for
 */
public record LineAccount(String title, String sku, AccountNumber account, RulesetId ruleset) {}
