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
import org.jspecify.annotations.Nullable;

/**
 * One page's question in SQL. Whatever is asked for, no row is read that lies before the page, and nothing is sorted but a few short
 * stretches that come sorted out of an index.
 */
final class ListQuery {

    /** A search looks at so many different words that begin as typed. */
    static final int WORDS = 100;
    /** A search narrowed by other things looks at so many of the latest orders that have the words. */
    static final int WINDOW = 1000;

    private static final OffsetDateTime FIRST_TIME =
            Instant.EPOCH.minusSeconds(100_000_000_000L).atOffset(ZoneOffset.UTC);
    private static final OffsetDateTime LAST_TIME =
            Instant.EPOCH.plusSeconds(200_000_000_000L).atOffset(ZoneOffset.UTC);
    private static final String LAST_LETTER = new String(Character.toChars(Character.MAX_CODE_POINT));

    private static final String COLUMNS =
            "order_id, order_integration_id, number, placed_at, customer, country, currency, gross, gross_basis, state";

    private final CompanyId company;
    private final OrderFilter filter;
    private final List<OrderIntegrationId> shops;
    private final @Nullable Place from;
    private final boolean newer;
    private final int limit;

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> params = new ArrayList<>();

    /**
     * Writes the question.
     *
     * @param shops all of the company's, or the one the filter names
     * @param limit rows wanted
     */
    ListQuery(
            CompanyId company,
            OrderFilter filter,
            List<OrderIntegrationId> shops,
            @Nullable Place from,
            boolean newer,
            int limit) {
        this.company = company;
        this.filter = filter;
        this.shops = List.copyOf(shops);
        this.from = from;
        this.newer = newer;
        this.limit = limit;
        if (filter.search().isEmpty()) {
            stretches();
        } else {
            search();
        }
    }

    String sql() {
        return sql.toString();
    }

    List<Object> params() {
        return List.copyOf(params);
    }

    /** One stretch of an index for each shop and state. */
    private void stretches() {
        add("select o.*, 0 as words, 0 as looked\nfrom unnest(?::text[]::uuid[]) as s (shop)", (Object) texts(shops));
        add(" cross join unnest(?::text[]) as t (state)\ncross join lateral (\n", (Object) states());
        add("select " + COLUMNS + " from shop_order\nwhere company_id = ?", company.value());
        add(" and order_integration_id = s.shop and state = t.state");
        if (!filter.country().isEmpty()) {
            add(" and country = ?", filter.country());
        }
        times();
        order("");
        add(" limit ?) as o", limit);
        order("o.");
        add(" limit ?", limit);
    }

    /**
     * First the different words that begin as typed, jumping from one to the next; then the latest orders of each; then those orders, narrowed.
     * One row comes back also when there is no order, to say how much was looked through.
     */
    private void search() {
        String typed = SearchWords.typed(filter.search());
        String end = typed + LAST_LETTER;
        add("with recursive jump (word) as (\n(select word from order_word where company_id = ?", company.value());
        add(" and word >= ? and word < ? order by word limit 1)\nunion all\n", typed, end);
        add("select (select w.word from order_word w where w.company_id = ?", company.value());
        add(
                " and w.word > jump.word and w.word < ? order by w.word limit 1) from jump where jump.word is not null),\n",
                end);
        add("found as (select word from jump where word is not null limit ?),\n", WORDS);
        add("candidate as (select distinct c.placed_at, c.order_id from found cross join lateral (\n");
        add("select placed_at, order_id from order_word where company_id = ? and word = found.word", company.value());
        times();
        order("");
        int window = filter.narrowsBesidesTime() ? WINDOW : limit;
        add(" limit ?) as c", window);
        order("c.");
        add(" limit ?)\n", window);
        add("select o.*, (select count(*) from found) as words, (select count(*) from candidate) as looked\n");
        add("from (values (1)) as one left join lateral (select " + COLUMNS
                + " from candidate join shop_order using (placed_at, order_id)");
        add("\nwhere company_id = ?", company.value());
        narrow();
        order("");
        add(" limit ?) as o on true", limit);
        order("o.");
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
    }

    private void times() {
        add(" and placed_at >= ? and placed_at < ?", time(filter.from(), FIRST_TIME), time(filter.until(), LAST_TIME));
        if (from != null) {
            add(
                    " and (placed_at, order_id) " + (newer ? ">" : "<") + " (?, ?)",
                    time(from.placedAt(), LAST_TIME),
                    from.order().value());
        }
    }

    private void order(String table) {
        String way = newer ? "" : " desc";
        add("\norder by " + table + "placed_at" + way + ", " + table + "order_id" + way);
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

    /** The countries of a company, jumping from one to the next. */
    static final String COUNTRIES = """
            with recursive jump (country) as (
            (select country from shop_order where company_id = ? order by country limit 1)
            union all
            select (select s.country from shop_order s where s.company_id = ? and s.country > jump.country order by s.country limit 1)
            from jump where jump.country is not null)
            select country from jump where country is not null and country <> '' limit 300
            """;
}
