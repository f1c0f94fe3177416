package dk.ordrebro.billysimulator.store;

/** A way in which the work itself goes otherwise than a client expects, because a fault was ordered. */
public enum Deviation {
    /** Every invoice comes out one hundredth dearer than its lines say. */
    TOTALS_OFF,
    /** VAT is rounded on each line, and so may be some hundredths off that of the whole document. */
    VAT_PER_LINE,
    /** VAT is rounded on the sum of each rate's lines, and so may be some hundredths off that of the whole document. */
    VAT_PER_RATE,
    /** Lines get another tax rate than their product's ruleset gives. */
    OTHER_RATE,
    /** Lists pass over their filters. */
    IGNORE_FILTERS
}
