package dk.ordrebro.booking;

import java.util.List;

/** Bookings changed their fate. Published inside the transaction that records it; grouped. */
public record BookingChanged(List<Change> changes) {

    /**
     * What became of one booking.
     *
     * @param verb what was done to it
     * @param who a user, or "ordrebro"
     */
    public record Change(Booking booking, Verb verb, String who) {}
}
