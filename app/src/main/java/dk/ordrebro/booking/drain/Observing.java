package dk.ordrebro.booking.drain;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingChanged;
import dk.ordrebro.booking.BookingRows;
import dk.ordrebro.booking.BookingUpdates;
import dk.ordrebro.booking.Verb;
import dk.ordrebro.booking.totals.Bucket;
import dk.ordrebro.booking.totals.TotalsKept;
import dk.ordrebro.integration.AccountingIntegrationId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down where documents were seen to stand, inside its caller's transaction. */
class Observing {

    private static final Set<Verb> MAY_APPROVE = Set.of(Verb.OBSERVE, Verb.RECONCILE, Verb.SETTLE);

    private final JdbcClient jdbc;
    private final TotalsKept totals;
    private final DrainSchedule drains;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Observing(
            JdbcClient jdbc,
            TotalsKept totals,
            DrainSchedule drains,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.totals = totals;
        this.drains = drains;
        this.events = events;
        this.clock = clock;
    }

    /** A document as it was seen; without a number where the ledger told none. */
    record Seen(Standing standing, @Nullable String number) {}

    /**
     * Those by their documents' ids; bookings under way are left to their drain.
     *
     * @return how many stand otherwise than before
     */
    int observe(CompanyId company, AccountingIntegrationId accounting, Map<String, Seen> seen, Instant readAt) {
        List<Booking> ours = jdbc.sql("""
                        select * from booking
                        where company_id = ? and accounting_integration_id = ? and invoice_id = any (?)
                          and state in ('SETTLED', 'HELD', 'SKIPPED') and (standing_read_at is null or standing_read_at < ?)
                        order by booking_id for update
                        """)
                .params(
                        company.value(),
                        accounting.value(),
                        seen.keySet().toArray(String[]::new),
                        BookingUpdates.sql(readAt))
                .query(BookingRows::whole)
                .list();
        touch(company, ours, readAt);
        List<BookingChanged.Change> changes = new ArrayList<>();
        for (Booking before : ours) {
            Seen now = Objects.requireNonNull(seen.get(String.valueOf(before.invoice())));
            if (now.standing != before.standing() || isNumbered(before, now)) {
                changes.add(change(before, now, readAt));
            }
        }
        if (!changes.isEmpty()) {
            events.publishEvent(new BookingChanged(changes));
        }
        return changes.size();
    }

    private static boolean isNumbered(Booking before, Seen now) {
        return now.number != null && !now.number.equals(before.invoiceNumber());
    }

    private void touch(CompanyId company, Collection<Booking> read, Instant readAt) {
        jdbc.sql(
                        "update booking set standing_read_at = ? where company_id = ? and booking_id = any (?::text[]::uuid[])")
                .params(
                        BookingUpdates.sql(readAt),
                        company.value(),
                        read.stream().map(one -> one.id().toString()).toArray(String[]::new))
                .update();
    }

    private BookingChanged.Change change(Booking before, Seen now, Instant readAt) {
        Booking after = before.with(
                before.state(),
                before.reasons(),
                before.invoice(),
                now.number == null ? before.invoiceNumber() : now.number,
                now.standing,
                readAt);
        jdbc.sql(
                        "update booking set standing = ?, invoice_number = ?, changed_at = ? where company_id = ? and booking_id = ?")
                .param(now.standing.name())
                .param(after.invoiceNumber())
                .param(BookingUpdates.sql(clock.instant()))
                .param(before.company().value())
                .param(before.id().value())
                .update();
        Bucket place = Bucket.of(before.state());
        totals.moved(List.of(TotalsKept.Move.of(after, place, readAt)
                .was(TotalsKept.Document.of(before))
                .is(TotalsKept.Document.of(after))));
        return new BookingChanged.Change(after, Verb.OBSERVE, BookingUpdates.US);
    }

    /** Credit notes that waited for a document to be approved look again, whether it was approved in the ledger or from here. */
    @EventListener
    void on(BookingChanged changed) {
        changed.changes().stream()
                .filter(change -> MAY_APPROVE.contains(change.verb()))
                .map(BookingChanged.Change::booking)
                .filter(document -> document.standing() != null && document.standing() != Standing.DRAFT)
                .collect(Collectors.groupingBy(Booking::company))
                .forEach(this::goOn);
    }

    private void goOn(CompanyId company, List<Booking> documents) {
        Instant now = clock.instant();
        List<Booking> released = jdbc.sql("""
                        update booking set state = 'WAITING', due_at = ?, changed_at = ?, reasons = '[]'
                        where company_id = ? and order_id = any (?::text[]::uuid[]) and return_of = any (?::text[]::uuid[])
                          and state = 'HELD' and reasons like '%ORIGINAL_IS_DRAFT%'
                        returning *
                        """)
                .params(
                        BookingUpdates.sql(now),
                        BookingUpdates.sql(now),
                        company.value(),
                        documents.stream().map(one -> one.order().toString()).toArray(String[]::new),
                        documents.stream()
                                .map(one -> one.fulfillment().toString())
                                .toArray(String[]::new))
                .query(BookingRows::brief)
                .list();
        if (released.isEmpty()) {
            return;
        }
        totals.moved(released.stream()
                .map(one -> TotalsKept.Move.of(one, Bucket.HELD, now))
                .toList());
        events.publishEvent(new BookingChanged(released.stream()
                .map(one -> new BookingChanged.Change(one, Verb.RELEASE, BookingUpdates.US))
                .toList()));
        released.stream()
                .map(Booking::accounting)
                .filter(Objects::nonNull)
                .distinct()
                .forEach((AccountingIntegrationId accounting) -> drains.nudge(company, accounting));
    }
}
