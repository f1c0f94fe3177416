package dk.ordrebro.booking;

import dk.ordrebro.question.Kind;

/** Why booking itself holds something back, passes it over or is late. */
public enum Obstacle implements Kind {
    NOT_BOUND,
    ACCOUNTING_RETIRED,
    /** Bought before the day the shop's bookkeeping begins here. */
    BEFORE_START,
    ORIGINAL_SKIPPED,
    ORIGINAL_IS_DRAFT,
    STANDS_AFTER_ALL,
    SKIPPED_BY_PERSON,
    SEVERAL_FOUND,
    INVOICE_GONE,
    DIED_IN_FLIGHT,
    /** The order's newest revision no longer has what was delivered. */
    LINES_GONE,
    /** A reason of an earlier version that has no words any more. */
    OUTDATED
}
