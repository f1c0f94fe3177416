package dk.ordrebro.booking;

/** Only a held booking with no document in the accounting program can be skipped. */
public final class NotSkippable extends RuntimeException {

    public NotSkippable(BookingId id) {
        super("Booking " + id + " is not held, or has a document in the accounting program: it cannot be skipped");
    }
}
