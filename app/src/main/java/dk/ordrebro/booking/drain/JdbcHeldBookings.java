package dk.ordrebro.booking.drain;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingChanged;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingJson;
import dk.ordrebro.booking.BookingRows;
import dk.ordrebro.booking.BookingUpdates;
import dk.ordrebro.booking.HeldBookings;
import dk.ordrebro.booking.Obstacle;
import dk.ordrebro.booking.Verb;
import dk.ordrebro.booking.totals.Bucket;
import dk.ordrebro.booking.totals.TotalsKept;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

class JdbcHeldBookings implements HeldBookings {

    private static final String SIGNED =
            "case document_type when 'CREDIT_NOTE' then -coalesce(gross, delivered) else coalesce(gross, delivered) end";

    private final JdbcClient jdbc;
    private final DrainSchedule drains;
    private final ApplicationEventPublisher events;
    private final TotalsKept totals;
    private final InstantSource clock;

    JdbcHeldBookings(
            JdbcClient jdbc,
            DrainSchedule drains,
            ApplicationEventPublisher events,
            TotalsKept totals,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.drains = drains;
        this.events = events;
        this.totals = totals;
        this.clock = clock;
    }

    @Override
    public Map<String, Worth> worth(CompanyId company) {
        Map<String, Worth> worth = new HashMap<>();
        jdbc.sql("""
                        with held as materialized (
                            select booking_id, coalesce(currency, delivered_currency) as in_currency, %s as amount
                            from booking where company_id = :company and state = 'HELD')
                        select '' as code, in_currency, count(*) as n, sum(amount) as amount from held group by in_currency
                        union all
                        select h.code, in_currency, count(*), sum(amount)
                        from held join booking_hold h on h.company_id = :company and h.booking_id = held.booking_id
                        group by h.code, in_currency
                        """.formatted(SIGNED)).param("company", company.value()).query(row -> {
            worth.merge(
                    row.getString("code"),
                    of(row.getLong("n"), row.getString("in_currency"), row.getBigDecimal("amount")),
                    JdbcHeldBookings::plus);
        });
        return worth;
    }

    private static Worth of(long bookings, @Nullable String currency, @Nullable BigDecimal amount) {
        return new Worth(bookings, currency == null || amount == null ? Map.of() : Map.of(currency, amount));
    }

    private static Worth plus(Worth one, Worth other) {
        Map<String, BigDecimal> sums = new HashMap<>(one.byCurrency());
        other.byCurrency().forEach((currency, amount) -> sums.merge(currency, amount, BigDecimal::add));
        return new Worth(one.bookings() + other.bookings(), sums);
    }

    @Override
    public List<Booking> page(CompanyId company, Filter filter, Optional<BookingId> before, int size) {
        return jdbc.sql("""
                        select b.* from booking b
                        where b.company_id = :company and b.state = 'HELD' and b.booking_id < :before
                          and (:code = '' or exists (
                              select from booking_hold h
                              where h.company_id = :company and h.booking_id = b.booking_id and h.code = :code))
                          and (:number = '' or b.order_number ilike :part or b.order_id = any (:orders::text[]::uuid[]))
                        order by b.booking_id desc limit :size
                        """)
                .param("company", company.value())
                .param("before", before.map(BookingId::value).orElse(BookingPages.LAST))
                .param("code", filter.code())
                .param("number", filter.number())
                .param("part", "%" + filter.number().replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("orders", filter.orders().stream().map(OrderId::toString).toArray(String[]::new))
                .param("size", size)
                .query(BookingRows::brief)
                .list();
    }

    @Override
    public Neighbours neighbours(CompanyId company, BookingId id) {
        return new Neighbours(beside(company, id, ">", "asc"), beside(company, id, "<", "desc"));
    }

    private @Nullable BookingId beside(CompanyId company, BookingId id, String side, String direction) {
        return jdbc.sql("select booking_id from booking where company_id = ? and state = 'HELD' and booking_id " + side
                        + " ? order by booking_id " + direction + " limit 1")
                .params(company.value(), id.value())
                .query((row, _) -> new BookingId(row.getObject(1, UUID.class)))
                .optional()
                .orElse(null);
    }

    @Override
    @Transactional
    public int skip(CompanyId company, List<BookingId> ids, String why, String who) {
        List<Booking> skipped = jdbc.sql("""
                        update booking set state = 'SKIPPED', reasons = ?, changed_at = ?
                        where company_id = ? and booking_id = any (?::text[]::uuid[]) and state = 'HELD' and invoice_id is null
                        returning *
                        """)
                .params(
                        BookingJson.write(List.of(skippedBy(why, who))),
                        BookingUpdates.sql(clock.instant()),
                        company.value(),
                        texts(ids))
                .query(BookingRows::brief)
                .list();
        move(skipped, Bucket.HELD, Verb.SKIP, who);
        return skipped.size();
    }

    private static Reason skippedBy(String why, String who) {
        return Obstacle.SKIPPED_BY_PERSON.with(new Fact.Text(why), new Fact.Person(who));
    }

    @Override
    @Transactional
    public int resume(CompanyId company, List<BookingId> ids, String who) {
        List<Booking> resumed = jdbc.sql("""
                        update booking set state = 'WAITING', due_at = :now, changed_at = :now, reasons = '[]', draft = null, draft_hash = null
                        where company_id = :company and booking_id = any (:ids::text[]::uuid[]) and state = 'SKIPPED'
                          and invoice_id is null and accounting_integration_id is not null
                          and reasons like '%SKIPPED_BY_PERSON%'
                        returning *
                        """)
                .param("now", BookingUpdates.sql(clock.instant()))
                .param("company", company.value())
                .param("ids", texts(ids))
                .query(BookingRows::brief)
                .list();
        move(resumed, Bucket.SKIPPED, Verb.RELEASE, who);
        resumed.stream()
                .map(Booking::accounting)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(accounting -> drains.nudge(company, accounting));
        return resumed.size();
    }

    private void move(List<Booking> moved, Bucket from, Verb verb, String who) {
        if (moved.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        totals.moved(moved.stream()
                .map(booking -> TotalsKept.Move.of(booking, from, now))
                .toList());
        events.publishEvent(new BookingChanged(moved.stream()
                .map(booking -> new BookingChanged.Change(booking, verb, who))
                .toList()));
    }

    private static String[] texts(List<BookingId> ids) {
        return ids.stream().map(BookingId::toString).toArray(String[]::new);
    }
}
