package dk.ordrebro.integration;

/** Whom an invoice is made out to in the accounting program. */
public enum ContactMode {
    /** One contact for each customer of the shop. */
    PER_CUSTOMER,
    /** One collective contact for each country and buyer type. */
    COLLECTIVE
}
