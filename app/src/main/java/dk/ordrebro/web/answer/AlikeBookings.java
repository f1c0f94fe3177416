package dk.ordrebro.web.answer;

import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.question.Reason;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The held bookings that ask the very same, so that one answer fits all of them. */
@Component
class AlikeBookings {

    /** Enough to tell one from many; a page looks through no more. */
    private static final int LOOKED_THROUGH = 500;

    private final Bookings bookings;

    AlikeBookings(Bookings bookings) {
        this.bookings = bookings;
    }

    /**
     * How many there are.
     *
     * @param more whether there may be more than were looked through
     */
    public record Count(long bookings, boolean more) {}

    /** Among the latest that are held for such a reason. */
    Count count(Booking sample, Reason question) {
        List<Booking> some = bookings.held(sample.company(), question.code(), Optional.empty(), LOOKED_THROUGH);
        long alike = some.stream()
                .filter(one -> one.reasons().stream().anyMatch(question::isLike))
                .count();
        return new Count(Math.max(alike, 1), some.size() == LOOKED_THROUGH);
    }
}
