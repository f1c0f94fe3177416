package dk.ordrebro.web.answer;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.question.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/** The held bookings that ask the very same, so that one answer fits all of them. */
@Component
class AlikeBookings {

    private static final int AT_A_TIME = 500;

    /** One answer is given to no more at once; those left ask again. */
    private static final int AT_MOST = 10_000;

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
        List<Booking> some = bookings.held(sample.company(), question.code(), Optional.empty(), AT_A_TIME);
        long alike = some.stream().filter(one -> asks(one, question)).count();
        return new Count(Math.max(alike, 1), some.size() == AT_A_TIME);
    }

    static boolean asks(Booking booking, Reason question) {
        return booking.reasons().stream().anyMatch(question::isLike);
    }

    /**
     * Does something to all of them, some hundreds at a time.
     *
     * @return the sum of what the deed said
     */
    int forAll(CompanyId company, Reason question, ToIntFunction<List<Booking>> deed) {
        int done = 0;
        List<Booking> some = bookings.held(company, question.code(), Optional.empty(), AT_A_TIME);
        while (!some.isEmpty() && done < AT_MOST) {
            List<Booking> alike =
                    some.stream().filter(one -> asks(one, question)).toList();
            done += alike.isEmpty() ? 0 : deed.applyAsInt(alike);
            // Those that stay as they are must not be met again.
            Optional<BookingId> before = Optional.of(some.getLast().id());
            some = bookings.held(company, question.code(), before, AT_A_TIME);
        }
        return done;
    }
}
