package dk.ordrebro.booking.totals;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingRows;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.OrderIntegrationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The kept totals in PostgreSQL. */
public class JdbcDailyTotals implements DailyTotals {

    private final JdbcClient jdbc;

    public JdbcDailyTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Tally tally(CompanyId company) {
        Map<Bucket, Long> counts = new EnumMap<>(Bucket.class);
        jdbc.sql("select bucket, n from booking_count where company_id = ? and code = ''")
                .param(company.value())
                .query(row -> {
                    counts.put(Bucket.valueOf(row.getString("bucket")), row.getLong("n"));
                });
        return new Tally(
                counts.getOrDefault(Bucket.UNDERWAY, 0L),
                counts.getOrDefault(Bucket.HELD, 0L),
                counts.getOrDefault(Bucket.SETTLED, 0L),
                counts.getOrDefault(Bucket.SKIPPED, 0L),
                counts.getOrDefault(Bucket.TAKEN_BACK, 0L));
    }

    @Override
    public SortedMap<LocalDate, Tally> days(CompanyId company, LocalDate from, LocalDate through) {
        SortedMap<LocalDate, Tally> days = new TreeMap<>();
        jdbc.sql("select * from booking_day where company_id = ? and day between ? and ?")
                .params(company.value(), from, through)
                .query(row -> {
                    days.merge(row.getObject("day", LocalDate.class), tally(row), Tally::plus);
                });
        return days;
    }

    private static Tally tally(ResultSet row) throws SQLException {
        long settled = row.getLong("settled");
        long held = row.getLong("held");
        long skipped = row.getLong("skipped");
        long takenBack = row.getLong("taken_back");
        long underway = row.getLong("handled") - settled - held - skipped - takenBack;
        return new Tally(underway, held, settled, skipped, takenBack);
    }

    @Override
    public List<Turnover> turnover(CompanyId company, LocalDate from, LocalDate through) {
        return jdbc.sql("""
                        select * from booking_turnover where company_id = ? and day between ? and ?
                        order by day, area, currency
                        """)
                .params(company.value(), from, through)
                .query((row, index) -> turnover(row))
                .list();
    }

    private static Turnover turnover(ResultSet row) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        String area = row.getString("area");
        return new Turnover(
                row.getObject("day", LocalDate.class),
                area.isEmpty() ? null : Area.valueOf(area),
                row.getLong("documents"),
                Money.of(currency, row.getBigDecimal("net")),
                Money.of(currency, row.getBigDecimal("vat")));
    }

    @Override
    public List<Documents> documents(CompanyId company, LocalDate from, LocalDate through) {
        return jdbc.sql("""
                        select * from booking_document where company_id = ? and day between ? and ? and documents <> 0
                        order by day, order_integration_id, document_type, standing, currency
                        """)
                .params(company.value(), from, through)
                .query((row, index) -> new Documents(
                        row.getObject("day", LocalDate.class),
                        new OrderIntegrationId(row.getObject("order_integration_id", UUID.class)),
                        DocumentType.valueOf(row.getString("document_type")),
                        Standing.valueOf(row.getString("standing")),
                        row.getLong("documents"),
                        Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("gross"))))
                .list();
    }

    @Override
    public Pile pile(CompanyId company, Standing standing) {
        List<Pile> parts = jdbc.sql("""
                        select currency, sum(documents) as n, sum(case document_type when 'CREDIT_NOTE' then -gross else gross end) as worth
                        from booking_document where company_id = ? and standing = ? and documents <> 0
                        group by currency order by currency
                        """)
                .params(company.value(), standing.name())
                .query((row, index) -> new Pile(
                        row.getLong("n"),
                        List.of(Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("worth")))))
                .list();
        return parts.stream().reduce(Pile.EMPTY, Pile::plus);
    }

    @Override
    public List<ProblemGroup> problems(CompanyId company) {
        return jdbc.sql("""
                        select c.code, c.n, h.since
                        from booking_count c, lateral (
                            select since from booking_hold where company_id = c.company_id and code = c.code order by since limit 1) h
                        where c.company_id = ? and c.bucket = 'HELD' and c.code <> '' and c.n > 0
                        order by c.n desc, c.code
                        """)
                .param(company.value())
                .query((row, index) ->
                        new ProblemGroup(row.getString("code"), row.getLong("n"), BookingRows.instant(row, "since")))
                .list();
    }

    @Override
    public Map<String, Long> skipped(CompanyId company) {
        Map<String, Long> skipped = new TreeMap<>();
        jdbc.sql("""
                        select code, n from booking_count where company_id = ? and bucket = 'SKIPPED' and code <> '' and n > 0
                        """).param(company.value()).query(row -> {
            skipped.put(row.getString("code"), row.getLong("n"));
        });
        return skipped;
    }

    @Override
    public Optional<Booking> oldestUnbooked(CompanyId company) {
        return oldest(
                company,
                Stream.of(BookingState.WAITING, BookingState.SENDING, BookingState.SUSPECT, BookingState.HELD));
    }

    @Override
    public Optional<Booking> oldestUnderway(CompanyId company) {
        return oldest(company, Stream.of(BookingState.WAITING, BookingState.SENDING, BookingState.SUSPECT));
    }

    /** The first of each state by the index of states; identifiers sort by the time they were made. */
    private Optional<Booking> oldest(CompanyId company, Stream<BookingState> states) {
        String each = states.map(state -> "(select * from booking where company_id = :company and state = '" + state
                        + "' order by booking_id limit 1)")
                .collect(Collectors.joining(" union all "));
        return jdbc.sql("select * from (" + each + ") as firsts order by booking_id limit 1")
                .param("company", company.value())
                .query(BookingRows::brief)
                .optional();
    }

    @Override
    public List<AccountingHealth> troubles(CompanyId company) {
        return jdbc.sql("select * from accounting_health where company_id = ? and code <> '' order by since")
                .param(company.value())
                .query((row, index) -> new AccountingHealth(
                        company,
                        new AccountingIntegrationId(row.getObject("accounting_integration_id", UUID.class)),
                        row.getString("code"),
                        row.getString("detail"),
                        BookingRows.instant(row, "since")))
                .list();
    }
}
