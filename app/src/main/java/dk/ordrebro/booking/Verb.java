package dk.ordrebro.booking;

/** What can be done to a booking; buttons, log and audit trail use the same words. */
public enum Verb {
    CREATE,
    SETTLE,
    HOLD,
    RELEASE,
    POSTPONE,
    SUSPECT,
    RECONCILE,
    SKIP,
    /** A person asks for the draft to be approved. */
    APPROVE,
    /** The ledger told that the document stands otherwise than before: approved, voided or gone. */
    OBSERVE,
    /** Undone before anything stood for good: closed, and nothing stands of it. */
    TAKE_BACK
}
