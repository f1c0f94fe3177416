package dk.ordrebro.booking;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.question.Reason;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** All bookings, to look at and to decide on. Making and sending them is the module's own affair. */
public interface Bookings {

    Optional<Booking> find(CompanyId company, BookingId id);

    List<Booking> ofOrder(CompanyId company, OrderId order);

    /** How far the bookings of each of these orders are; an order without bookings is left out. */
    Map<OrderId, Set<Stage>> stages(CompanyId company, Collection<OrderId> orders);

    /**
     * Newest first, without drafts and trails.
     *
     * @param before show what comes after this one in the list; empty for the first page
     */
    default List<Booking> page(CompanyId company, Optional<BookingState> state, Optional<BookingId> before, int size) {
        return page(company, state.map(BookingFilter::in).orElse(BookingFilter.ALL), before, size);
    }

    /**
     * Newest first, without drafts and trails; within a period by day.
     *
     * @param before show what comes after this one in the list; empty for the first page
     */
    List<Booking> page(CompanyId company, BookingFilter filter, Optional<BookingId> before, int size);

    /** Every booking of one accounting integration whose day lies between two days, both included; without drafts and trails, in no order. */
    void between(
            CompanyId company,
            AccountingIntegrationId accounting,
            LocalDate from,
            LocalDate through,
            Consumer<Booking> each);

    /** The first and the last day there are bookings of; empty when there are none. */
    Optional<Days> days(CompanyId company, AccountingIntegrationId accounting);

    /** A first and a last day, both included. */
    record Days(LocalDate from, LocalDate through) {}

    /**
     * Held for one reason, newest first, without drafts and trails.
     *
     * @param code of one of its {@link Reason}s
     * @param before show what comes after this one in the list; empty for the first page
     */
    List<Booking> held(CompanyId company, String code, Optional<BookingId> before, int size);

    List<Attempt> attempts(CompanyId company, BookingId id);

    /**
     * Lets held bookings be tried again; enriches anew those that were never sent.
     *
     * @return how many were released
     */
    int release(CompanyId company, List<BookingId> ids, String who);

    /**
     * Tries now what waits for a later try, for instance because the accounting program was away.
     *
     * @return how many were brought forward
     */
    int hurry(CompanyId company, AccountingIntegrationId accounting, String who);

    /** Decides that nothing is to be booked. Only a held booking with no document in the accounting program can be skipped. */
    void skip(CompanyId company, BookingId id, String why, String who);
}
