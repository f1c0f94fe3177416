package dk.ordrebro.booking.list;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.order.OrderId;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One question about the list in SQL: a stretch of one index, and of it what fits. So many rows are looked through and no more, whatever is
 * asked for; the reader is told, and goes on from there.
 */
final class BookingListQuery {

    /** A page looks through so many rows of an index for those that fit. */
    static final int SCAN = 5_000;
    /** An amount that so many bookings have, and no more, is looked for first. */
    static final int FEW = 1_000;

    private final CompanyId company;
    private final BookingListFilter filter;
    private final BookingSort sort;
    private final @Nullable BookingPlace from;
    private final boolean back;

    /** Only bookings of these orders, and the one of this reference; null for all. */
    private final @Nullable List<OrderId> orders;
    /** Only these; null for all. */
    private @Nullable List<UUID> few;

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> params = new ArrayList<>();

    BookingListQuery(
            CompanyId company,
            BookingListFilter filter,
            BookingSort sort,
            @Nullable BookingPlace from,
            boolean back,
            @Nullable List<OrderId> orders) {
        this.company = company;
        this.filter = filter;
        this.sort = sort;
        this.from = from;
        this.back = back;
        this.orders = orders;
    }

    BookingListQuery only(@Nullable List<UUID> ids) {
        this.few = ids;
        return this;
    }

    /** Whether a page may end before it is full because enough was looked through. */
    boolean isScan() {
        return orders == null && few == null;
    }

    BookingListQuery page(int limit) {
        add("with looked as (");
        looked(SCAN);
        add(")\nselect b.*, s.customer, s.country, s.payment, looked.sort_key");
        // one after the other in the order of the index, until there are enough
        add("\nfrom looked cross join lateral (select * from booking where company_id = ?", company.value());
        add(" and booking_id = looked.booking_id offset 0) as b");
        add(" cross join lateral (select * from booking_sale where company_id = ?", company.value());
        add(" and booking_id = looked.booking_id offset 0) as s where true");
        narrow();
        String way = isDescending() ? " desc" : "";
        add("\norder by " + (sort.key().column.isEmpty() ? "" : "looked.sorted" + way + ", "));
        add("looked.booking_id" + way + " limit ?", limit);
        return this;
    }

    /** Asks for the place up to which a page looks; no row when it looks at all there is. */
    BookingListQuery end() {
        add("select * from (");
        looked(SCAN);
        add(") as looked offset ?", SCAN - 1);
        return this;
    }

    /** Asks for the bookings whose amount is wanted, when they are few. */
    BookingListQuery amounts() {
        add("select s.booking_id from booking_sale s where s.company_id = ?", company.value());
        amount("s.");
        add(" order by coalesce(s.amount, 0), s.booking_id limit ?", FEW + 1);
        return this;
    }

    BookingListQuery sums() {
        add("with looked as (");
        looked(BookingList.SUMMED + 1);
        add(
                ")\nselect p.account, max(p.account_name) as account_name, p.template, p.ruleset, s.currency, count(distinct b.booking_id) as documents,");
        add(" sum(p.net) as net, sum(p.vat) as vat, (select count(*) from looked) as looked");
        add("\nfrom looked join booking b on b.company_id = ? and b.booking_id = looked.booking_id", company.value());
        add(" join booking_sale s on s.company_id = ? and s.booking_id = looked.booking_id", company.value());
        add(
                " join booking_posting p on p.company_id = ? and p.booking_id = looked.booking_id where b.invoice_id is not null",
                company.value());
        narrow();
        posting();
        add(
                "\ngroup by p.account, p.template, p.ruleset, s.currency order by p.account, p.template, p.ruleset, s.currency");
        return this;
    }

