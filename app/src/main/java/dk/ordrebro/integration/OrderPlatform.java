package dk.ordrebro.integration;

/** How orders reach us from a shop. */
public enum OrderPlatform {
    CSV,
    PUSH,
    WOOCOMMERCE,
    SHOPIFY,
    SHIPMONDO,
    VENDURE
}
