package dk.ordrebro.order.list;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.OrderState;
import dk.ordrebro.order.SearchWords;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page's question in SQL. Whatever is asked for, no row is read that lies before the page, and nothing is sorted but a few short
 * stretches that come sorted out of an index. Where no index has all that is asked for, so many rows are looked through and no more: the
 * reader is told, and goes on from there.
 */
final class ListQuery {

    /** A search looks at so many different words that begin as typed, and at so many that have it further in. */
    static final int WORDS = 100;
    /** A search narrowed by other things looks at so many of the latest orders that have the words. */
    static final int WINDOW = 1000;
    /** A page looks through so many rows of an index for those that fit. */
    static final int SCAN = 10_000;
    /** Shorter texts are in nearly every word. */
    static final int SHORTEST_PART = 3;

    private static final OffsetDateTime FIRST_TIME =
            Instant.EPOCH.minusSeconds(100_000_000_000L).atOffset(ZoneOffset.UTC);
    private static final OffsetDateTime LAST_TIME =
            Instant.EPOCH.plusSeconds(200_000_000_000L).atOffset(ZoneOffset.UTC);
    private static final String LAST_LETTER = new String(Character.toChars(Character.MAX_CODE_POINT));

    private static final String COLUMNS =
            "order_id, order_integration_id, number, placed_at, customer, country, currency, gross, gross_basis,"
                    + " state, revision, payment";

    private final CompanyId company;
    private final OrderFilter filter;
    private final OrderSort sort;
    private final List<OrderIntegrationId> shops;
    private final @Nullable Place from;
    private final boolean back;
    private final int limit;

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> params = new ArrayList<>();

    /**
     * What a page is asked for.
     *
     * @param shops all of the company's, or the one the filter names
     * @param from where the page begins; null for the first
     * @param back whether it goes from there towards the beginning of the list
     * @param limit rows wanted
     */
    ListQuery(
            CompanyId company,
            OrderFilter filter,
            OrderSort sort,
            List<OrderIntegrationId> shops,
            @Nullable Place from,
            boolean back,
            int limit) {
        this.company = company;
        this.filter = filter;
        this.sort = sort;
        this.shops = List.copyOf(shops);
        this.from = from;
        this.back = back;
        this.limit = limit;
    }

    /** Asks for a page; of these orders only, where they are given. */
    ListQuery page(@Nullable List<UUID> only) {
        if (only != null) {
            chosen(only);
        } else if (!filter.search().isEmpty()) {
            search();
        } else if (isInStretches()) {
            stretches();
        } else {
            scan();
        }
        return this;
    }

    /** Asks for the place up to which {@link #scan()} looks; no row when it looks at all there is. */
    ListQuery end() {
        add("select " + sort.key().text + " as sort_key, order_id");
        index();
        order("", sort.key().column);
        add(" offset ? limit 1", SCAN - 1);
        return this;
    }

    /** Asks for orders whose amount is wanted, when they are few. */
    ListQuery amounts() {
        add("select order_id from shop_order where company_id = ?", company.value());
        amount();
        add(" order by coalesce(gross, 0), order_id limit ?", WINDOW + 1);
        return this;
    }

    /** Whether a page may end before it is full because enough was looked through. */
    boolean isScan() {
        return filter.search().isEmpty() && !isInStretches();
    }

    private boolean isInStretches() {
        return sort.key() == OrderSort.Key.DATE && filter.money().equals(OrderFilter.Money.ANY);
    }

    String sql() {
        return sql.toString();
    }

    List<Object> params() {
        return List.copyOf(params);
    }

