package dk.ordrebro.order.list;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.OrderState;
import dk.ordrebro.order.OrderTotal;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of orders in PostgreSQL. */
class JdbcOrderList implements OrderList {

    private final JdbcClient jdbc;
    private final OrderIntegrations integrations;

    JdbcOrderList(JdbcClient jdbc, OrderIntegrations integrations) {
        this.jdbc = jdbc;
        this.integrations = integrations;
    }

    @Override
    public Page first(CompanyId company, OrderFilter filter, OrderSort sort, int size) {
        return page(company, filter, sort, null, size);
    }

    @Override
    public Page after(CompanyId company, OrderFilter filter, OrderSort sort, Place after, int size) {
        return page(company, filter, sort, after, size);
    }

    private Page page(CompanyId company, OrderFilter filter, OrderSort sort, @Nullable Place after, int size) {
        Found found = read(company, filter, sort, after, false, size);
        // whoever came from a place came from something before it
        Place newer = after == null || found.rows.isEmpty() ? null : found.rows.getFirst().place;
        return found.page(found.more || found.partial ? found.next() : null, newer);
    }

    @Override
    public Page before(CompanyId company, OrderFilter filter, OrderSort sort, Place before, int size) {
        Found found = read(company, filter, sort, before, true, size);
        if (!found.more) {
            // less than a page is left before the place: the first page, whole
            return first(company, filter, sort, size);
        }
        Found turned = new Found(found.rows.reversed(), true, found.tooBroad, false, null);
        return turned.page(turned.rows.getLast().place, turned.rows.getFirst().place);
    }

    @Override
    public @Nullable OrderId neighbour(
            CompanyId company, OrderFilter filter, OrderSort sort, Place of, boolean before) {
        Found found = read(company, filter, sort, of, before, 1);
        return found.rows.isEmpty() ? null : found.rows.getFirst().order.id();
    }

    @Override
    public List<ListedOrder> of(CompanyId company, List<OrderId> orders) {
        return jdbc.sql(ListQuery.NAMED)
                .params(orders.stream().map(OrderId::toString).toArray(String[]::new), company.value())
                .query((row, index) -> listed(row))
                .list();
    }

    @Override
    public @Nullable Place place(CompanyId company, OrderId order, OrderSort sort) {
        return jdbc.sql("select " + sort.key().text + " from shop_order where company_id = ? and order_id = ?")
                .params(company.value(), order.value())
                .query((row, index) -> new Place(row.getString(1), order))
                .optional()
                .orElse(null);
    }

    @Override
    public List<String> countries(CompanyId company) {
        return different(company, "country");
    }

    @Override
    public List<String> payments(CompanyId company) {
        return different(company, "payment");
    }

    @Override
    public List<String> foreignCurrencies(CompanyId company) {
        return different(company, "currency");
    }

    private List<String> different(CompanyId company, String column) {
        return jdbc.sql(ListQuery.different(column))
                .param("company", company.value())
                .query((row, index) -> row.getString(1))
                .list();
    }

    ListQuery query(
            CompanyId company, OrderFilter filter, OrderSort sort, @Nullable Place from, boolean back, int limit) {
        OrderIntegrationId only = filter.shop();
        List<OrderIntegrationId> shops = only != null
                ? List.of(only)
                : integrations.all(company).stream().map(OrderIntegration::id).toList();
        return new ListQuery(company, filter, sort, shops, from, back, limit);
    }

    private Found read(
            CompanyId company, OrderFilter filter, OrderSort sort, @Nullable Place from, boolean back, int size) {
        List<UUID> only = few(company, filter, sort, from, back, size);
        ListQuery asked = query(company, filter, sort, from, back, size + 1).page(only);
        List<Row> rows = new ArrayList<>();
        int[] looked = new int[2];
        RowCallbackHandler each = row -> {
            looked[0] = row.getInt("words");
            looked[1] = row.getInt("looked");
            if (row.getObject("order_id") != null) {
                ListedOrder order = listed(row);
                rows.add(new Row(order, new Place(row.getString("sort_key"), order.id())));
            }
        };
        jdbc.sql(asked.sql()).params(asked.params()).query(each);
        boolean more = rows.size() > size;
        boolean cut = looked[0] >= ListQuery.WORDS || (!more && looked[1] >= ListQuery.WINDOW);
        Place end = more || only != null || !asked.isScan() ? null : end(company, filter, sort, from, back);
        return new Found(rows.stream().limit(size).toList(), more, cut, end != null, end);
    }

    /** The orders of the amount asked for when they are few, in whatever sort; null when they are many, or no amount is asked for. */
    private @Nullable List<UUID> few(
            CompanyId company, OrderFilter filter, OrderSort sort, @Nullable Place from, boolean back, int size) {
        if (!filter.money().limitsAmount() || !filter.search().isEmpty() || sort.key() == OrderSort.Key.AMOUNT) {
            return null;
        }
        ListQuery asked = query(company, filter, sort, from, back, size).amounts();
        List<UUID> ids = jdbc.sql(asked.sql())
                .params(asked.params())
                .query((row, index) -> row.getObject(1, UUID.class))
                .list();
        return ids.size() > ListQuery.WINDOW ? null : ids;
    }

    /** Up to where a page that is not full looked; null when that is all there is. */
    private @Nullable Place end(
            CompanyId company, OrderFilter filter, OrderSort sort, @Nullable Place from, boolean back) {
        ListQuery asked = query(company, filter, sort, from, back, 1).end();
        return jdbc.sql(asked.sql())
                .params(asked.params())
                .query((row, index) -> new Place(row.getString(1), new OrderId(row.getObject(2, UUID.class))))
                .optional()
                .orElse(null);
    }

    private static ListedOrder listed(ResultSet row) throws SQLException {
        BigDecimal gross = row.getBigDecimal("gross");
        return new ListedOrder(
                new OrderId(row.getObject("order_id", UUID.class)),
                new OrderIntegrationId(row.getObject("order_integration_id", UUID.class)),
                row.getString("number"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getString("customer"),
                row.getString("country"),
                gross == null
                        ? null
                        : new OrderTotal(
                                Money.of(CurrencyUnit.of(row.getString("currency")), gross),
                                OrderTotal.Basis.valueOf(row.getString("gross_basis"))),
                OrderState.valueOf(row.getString("state")),
                row.getInt("revision"),
                row.getString("payment"));
    }

    private record Row(ListedOrder order, Place place) {}

    /** @param end up to where was looked; null unless the page ended before it was full and more may follow */
    private record Found(
            List<Row> rows,
            boolean more,
            boolean tooBroad,
            boolean partial,
            @Nullable Place end) {

        @Nullable
        Place next() {
            return end != null ? end : rows.getLast().place;
        }

        Page page(@Nullable Place older, @Nullable Place newer) {
            return new Page(rows.stream().map(Row::order).toList(), older, newer, tooBroad, partial);
        }
    }
}
