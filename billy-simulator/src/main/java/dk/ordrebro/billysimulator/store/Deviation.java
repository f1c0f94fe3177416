package dk.ordrebro.billysimulator.store;

/** A way in which the work itself goes otherwise than a client expects, because a fault was ordered. */
public enum Deviation {
    /** Every invoice comes out one hundredth dearer than its lines say. */
    TOTALS_OFF,
    /** VAT is worked out of the sum of all lines of a rate, and so may be some hundredths off that of the lines. */
    VAT_OF_TOTAL,
    /** Lines get another tax rate than their product's ruleset gives. */
    OTHER_RATE,
    /** Lists pass over their filters. */
    IGNORE_FILTERS
}