    /** One stretch of an index for each shop and state. */
    private void stretches() {
        add(
                "select o.*, " + sort.key().text
                        + " as sort_key, 0 as words, 0 as looked\nfrom unnest(?::text[]::uuid[]) as s (shop)",
                (Object) texts(shops));
        add(" cross join unnest(?::text[]) as t (state)\ncross join lateral (\n", (Object) states());
        add("select " + COLUMNS + " from shop_order\nwhere company_id = ?", company.value());
        add(" and order_integration_id = s.shop and state = t.state");
        if (!filter.country().isEmpty()) {
            add(" and country = ?", filter.country());
        }
        times();
        place();
        order("", "placed_at");
        add(" limit ?) as o", limit);
        order("o.", "o.placed_at");
        add(" limit ?", limit);
    }

    /** A stretch of the index of the sort, or of what is asked for, and of it what fits. */
    private void scan() {
        add("select o.*, 0 as words, 0 as looked from (select " + COLUMNS + ", " + sort.key().text + " as sort_key, "
                + sort.key().column + " as sorted");
        index();
        order("", sort.key().column);
        add(" limit ?) as o where true", SCAN);
        narrow();
        times();
        order("o.", "o.sorted");
        add(" limit ?", limit);
    }

    /** From which rows, in the order of an index. */
    private void index() {
        add("\nfrom shop_order where company_id = ?", company.value());
        OrderFilter.Money money = filter.money();
        switch (sort.key()) {
            case DATE -> {
                if (!money.payment().isEmpty()) {
                    add(" and payment = ?", money.payment());
                } else if (!money.currency().isEmpty() && !money.currency().equals("DKK")) {
                    add(" and currency = ? and currency <> 'DKK'", money.currency());
                }
                times();
            }
            case AMOUNT -> amount();
            case NUMBER, CUSTOMER, STATE -> {}
        }
        place();
    }

    private void chosen(List<UUID> only) {
        add("select " + COLUMNS + ", " + sort.key().text + " as sort_key, 0 as words, 0 as looked");
        add("\nfrom shop_order where company_id = ?", company.value());
        add(" and order_id = any (?::text[]::uuid[])", (Object)
                only.stream().map(UUID::toString).toArray(String[]::new));
        narrow();
        times();
        place();
        order("", sort.key().column);
        add(" limit ?", limit);
    }

    /**
     * First the different words that begin as typed, jumping from one to the next, and some that have it further in; then the latest orders of
     * each; then those orders, narrowed. One row comes back also when there is no order, to say how much was looked through.
     */
    private void search() {
        int window = filter.narrowsBesidesTime() || sort.key() != OrderSort.Key.DATE ? WINDOW : limit;
        candidates(window);
        add("select o.*, (select count(*) from found) as words, (select count(*) from candidate) as looked\n");
        add("from (values (1)) as one left join lateral (select " + COLUMNS + ", " + sort.key().text + " as sort_key, "
                + sort.key().column + " as sorted from candidate join shop_order using (placed_at, order_id)");
        add("\nwhere company_id = ?", company.value());
        narrow();
        place();
        order("", sort.key().column);
        add(" limit ?) as o on true", limit);
        order("o.", "o.sorted");
    }

    /** Asks for the latest orders that have the words. */
    ListQuery found(int most) {
        candidates(most);
        add(
                "select order_id, placed_at, (select count(*) from found) as words from candidate order by placed_at desc, order_id desc");
        return this;
    }

    private void candidates(int window) {
        String typed = SearchWords.typed(filter.search());
        String end = typed + LAST_LETTER;
        add("with recursive jump (word) as (\n(select word from order_word where company_id = ?", company.value());
        add(" and word >= ? and word < ? order by word limit 1)\nunion all\n", typed, end);
        add("select (select w.word from order_word w where w.company_id = ?", company.value());
        add(
                " and w.word > jump.word and w.word < ? order by w.word limit 1) from jump where jump.word is not null),\n",
                end);
        add("found as (select word from jump where word is not null limit ?),\n", WORDS);
        add(
                "part as (select w.word from search_words_with(?, ?, ?, ?) as w (word)),\n",
                company.value(),
                "%" + typed.replaceAll("([\\\\%_])", "\\\\$1") + "%",
                typed,
                typed.length() >= SHORTEST_PART ? WORDS : 0);
        add(
                "candidate as (select distinct c.placed_at, c.order_id from (select word from found union all select word from part) as w");
        add(" cross join lateral (\n");
        add("select placed_at, order_id from order_word where company_id = ? and word = w.word", company.value());
        times();
        // in another sort than by time the place says nothing about when
        boolean byTime = sort.key() == OrderSort.Key.DATE;
        if (byTime) {
            place();
        }
        String way = byTime && !isDescending() ? "" : " desc";
        add("\norder by placed_at" + way + ", order_id" + way + " limit ?) as c", window);
        add("\norder by c.placed_at" + way + ", c.order_id" + way + " limit ?)\n", window);
    }

