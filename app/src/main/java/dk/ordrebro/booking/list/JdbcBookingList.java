package dk.ordrebro.booking.list;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingRows;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.list.OrderSearch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of bookings in PostgreSQL. */
class JdbcBookingList implements BookingList {

    private static final String DIFFERENT = """
            with recursive jump (one) as (
            (select %1$s from booking_posting where company_id = :company order by %1$s limit 1)
            union all
            select (select p.%1$s from booking_posting p where p.company_id = :company and p.%1$s > jump.one order by p.%1$s limit 1)
            from jump where jump.one is not null)
            select one, (select p.account_name from booking_posting p where p.company_id = :company and p.%1$s = jump.one
                         order by p.booking_id desc limit 1) as name
            from jump where one is not null and one <> '' limit 300
            """;

    private final JdbcClient jdbc;
    private final OrderSearch search;

    JdbcBookingList(JdbcClient jdbc, OrderSearch search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    private record Row(ListedBooking booking, BookingPlace place) {}

    private record Found(
            List<Row> rows, boolean more, @Nullable BookingPlace end) {

        List<ListedBooking> bookings() {
            return rows.stream().map(Row::booking).toList();
        }
    }

    @Override
    public Page page(
            CompanyId company, BookingListFilter filter, BookingSort sort, @Nullable BookingPlace from, int size) {
        Found found = read(company, filter, sort, from, false, size);
        BookingPlace next = found.end != null ? found.end : found.more ? found.rows.getLast().place : null;
        BookingPlace previous = from == null || found.rows.isEmpty() ? null : found.rows.getFirst().place;
        return new Page(found.bookings(), next, previous, found.end != null);
    }

    @Override
    public Page before(CompanyId company, BookingListFilter filter, BookingSort sort, BookingPlace before, int size) {
        Found found = read(company, filter, sort, before, true, size);
        if (!found.more) {
            // less than a page is left before the place: the first page, whole
            return page(company, filter, sort, null, size);
        }
        List<Row> rows = found.rows.reversed();
        return new Page(rows.stream().map(Row::booking).toList(), rows.getLast().place, rows.getFirst().place, false);
    }

    private Found read(
            CompanyId company,
            BookingListFilter filter,
            BookingSort sort,
            @Nullable BookingPlace from,
            boolean back,
            int size) {
        List<OrderId> orders = filter.search().isEmpty() ? null : search.find(company, filter.search());
        List<UUID> few = few(company, filter, sort);
        BookingListQuery asked = new BookingListQuery(company, filter, sort, from, back, orders)
                .only(few)
                .page(size + 1);
        List<Row> rows = new ArrayList<>();
        RowCallbackHandler each = row -> {
            var booking = BookingRows.brief(row, 0);
            rows.add(new Row(
                    new ListedBooking(
                            booking,
                            row.getString("customer"),
                            row.getString("country"),
                            row.getString("payment"),
                            List.of()),
                    new BookingPlace(row.getString("sort_key"), booking.id())));
        };
        jdbc.sql(asked.sql()).params(asked.params()).query(each);
        boolean more = rows.size() > size;
        BookingPlace end = more || !asked.isScan() ? null : end(company, filter, sort, from, back);
        return new Found(posted(company, rows.stream().limit(size).toList()), more, end);
    }

    /** The bookings of the amount asked for when they are few, in whatever sort; null when they are many, or no amount is asked for. */
    private @Nullable List<UUID> few(CompanyId company, BookingListFilter filter, BookingSort sort) {
        if (!filter.sale().limitsAmount() || !filter.search().isEmpty() || sort.key() == BookingSort.Key.AMOUNT) {
            return null;
        }
        BookingListQuery asked = new BookingListQuery(company, filter, sort, null, false, null).amounts();
        List<UUID> ids = jdbc.sql(asked.sql())
                .params(asked.params())
                .query((row, index) -> row.getObject(1, UUID.class))
                .list();
        return ids.size() > BookingListQuery.FEW ? null : ids;
    }

    private @Nullable BookingPlace end(
            CompanyId company, BookingListFilter filter, BookingSort sort, @Nullable BookingPlace from, boolean back) {
        BookingListQuery asked = new BookingListQuery(company, filter, sort, from, back, null).end();
        return jdbc.sql(asked.sql())
                .params(asked.params())
                .query((row, index) -> new BookingPlace(
                        row.getString("sort_key"), new BookingId(row.getObject("booking_id", UUID.class))))
                .optional()
                .orElse(null);
    }

    private List<Row> posted(CompanyId company, List<Row> rows) {
        Map<UUID, List<ListedBooking.Posting>> postings = new HashMap<>();
        RowCallbackHandler each =
                row -> postings.computeIfAbsent(row.getObject("booking_id", UUID.class), none -> new ArrayList<>())
                        .add(new ListedBooking.Posting(
                                row.getString("account"),
                                row.getString("account_name"),
                                row.getString("template"),
                                row.getString("ruleset")));
        jdbc.sql("""
                        select * from booking_posting where company_id = ? and booking_id = any (?::text[]::uuid[])
                        order by booking_id, account, template, ruleset
                        """)
                .params(
                        company.value(),
                        rows.stream()
                                .map(row -> row.booking.booking().id().toString())
                                .toArray(String[]::new))
                .query(each);
        return rows.stream()
                .map(row -> new Row(
                        new ListedBooking(
                                row.booking.booking(),
                                row.booking.customer(),
                                row.booking.country(),
                                row.booking.payment(),
                                postings.getOrDefault(row.place.booking().value(), List.of())),
                        row.place))
                .toList();
    }

    @Override
    public Sums sums(CompanyId company, BookingListFilter filter) {
        List<OrderId> orders = filter.search().isEmpty() ? null : search.find(company, filter.search());
        BookingListQuery asked = new BookingListQuery(company, filter, BookingSort.LATEST, null, false, orders).sums();
        List<AccountSum> sums = new ArrayList<>();
        boolean[] partial = new boolean[1];
        RowCallbackHandler each = row -> {
            CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
            partial[0] = row.getLong("looked") > SUMMED;
            sums.add(new AccountSum(
                    row.getString("account"),
                    row.getString("account_name"),
                    row.getString("template"),
                    row.getString("ruleset"),
                    row.getLong("documents"),
                    Money.of(currency, row.getBigDecimal("net")),
                    Money.of(currency, row.getBigDecimal("vat"))));
        };
        jdbc.sql(asked.sql()).params(asked.params()).query(each);
        return new Sums(sums, partial[0]);
    }

    @Override
    public List<Used> accounts(CompanyId company) {
        return jdbc.sql(DIFFERENT.formatted("account"))
                .param("company", company.value())
                .query((row, index) -> new Used(row.getString("one"), row.getString("name")))
                .list();
    }

    @Override
    public List<String> templates(CompanyId company) {
        return jdbc.sql(DIFFERENT.formatted("template"))
                .param("company", company.value())
                .query((row, index) -> row.getString("one"))
                .list();
    }
}
