package dk.ordrebro.booking;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.order.OrderId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bookings that wait for a person: what they are worth, one by one, and what is decided about many at once. */
public interface HeldBookings {

    /** What waits for one kind of reason, or for any. Amounts are with VAT, those of credit notes negative. */
    record Worth(long bookings, Map<String, BigDecimal> byCurrency) {

        public static final Worth NOTHING = new Worth(0, Map.of());

        public Worth {
            byCurrency = Map.copyOf(byCurrency);
        }
    }

    /** By code of the reason; a booking held for two reasons counts for both. The empty code stands for all, each counted once. */
    Map<String, Worth> worth(CompanyId company);

    /**
     * Which of them are shown.
     *
     * @param code of one of their reasons; empty for any
     * @param number part of an order number; empty for any
     * @param orders or one of these orders, where a number is looked for
     */
    record Filter(String code, String number, Collection<OrderId> orders) {

        public Filter {
            orders = List.copyOf(orders);
        }

        public static Filter of(String code) {
            return new Filter(code, "", List.of());
        }
    }

    /**
     * Newest first, without drafts and trails.
     *
     * @param before show what comes after this one in the list; empty for the first page
     */
    List<Booking> page(CompanyId company, Filter filter, Optional<BookingId> before, int size);

    /** The held bookings beside one in the list of all that are held, whether it is held itself or not. */
    Neighbours neighbours(CompanyId company, BookingId id);

    /** What stands before and after in the list, newest first; null at its ends. */
    record Neighbours(
            @Nullable BookingId previous, @Nullable BookingId next) {}

    /**
     * Decides that nothing is to be booked for these. What is not held, or has a document in the accounting program, is left alone.
     *
     * @param why in the words of who decides
     * @return how many were passed over
     */
    int skip(CompanyId company, List<BookingId> ids, String why, String who);

    /**
     * Takes back that a person passed these over: they are tried again from the beginning. What was passed over for another reason is left alone.
     *
     * @return how many are tried again
     */
    int resume(CompanyId company, List<BookingId> ids, String who);
}
