package dk.ordrebro.booking.drain;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.Attempt;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingChanged;
import dk.ordrebro.booking.BookingFilter;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingJson;
import dk.ordrebro.booking.BookingRows;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.BookingUpdates;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.NotSkippable;
import dk.ordrebro.booking.Obstacle;
import dk.ordrebro.booking.Stage;
import dk.ordrebro.booking.Verb;
import dk.ordrebro.booking.totals.Bucket;
import dk.ordrebro.booking.totals.TotalsKept;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.QuestionJson;
import dk.ordrebro.question.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Bookings in PostgreSQL, as pages and people see them. */
class JdbcBookings implements Bookings {

    /** So many are brought forward in one transaction. */
    private static final int HURRIED = 5_000;

    private final JdbcClient jdbc;
    private final BookingPages pages;
    private final OrderIntegrations shops;
    private final DrainSchedule drains;
    private final ApplicationEventPublisher events;
    private final TotalsKept totals;
    private final InstantSource clock;

    JdbcBookings(
            JdbcClient jdbc,
            OrderIntegrations shops,
            DrainSchedule drains,
            ApplicationEventPublisher events,
            TotalsKept totals,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.pages = new BookingPages(jdbc);
        this.shops = shops;
        this.drains = drains;
        this.events = events;
        this.totals = totals;
        this.clock = clock;
    }

    @Override
    public Optional<Booking> find(CompanyId company, BookingId id) {
        return jdbc.sql("select * from booking where company_id = ? and booking_id = ?")
                .params(company.value(), id.value())
                .query(BookingRows::whole)
                .optional();
    }

    @Override
    public List<Booking> ofOrder(CompanyId company, OrderId order) {
        return jdbc.sql("select * from booking where company_id = ? and order_id = ? order by booking_id")
                .params(company.value(), order.value())
                .query(BookingRows::whole)
                .list();
    }

    @Override
    public Map<OrderId, Set<Stage>> stages(CompanyId company, Collection<OrderId> orders) {
        return jdbc
                .sql("""
                        select distinct order_id, state, standing from booking where company_id = ? and order_id = any (?::text[]::uuid[])
                        """)
                .params(company.value(), orders.stream().map(OrderId::toString).toArray(String[]::new))
                .query((row, index) -> Map.entry(
                        new OrderId(row.getObject("order_id", UUID.class)),
                        Stage.of(BookingState.valueOf(row.getString("state")), BookingRows.standing(row))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(
                                Map.Entry::getValue, Collectors.toCollection(() -> EnumSet.noneOf(Stage.class)))));
    }

    @Override
    public List<Booking> page(CompanyId company, BookingFilter filter, Optional<BookingId> before, int size) {
        return pages.page(company, filter, before, size);
    }

    @Override
    public void between(
            CompanyId company,
            AccountingIntegrationId accounting,
            LocalDate from,
            LocalDate through,
            Consumer<Booking> each) {
        try (Stream<Booking> stream = jdbc
                .sql("""
                        select * from booking
                        where company_id = ? and accounting_integration_id = ? and day between ? and ?
                        """)
                .params(company.value(), accounting.value(), from, through)
                .query(BookingRows::brief)
                .stream()) {
            stream.forEach(each);
        }
    }

    @Override
    public Optional<Days> days(CompanyId company, AccountingIntegrationId accounting) {
        return jdbc.sql(
                        "select min(day) as first, max(day) as last from booking where company_id = ? and accounting_integration_id = ?")
                .params(company.value(), accounting.value())
                .query((row, index) -> {
                    LocalDate first = row.getObject("first", LocalDate.class);
                    return first == null
                            ? Optional.<Days>empty()
                            : Optional.of(new Days(first, row.getObject("last", LocalDate.class)));
                })
                .single();
    }

    @Override
    public List<Booking> held(CompanyId company, String code, Optional<BookingId> before, int size) {
        return jdbc.sql("""
                        select b.* from booking_hold h join booking b using (company_id, booking_id)
                        where h.company_id = ? and h.code = ? and h.booking_id < ?
                        order by h.booking_id desc limit ?
                        """)
                .params(company.value(), code, before.map(BookingId::value).orElse(BookingPages.LAST), size)
                .query(BookingRows::brief)
                .list();
    }

    @Override
    public List<Attempt> attempts(CompanyId company, BookingId id) {
        return jdbc.sql("select * from booking_attempt where company_id = ? and booking_id = ? order by number")
                .params(company.value(), id.value())
                .query((row, index) -> new Attempt(
                        row.getInt("number"),
                        BookingRows.instant(row, "started_at"),
                        row.getObject("finished_at") == null ? null : BookingRows.instant(row, "finished_at"),
                        row.getString("outcome"),
                        row.getString("detail"),
                        row.getString("answer") == null ? null : BookingJson.answer(row.getString("answer"))))
                .list();
    }

