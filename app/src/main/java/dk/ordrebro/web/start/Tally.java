package dk.ordrebro.web.start;

import dk.ordrebro.booking.BookingState;
import java.util.Map;

/** How many bookings stand where, in the few words of the first page. */
record Tally(long booked, long underway, long held, long skipped) {

    static final Tally NONE = new Tally(0, 0, 0, 0);

    static Tally of(Map<BookingState, Long> counts) {
        return new Tally(
                counts.getOrDefault(BookingState.SETTLED, 0L),
                counts.getOrDefault(BookingState.WAITING, 0L)
                        + counts.getOrDefault(BookingState.SENDING, 0L)
                        + counts.getOrDefault(BookingState.SUSPECT, 0L),
                counts.getOrDefault(BookingState.HELD, 0L),
                counts.getOrDefault(BookingState.SKIPPED, 0L));
    }

    Tally plus(Tally other) {
        return new Tally(booked + other.booked, underway + other.underway, held + other.held, skipped + other.skipped);
    }

    /** Every booking comes from something that was handled. */
    public long handled() {
        return booked + underway + held + skipped;
    }
}
