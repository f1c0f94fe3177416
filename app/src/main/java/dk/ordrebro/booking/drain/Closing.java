package dk.ordrebro.booking.drain;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingChanged;
import dk.ordrebro.booking.BookingRows;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.BookingUpdates;
import dk.ordrebro.booking.Verb;
import dk.ordrebro.booking.totals.Bucket;
import dk.ordrebro.booking.totals.TotalsKept;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.Handling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Closes what was undone before it stood for good: the booking of the delivery, and the credit notes that were to take it back. Works inside
 * its caller's transaction. Once an undo's own booking is closed or settled, the pieces of the delivery are free again.
 */
class Closing {

    private final JdbcClient jdbc;
    private final TotalsKept totals;
    private final Handling handling;
    private final ApplicationEventPublisher events;

    Closing(JdbcClient jdbc, TotalsKept totals, Handling handling, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.totals = totals;
        this.handling = handling;
        this.events = events;
    }

    /** Closes at once what certainly never reached the accounting program; anything else is left to the drain. */
    void takeBackIfNeverMade(CompanyId company, FulfillmentId delivery, Instant now) {
        boolean nothingMade = jdbc.sql("""
                        select 1 from booking
                        where company_id = ? and fulfillment_id = ? and state in ('WAITING', 'HELD') and invoice_id is null
                          and reasons not like '%SEVERAL_FOUND%'
                        for update skip locked
                        """)
                .params(company.value(), delivery.value())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (nothingMade) {
            takeBack(company, delivery, null, now);
        }
    }

    /**
     * Nothing stands of the delivery any more.
     *
     * @param standing of its document, as it was just read; null where none was ever made
     */
    void takeBack(CompanyId company, FulfillmentId delivery, @Nullable Standing standing, Instant now) {
        List<Booking> open = jdbc.sql("""
                        select * from booking
                        where company_id = ? and (fulfillment_id = ? or return_of = ?) and state in ('WAITING', 'HELD', 'SETTLED')
                        order by booking_id for update
                        """)
                .params(company.value(), delivery.value(), delivery.value())
                .query(BookingRows::whole)
                .list();
        List<BookingChanged.Change> changes = new ArrayList<>();
        for (Booking booking : open) {
            boolean original = booking.fulfillment().equals(delivery);
            if (original || booking.invoice() == null) {
                changes.add(close(booking, original ? standing : null, now));
            }
        }
        if (!changes.isEmpty()) {
            events.publishEvent(new BookingChanged(changes));
        }
    }

    private BookingChanged.Change close(Booking before, @Nullable Standing standing, Instant now) {
        Standing stands = before.invoice() == null ? null : standing;
        Booking after = before.with(
                BookingState.TAKEN_BACK,
                List.of(),
                before.invoice(),
                before.invoiceNumber(),
                stands,
                stands == null ? null : now);
        jdbc.sql("""
                        update booking set state = 'TAKEN_BACK', reasons = '[]', standing = ?, standing_read_at = ?, changed_at = ?, approve = false
                        where company_id = ? and booking_id = ?
                        """)
                .param(stands == null ? null : stands.name())
                .param(stands == null ? null : BookingUpdates.sql(now))
                .param(BookingUpdates.sql(now))
                .param(before.company().value())
                .param(before.id().value())
                .update();
        totals.moved(List.of(
                TotalsKept.Move.of(after, Bucket.of(before.state()), now).was(TotalsKept.Document.of(before))));
        return new BookingChanged.Change(after, Verb.TAKE_BACK, BookingUpdates.US);
    }

    /** Frees the pieces of undone deliveries once nothing stands of them, or a credit note does. */
    @EventListener
    void on(BookingChanged changed) {
        Map<CompanyId, List<FulfillmentId>> concluded = changed.changes().stream()
                .map(BookingChanged.Change::booking)
                .filter(booking -> booking.type() == DocumentType.CREDIT_NOTE && isConcluded(booking))
                .collect(Collectors.groupingBy(
                        Booking::company, Collectors.mapping(Booking::fulfillment, Collectors.toList())));
        concluded.forEach(handling::concluded);
    }

    /** An undo that a person skips leaves the document where it is, and so the pieces delivered. */
    private static boolean isConcluded(Booking booking) {
        return switch (booking.state()) {
            case SETTLED, TAKEN_BACK -> true;
            case SKIPPED ->
                booking.reasons().stream().noneMatch(hold -> hold.code().equals("SKIPPED_BY_PERSON"));
            case WAITING, SENDING, SUSPECT, HELD -> false;
        };
    }
}
