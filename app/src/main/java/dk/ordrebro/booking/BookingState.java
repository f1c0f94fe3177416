package dk.ordrebro.booking;

/** Where a booking stands. Each word is the state a verb leads to. */
public enum BookingState {
    /** Due now or later (new, released or postponed). */
    WAITING,
    /** Claimed by a drain; a call may be under way. */
    SENDING,
    /** The outcome of a call is unknown; only a search by reference leads out. */
    SUSPECT,
    /** A person must decide. */
    HELD,
    /** The document stands in the accounting program, and its sums were checked. */
    SETTLED,
    /** Nothing is to be booked, with a reason. */
    SKIPPED,
    /** What was to be booked was undone before it stood for good: a draft was deleted again, or nothing was ever made. Closed. */
    TAKEN_BACK
}
