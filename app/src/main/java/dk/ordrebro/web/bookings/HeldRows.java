package dk.ordrebro.web.bookings;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingFilter;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.HeldBookings;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.list.ListedOrder;
import dk.ordrebro.order.list.OrderFilter;
import dk.ordrebro.order.list.OrderList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Held bookings as the list shows them: with what the order tells of its buyer. */
@Component
class HeldRows {

    /** So many orders that fit what was typed are looked for among the held ones. */
    private static final int LOOKED_THROUGH = 200;

    private static final BookingFilter GONE =
            new BookingFilter(BookingState.SETTLED, null, null, null, "", Standing.GONE);

    private final HeldBookings held;
    private final Bookings bookings;
    private final OrderList orders;

    HeldRows(HeldBookings held, Bookings bookings, OrderList orders) {
        this.held = held;
        this.bookings = bookings;
        this.orders = orders;
    }

    /** @param order what the list of orders tells; null where it has not got the order */
    record HeldRow(Booking booking, @Nullable ListedOrder order) {

        /** With VAT, negative where money goes back; null where nobody can say yet. */
        public @Nullable Money amount() {
            Money amount = booking.amount();
            return amount == null || booking.type() == DocumentType.INVOICE ? amount : amount.negated();
        }
    }

    /**
     * A page of the list.
     *
     * @param typed part of an order number, or the beginning of a name, an e-mail address or a telephone number; empty for any
     */
    List<HeldRow> page(CompanyId company, String code, String typed, Optional<BookingId> before, int size) {
        List<Booking> found =
                held.page(company, new HeldBookings.Filter(code, typed, fitting(company, typed)), before, size);
        return told(company, found);
    }

    /** The latest bookings whose documents are no longer in the accounting program. */
    List<HeldRow> gone(CompanyId company, int size) {
        return told(company, bookings.page(company, GONE, Optional.empty(), size));
    }

    private List<HeldRow> told(CompanyId company, List<Booking> found) {
        Map<OrderId, ListedOrder> told =
                orders.of(company, found.stream().map(Booking::order).distinct().toList()).stream()
                        .collect(Collectors.toMap(ListedOrder::id, one -> one));
        return found.stream()
                .map(booking -> new HeldRow(booking, told.get(booking.order())))
                .toList();
    }

    private List<OrderId> fitting(CompanyId company, String typed) {
        return typed.isEmpty()
                ? List.of()
                : orders
                        .first(company, new OrderFilter(Set.of(), null, "", null, null, typed), LOOKED_THROUGH)
                        .orders()
                        .stream()
                        .map(ListedOrder::id)
                        .toList();
    }
}
