package dk.ordrebro.booking;

import java.util.List;

/** Bookings changed their fate. Published inside the transaction that records it; grouped. */
public record BookingChanged(List<Change> changes) {

    /**
     * What became of one booking.
     *
     * @param verb settle, hold, release, postpone, suspect, reconcile or skip, in the past tense
     * @param who a user, or "ordrebro"
     */
    public record Change(Booking booking, String verb, String who) {}
}