    private void narrow() {
        if (filter.shop() != null) {
            add(
                    " and order_integration_id = ?",
                    Objects.requireNonNull(filter.shop()).value());
        }
        if (!filter.states().isEmpty()) {
            add(" and state = any (?::text[])", (Object) states());
        }
        if (!filter.country().isEmpty()) {
            add(" and country = ?", filter.country());
        }
        if (!filter.money().payment().isEmpty()) {
            add(" and payment = ?", filter.money().payment());
        }
        if (!filter.money().currency().isEmpty()) {
            add(" and currency = ?", filter.money().currency());
        }
        amount();
    }

    private void times() {
        if (filter.from() != null
                || filter.until() != null
                || isInStretches()
                || !filter.search().isEmpty()) {
            add(
                    " and placed_at >= ? and placed_at < ?",
                    time(filter.from(), FIRST_TIME),
                    time(filter.until(), LAST_TIME));
        }
    }

    private void place() {
        if (from != null) {
            add(
                    " and (" + sort.key().column + ", order_id) " + (isDescending() ? "<" : ">") + " (?, ?)",
                    sort.key().value(from.key()),
                    from.order().value());
        }
    }

    private void amount() {
        OrderFilter.Money money = filter.money();
        if (money.least() != null) {
            add(" and coalesce(gross, 0) >= ?", Objects.requireNonNull(money.least()));
        }
        if (money.most() != null) {
            add(" and coalesce(gross, 0) <= ?", Objects.requireNonNull(money.most()));
        }
    }

    private boolean isDescending() {
        return sort.descending() != back;
    }

    private void order(String table, String column) {
        String way = isDescending() ? " desc" : "";
        add("\norder by " + column + way + ", " + table + "order_id" + way);
    }

    private void add(String text, Object... values) {
        sql.append(text);
        params.addAll(Arrays.asList(values));
    }

    private String[] states() {
        return (filter.states().isEmpty() ? List.of(OrderState.values()) : List.copyOf(filter.states()))
                .stream().map(OrderState::name).sorted().toArray(String[]::new);
    }

    private static String[] texts(List<OrderIntegrationId> shops) {
        return shops.stream().map(OrderIntegrationId::toString).toArray(String[]::new);
    }

    private static OffsetDateTime time(@Nullable Instant instant, OffsetDateTime otherwise) {
        return instant == null ? otherwise : instant.atOffset(ZoneOffset.UTC);
    }

    /** Some orders of a company, as they are named. */
    static final String NAMED = "select " + COLUMNS + """
             from unnest(?::text[]::uuid[]) with ordinality as w (order_id, position)
            join shop_order using (order_id) where company_id = ? order by w.position
            """;

    /** The different values of a column of a company's orders, jumping from one to the next. */
    static String different(String column) {
        return """
                with recursive jump (one) as (
                (select %1$s from shop_order where company_id = :company %2$s order by %1$s limit 1)
                union all
                select (select s.%1$s from shop_order s where s.company_id = :company %2$s and s.%1$s > jump.one order by s.%1$s limit 1)
                from jump where jump.one is not null)
                select one from jump where one is not null and one <> '' limit 300
                """.formatted(column, column.equals("currency") ? "and currency <> 'DKK'" : "");
    }
}
