package dk.ordrebro.alarm;

/** What people are told of. */
public enum Trouble {
    /** Bookings are held: only a person can decide on them. */
    HELD,
    /** The accounting program refuses the key, or the company is closed there. */
    DEAD_KEY,
    /** The accounting program has not answered for a while. */
    PROGRAM_DOWN,
    /** A booking has been under way for too long. */
    UNBOOKED,
    /** The proof found something wrong. */
    PROOF,
    /** A shop has been silent for longer than it usually is. */
    SILENT_SHOP
}