    @Override
    @Transactional
    public int release(CompanyId company, List<BookingId> ids, String who) {
        String[] texts = ids.stream().map(BookingId::toString).toArray(String[]::new);
        bind(company, texts);
        List<Booking> released = jdbc.sql("""
                        update booking
                        set state = case when invoice_id is null and reasons like '%"SEVERAL_FOUND"%' then 'SUSPECT' else 'WAITING' end,
                            due_at = :now, changed_at = :now, reasons = '[]',
                            draft = case when invoice_id is null and reasons not like '%"SEVERAL_FOUND"%' then null else draft end,
                            draft_hash = case when invoice_id is null and reasons not like '%"SEVERAL_FOUND"%' then null else draft_hash end
                        where company_id = :company and booking_id = any (:ids::text[]::uuid[]) and state = 'HELD'
                          and accounting_integration_id is not null
                        returning *
                        """)
                .param("now", BookingUpdates.sql(clock.instant()))
                .param("company", company.value())
                .param("ids", texts)
                .query(BookingRows::brief)
                .list();
        leaveHold(released);
        tell(released, Verb.RELEASE, who);
        released.stream().map(Booking::accounting).distinct().forEach(accounting -> {
            if (accounting != null) {
                drains.nudge(company, accounting);
            }
        });
        return released.size();
    }

    @Override
    @Transactional
    public int hurry(CompanyId company, AccountingIntegrationId accounting, String who) {
        List<Booking> hurried = jdbc.sql("""
                        update booking set due_at = :now, changed_at = :now
                        where company_id = :company and booking_id in (
                            select booking_id from booking
                            where company_id = :company and accounting_integration_id = :accounting and state = 'WAITING' and due_at > :now
                            order by due_at, booking_id limit :size
                            for update skip locked)
                        returning *
                        """)
                .param("now", BookingUpdates.sql(clock.instant()))
                .param("company", company.value())
                .param("accounting", accounting.value())
                .param("size", HURRIED)
                .query(BookingRows::brief)
                .list();
        tell(hurried, Verb.RELEASE, who);
        // also without any: a drain that waits before asking a silent program again comes forward
        drains.nudge(company, accounting);
        return hurried.size();
    }

    private void leaveHold(List<Booking> after) {
        Instant now = clock.instant();
        totals.moved(after.stream()
                .map(booking -> TotalsKept.Move.of(booking, Bucket.HELD, now))
                .toList());
    }

    /** Bookings made before their shop was bound go where it is bound now. */
    private void bind(CompanyId company, String[] ids) {
        List<OrderIntegrationId> unbound = jdbc.sql("""
                        select distinct order_integration_id from booking
                        where company_id = ? and booking_id = any (?::text[]::uuid[]) and accounting_integration_id is null
                        """)
                .params(company.value(), ids)
                .query((row, index) -> new OrderIntegrationId(row.getObject(1, UUID.class)))
                .list();
        for (OrderIntegrationId shop : unbound) {
            shops.find(company, shop)
                    .flatMap(OrderIntegration::boundTo)
                    .ifPresent(accounting -> jdbc.sql("""
                                    update booking set accounting_integration_id = ?
                                    where company_id = ? and order_integration_id = ? and booking_id = any (?::text[]::uuid[])
                                      and accounting_integration_id is null
                                    """)
                            .params(accounting.value(), company.value(), shop.value(), ids)
                            .update());
        }
    }

    @Override
    @Transactional
    public void skip(CompanyId company, BookingId id, String why, String who) {
        Reason reason = Obstacle.SKIPPED_BY_PERSON.with(new Fact.Text(why), new Fact.Person(who));
        List<Booking> skipped = jdbc.sql("""
                        update booking set state = 'SKIPPED', reasons = ?, changed_at = ?
                        where company_id = ? and booking_id = ? and state = 'HELD' and invoice_id is null
                        returning *
                        """)
                .params(
                        QuestionJson.write(List.of(reason)),
                        BookingUpdates.sql(clock.instant()),
                        company.value(),
                        id.value())
                .query(BookingRows::brief)
                .list();
        if (skipped.isEmpty()) {
            throw new NotSkippable(id);
        }
        leaveHold(skipped);
        tell(skipped, Verb.SKIP, who);
    }

    private void tell(List<Booking> changed, Verb verb, String who) {
        if (!changed.isEmpty()) {
            events.publishEvent(new BookingChanged(changed.stream()
                    .map(booking -> new BookingChanged.Change(booking, verb, who))
                    .toList()));
        }
    }
}
