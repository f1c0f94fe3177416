package dk.ordrebro.accounting;

/**
 * Where a document stands in the books of the accounting program, as it was last read there and never assumed. A draft is not booked: in
 * Danish bookkeeping a <em>kladde</em> is not <em>bogført</em>, and no page says so of one.
 */
public enum Standing {
    /** Made, and waiting for approval; it can still be changed or deleted there. */
    DRAFT,
    /** Approved: it has its number and stands in the books for good. */
    APPROVED,
    /** Made void in the program. */
    VOIDED,
    /** The program answered in full and has no such document any more. */
    GONE;

    public static Standing of(Invoice invoice) {
        return switch (invoice.state()) {
            case DRAFT -> DRAFT;
            case APPROVED -> APPROVED;
            case VOIDED -> VOIDED;
        };
    }

    /** Whether it counts: a draft or an approved document. */
    public boolean isLive() {
        return this == DRAFT || this == APPROVED;
    }
}
