package dk.ordrebro.billysimulator.record;

/** What a client may and must do with a key. */
public enum Rule {
    /** Must have a value once the record is created. */
    REQUIRED,
    /** May be set on creation only; sending the same value again is tolerated. */
    IMMUTABLE,
    /** Set by Billy; ignored when a client sends it. */
    READ_ONLY,
    /** Looked up often, so that the store keeps an index over it. */
    INDEXED,
    /** Taken from a client and never shown as a key of the record. */
    WRITE_ONLY,
    /** Kept for the simulator itself and never shown. */
    HIDDEN
}
