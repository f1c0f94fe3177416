package dk.ordrebro.integration;

/** On which fulfillment of a partly delivered order its freight and fees are invoiced. */
public enum FreightRule {
    FIRST,
    LAST,
    /** In step with the value of the items delivered. */
    PRO_RATA
}