    /** The ids looked through, out of the index that has the sort or names what is asked for. */
    private void looked(int most) {
        BookingSort.Key key = sort.key();
        boolean byPosting = key == BookingSort.Key.MADE && filter.books().namesPosting() && isScan();
        String sorted = key.column.isEmpty() ? "1" : key.column;
        String table = byPosting ? "booking_posting p" : key.table;
        add("select " + (byPosting ? "distinct " : "") + "booking_id, " + key.text + " as sort_key, " + sorted
                + " as sorted from " + table);
        add(" where company_id = ?", company.value());
        if (byPosting) {
            posting();
        }
        if (few != null) {
            add(" and booking_id = any (?::text[]::uuid[])", (Object)
                    few.stream().map(UUID::toString).toArray(String[]::new));
        }
        if (orders != null) {
            add(" and booking_id in (select booking_id from booking where company_id = ? and", company.value());
            add(
                    " (order_id = any (?::text[]::uuid[]) or reference = ?))",
                    orders.stream().map(OrderId::toString).toArray(String[]::new),
                    filter.search());
        }
        index(byPosting);
        if (from != null) {
            String way = isDescending() ? "<" : ">";
            Object value = key.value(from.key());
            if (value == null) {
                add(" and booking_id " + way + " ?", from.booking().value());
            } else {
                add(
                        " and (" + key.column + ", booking_id) " + way + " (?, ?)",
                        value,
                        from.booking().value());
            }
        }
        String way = isDescending() ? " desc" : "";
        add(
                " order by " + (key.column.isEmpty() ? "" : key.column + way + ", ") + "booking_id" + way + " limit ?",
                most);
    }

    /** What an index beside that of the sort has. */
    private void index(boolean byPosting) {
        switch (sort.key()) {
            case MADE -> {
                if (!byPosting) {
                    state("");
                    standing("");
                    shop("");
                }
            }
            case DATE -> days("");
            case STATE -> state("");
            case AMOUNT -> amount("");
            case NUMBER, CUSTOMER -> {}
        }
    }

    private void narrow() {
        state("b.");
        shop("b.");
        days("b.");
        standing("b.");
        BookingListFilter.Sale sale = filter.sale();
        text("s.country", sale.country());
        text("s.payment", sale.payment());
        text("s.currency", sale.currency());
        amount("s.");
        BookingListFilter.Books books = filter.books();
        text("s.area", books.area() == null ? "" : books.area().name());
        text("s.treatment", books.treatment() == null ? "" : books.treatment().name());
        if (books.since() != null) {
            add(" and b.sent_at >= ?", Timestamp.from(Objects.requireNonNull(books.since())));
        }
        if (books.namesPosting()) {
            add(
                    " and exists (select from booking_posting p where p.company_id = ? and p.booking_id = b.booking_id",
                    company.value());
            posting();
            add(")");
        }
    }

    private void posting() {
        text("p.account", filter.books().account());
        text("p.template", filter.books().template());
    }

    private void state(String table) {
        if (filter.state() != null) {
            add(" and " + table + "state = ?", filter.state().name());
        }
    }

    private void standing(String table) {
        if (filter.standing() != null) {
            add(" and " + table + "standing = ?", filter.standing().name());
        }
    }

    private void shop(String table) {
        if (filter.shop() != null) {
            add(" and " + table + "order_integration_id = ?", filter.shop().value());
        }
    }

    private void days(String table) {
        if (filter.from() != null) {
            add(" and " + table + "day >= ?", filter.from());
        }
        if (filter.through() != null) {
            add(" and " + table + "day <= ?", filter.through());
        }
    }

    private void amount(String table) {
        if (filter.sale().least() != null) {
            add(
                    " and coalesce(" + table + "amount, 0) >= ?",
                    Objects.requireNonNull(filter.sale().least()));
        }
        if (filter.sale().most() != null) {
            add(
                    " and coalesce(" + table + "amount, 0) <= ?",
                    Objects.requireNonNull(filter.sale().most()));
        }
    }

    private void text(String column, String wanted) {
        if (!wanted.isEmpty()) {
            add(" and " + column + " = ?", wanted);
        }
    }

    private boolean isDescending() {
        return sort.descending() != back;
    }

    private void add(String text, Object... values) {
        sql.append(text);
        params.addAll(Arrays.asList(values));
    }

    String sql() {
        return sql.toString();
    }

    List<Object> params() {
        return List.copyOf(params);
    }
}
