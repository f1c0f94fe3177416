package dk.ordrebro.integration;

/** Which product of the accounting program an invoice line carries; the product brings account and VAT with it. */
public enum ProductMode {
    /** One product for each template; SKU and title stand in the line's description. */
    PER_TEMPLATE,
    /** One product for each SKU and template. */
    PER_SKU
}
