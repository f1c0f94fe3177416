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
    SKIP
}
