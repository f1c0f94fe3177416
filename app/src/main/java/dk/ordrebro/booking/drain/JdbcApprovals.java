package dk.ordrebro.booking.drain;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.Approvals;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingChanged;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingRows;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.BookingUpdates;
import dk.ordrebro.booking.Verb;
import dk.ordrebro.booking.totals.Bucket;
import dk.ordrebro.booking.totals.TotalsKept;
import dk.ordrebro.integration.AccountingIntegrationId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Hands drafts to their drains to be approved. */
class JdbcApprovals implements Approvals {

    private final JdbcClient jdbc;
    private final TotalsKept totals;
    private final DrainSchedule drains;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    JdbcApprovals(
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

    @Override
    @Transactional
    public int approve(CompanyId company, UUID approval, List<BookingId> bookings, String who) {
        List<Booking> drafts = jdbc.sql("""
                        select * from booking
                        where company_id = ? and booking_id = any (?::text[]::uuid[]) and state = 'SETTLED' and standing = 'DRAFT'
                          and accounting_integration_id is not null
                        order by booking_id limit ? for update
                        """)
                .params(
                        company.value(),
                        bookings.stream().map(BookingId::toString).toArray(String[]::new),
                        MOST)
                .query(BookingRows::whole)
                .list();
        return ask(company, approval, drafts, who);
    }

    @Override
    @Transactional
    public int approveAll(CompanyId company, UUID approval, String who) {
        if (progress(company, approval).all() > 0) {
            return 0;
        }
        List<Booking> drafts = jdbc.sql("""
                        select * from booking
                        where company_id = ? and state = 'SETTLED' and standing = 'DRAFT' and accounting_integration_id is not null
                        order by booking_id limit ? for update skip locked
                        """)
                .params(company.value(), MOST)
                .query(BookingRows::whole)
                .list();
        return ask(company, approval, drafts, who);
    }

    private int ask(CompanyId company, UUID approval, List<Booking> drafts, String who) {
        Instant now = clock.instant();
        jdbc.sql("""
                        update booking set state = 'WAITING', approve = true, approval_id = ?, due_at = ?, changed_at = ?
                        where company_id = ? and booking_id = any (?::text[]::uuid[])
                        """)
                .params(
                        approval,
                        BookingUpdates.sql(now),
                        BookingUpdates.sql(now),
                        company.value(),
                        drafts.stream().map(one -> one.id().toString()).toArray(String[]::new))
                .update();
        List<Booking> asked = drafts.stream()
                .map(one -> one.to(BookingState.WAITING, List.of()))
                .toList();
        totals.moved(drafts.stream()
                .map(one -> TotalsKept.Move.of(one.to(BookingState.WAITING, List.of()), Bucket.SETTLED, now)
                        .was(TotalsKept.Document.of(one)))
                .toList());
        if (!asked.isEmpty()) {
            events.publishEvent(new BookingChanged(asked.stream()
                    .map(one -> new BookingChanged.Change(one, Verb.APPROVE, who))
                    .toList()));
        }
        asked.stream()
                .map(Booking::accounting)
                .filter(Objects::nonNull)
                .distinct()
                .forEach((AccountingIntegrationId accounting) -> drains.nudge(company, accounting));
        return asked.size();
    }

    @Override
    public Progress progress(CompanyId company, UUID approval) {
        return jdbc.sql("""
                        select count(*) filter (where state in ('WAITING', 'SENDING', 'SUSPECT')) as underway,
                               count(*) filter (where state = 'SETTLED' and standing = 'APPROVED') as approved,
                               count(*) filter (where state = 'HELD') as held,
                               count(*) filter (where state = 'SETTLED' and standing = 'DRAFT') as drafts,
                               count(*) as every
                        from booking where company_id = ? and approval_id = ?
                        """)
                .params(company.value(), approval)
                .query((row, index) -> {
                    long underway = row.getLong("underway");
                    long approved = row.getLong("approved");
                    long held = row.getLong("held");
                    long drafts = row.getLong("drafts");
                    return new Progress(
                            underway,
                            approved,
                            held,
                            drafts,
                            row.getLong("every") - underway - approved - held - drafts);
                })
                .single();
    }

    @Override
    @Transactional
    public void stop(CompanyId company, UUID approval, String who) {
        Instant now = clock.instant();
        List<Booking> stopped = jdbc.sql("""
                        update booking set state = 'SETTLED', approve = false, changed_at = ?
                        where company_id = ? and approval_id = ? and state = 'WAITING' and approve
                        returning *
                        """)
                .params(BookingUpdates.sql(now), company.value(), approval)
                .query(BookingRows::whole)
                .list();
        totals.moved(stopped.stream()
                .map(one -> TotalsKept.Move.of(one, Bucket.UNDERWAY, now).is(TotalsKept.Document.of(one)))
                .toList());
    }
}
