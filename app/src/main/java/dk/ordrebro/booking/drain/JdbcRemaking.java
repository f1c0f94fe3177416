package dk.ordrebro.booking.drain;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingChanged;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingRows;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.BookingUpdates;
import dk.ordrebro.booking.NotSkippable;
import dk.ordrebro.booking.Obstacle;
import dk.ordrebro.booking.Remaking;
import dk.ordrebro.booking.Verb;
import dk.ordrebro.booking.totals.Bucket;
import dk.ordrebro.booking.totals.TotalsKept;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.QuestionJson;
import dk.ordrebro.question.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Decisions about documents that are gone, in PostgreSQL. */
class JdbcRemaking implements Remaking {

    private static final Pattern TIME = Pattern.compile("(.*)\\.(\\d+)");

    private final JdbcClient jdbc;
    private final Ids ids;
    private final TotalsKept totals;
    private final DrainSchedule drains;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    JdbcRemaking(
            JdbcClient jdbc,
            Ids ids,
            TotalsKept totals,
            DrainSchedule drains,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.totals = totals;
        this.drains = drains;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public BookingId again(CompanyId company, BookingId gone, String who) {
        Booking before = gone(company, gone);
        if (isBeingUndone(before)) {
            throw new NotSkippable(gone);
        }
        Instant now = clock.instant();
        close(before, BookingState.TAKEN_BACK, List.of(), now);
        BookingId again = new BookingId(ids.next());
        jdbc.sql("""
                        insert into booking (company_id, booking_id, order_integration_id, accounting_integration_id, order_id, order_revision,
                                             order_number, fulfillment_id, return_of, document_type, reference, state, day, created_at, changed_at,
                                             due_at, reasons, delivered, delivered_currency, undoes, instead_of)
                        select company_id, ?, order_integration_id, accounting_integration_id, order_id, order_revision,
                               order_number, fulfillment_id, return_of, document_type, ?, 'WAITING', day, ?, ?, ?, '[]',
                               delivered, delivered_currency, undoes, invoice_id
                        from booking where company_id = ? and booking_id = ?
                        """)
                .params(
                        again.value(),
                        next(before.reference().value()),
                        BookingUpdates.sql(now),
                        BookingUpdates.sql(now),
                        BookingUpdates.sql(now),
                        company.value(),
                        gone.value())
                .update();
        Booking made = jdbc.sql("select * from booking where company_id = ? and booking_id = ?")
                .params(company.value(), again.value())
                .query(BookingRows::brief)
                .single();
        totals.moved(List.of(new TotalsKept.Move(
                company, again, made.shop(), made.day(), null, Bucket.UNDERWAY, List.of(), null, null, now)));
        events.publishEvent(new BookingChanged(List.of(
                new BookingChanged.Change(before.to(BookingState.TAKEN_BACK, List.of()), Verb.TAKE_BACK, who),
                new BookingChanged.Change(made, Verb.RELEASE, who))));
        AccountingIntegrationId accounting = made.accounting();
        if (accounting != null) {
            drains.nudge(company, accounting);
        }
        return again;
    }

    /** The reference of the second time ends with .2, of the third with .3. */
    static String next(String reference) {
        int colon = reference.lastIndexOf(':');
        Matcher again = TIME.matcher(reference.substring(colon + 1));
        return again.matches()
                ? reference.substring(0, colon + 1) + again.group(1) + "." + (Integer.parseInt(again.group(2)) + 1)
                : reference + ".2";
    }

    @Override
    @Transactional
    public void accept(CompanyId company, BookingId gone, String why, String who) {
        Booking before = gone(company, gone);
        List<Reason> reason = List.of(Obstacle.SKIPPED_BY_PERSON.with(new Fact.Text(why), new Fact.Person(who)));
        close(before, BookingState.SKIPPED, reason, clock.instant());
        events.publishEvent(new BookingChanged(
                List.of(new BookingChanged.Change(before.to(BookingState.SKIPPED, reason), Verb.SKIP, who))));
    }

    /** Each would wait for the other; the undo closes what is gone by itself. */
    private boolean isBeingUndone(Booking booking) {
        return jdbc
                .sql("""
                        select 1 from booking
                        where company_id = ? and order_id = ? and return_of = ? and undoes and state in ('WAITING', 'SENDING', 'SUSPECT', 'HELD')
                        """)
                .params(
                        booking.company().value(),
                        booking.order().value(),
                        booking.fulfillment().value())
                .query(Integer.class)
                .list()
                .stream()
                .findFirst()
                .isPresent();
    }

    private Booking gone(CompanyId company, BookingId id) {
        return jdbc.sql("""
                        select * from booking where company_id = ? and booking_id = ? and state in ('SETTLED', 'HELD') and invoice_id is not null
                          and standing in ('GONE', 'VOIDED')
                        for update
                        """)
                .params(company.value(), id.value())
                .query(BookingRows::whole)
                .optional()
                .filter(booking -> booking.standing() == Standing.GONE || booking.standing() == Standing.VOIDED)
                .orElseThrow(() -> new NotSkippable(id));
    }

    private void close(Booking before, BookingState state, List<Reason> reasons, Instant now) {
        jdbc.sql("update booking set state = ?, reasons = ?, changed_at = ? where company_id = ? and booking_id = ?")
                .params(
                        state.name(),
                        QuestionJson.write(reasons),
                        BookingUpdates.sql(now),
                        before.company().value(),
                        before.id().value())
                .update();
        totals.moved(List.of(TotalsKept.Move.of(before.to(state, reasons), Bucket.of(before.state()), now)
                .was(TotalsKept.Document.of(before))));
    }
}
