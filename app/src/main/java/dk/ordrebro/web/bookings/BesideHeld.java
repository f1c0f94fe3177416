package dk.ordrebro.web.bookings;

import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.HeldBookings;
import org.springframework.stereotype.Component;

/** The way from one booking that waits for a person to the next. */
@Component("besideHeld")
public class BesideHeld {

    private final HeldBookings held;

    BesideHeld(HeldBookings held) {
        this.held = held;
    }

    public HeldBookings.Neighbours of(Booking booking) {
        return booking.state() == BookingState.HELD || isPassedOver(booking)
                ? held.neighbours(booking.company(), booking.id())
                : new HeldBookings.Neighbours(null, null);
    }

    /** Whether a person passed it over, which can be taken back. */
    public boolean isPassedOver(Booking booking) {
        return booking.state() == BookingState.SKIPPED
                && booking.reasons().stream().anyMatch(hold -> hold.code().equals("SKIPPED_BY_PERSON"));
    }
}
