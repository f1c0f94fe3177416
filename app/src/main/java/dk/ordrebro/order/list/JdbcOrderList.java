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
    public Page first(CompanyId company, OrderFilter filter, int size) {
        Found found = read(query(company, filter, null, false, size + 1), size);
        return new Page(found.orders, found.more ? found.orders.getLast().place() : null, null, found.tooBroad);
    }

    @Override
    public Page older(CompanyId company, OrderFilter filter, Place after, int size) {
        Found found = read(query(company, filter, after, false, size + 1), size);
        // whoever came here came from something newer
        Place newer = found.orders.isEmpty() ? null : found.orders.getFirst().place();
        return new Page(found.orders, found.more ? found.orders.getLast().place() : null, newer, found.tooBroad);
    }

    @Override
    public Page newer(CompanyId company, OrderFilter filter, Place before, int size) {
        Found found = read(query(company, filter, before, true, size + 1), size);
        if (!found.more) {
            // less than a page is left before the place: the first page, whole
            return first(company, filter, size);
        }
        List<ListedOrder> orders = found.orders.reversed();
        return new Page(orders, orders.getLast().place(), orders.getFirst().place(), found.tooBroad);
    }

    @Override
    public List<ListedOrder> of(CompanyId company, List<OrderId> orders) {
        return jdbc.sql(ListQuery.NAMED)
                .params(orders.stream().map(OrderId::toString).toArray(String[]::new), company.value())
                .query((row, index) -> listed(row))
                .list();
    }

    @Override
    public List<String> countries(CompanyId company) {
        return jdbc.sql(ListQuery.COUNTRIES)
                .params(company.value(), company.value())
                .query((row, index) -> row.getString(1))
                .list();
    }

    ListQuery query(CompanyId company, OrderFilter filter, @Nullable Place from, boolean newer, int limit) {
        OrderIntegrationId only = filter.shop();
        List<OrderIntegrationId> shops = only != null
                ? List.of(only)
                : integrations.all(company).stream().map(OrderIntegration::id).toList();
        return new ListQuery(company, filter, shops, from, newer, limit);
    }

    private Found read(ListQuery query, int size) {
        List<ListedOrder> orders = new ArrayList<>();
        int[] looked = new int[2];
        RowCallbackHandler each = row -> {
            looked[0] = row.getInt("words");
            looked[1] = row.getInt("looked");
            if (row.getObject("order_id") != null) {
                orders.add(listed(row));
            }
        };
        jdbc.sql(query.sql()).params(query.params()).query(each);
        boolean more = orders.size() > size;
        boolean cut = looked[0] >= ListQuery.WORDS || (!more && looked[1] >= ListQuery.WINDOW);
        return new Found(orders.stream().limit(size).toList(), more, cut);
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
                OrderState.valueOf(row.getString("state")));
    }

    private record Found(List<ListedOrder> orders, boolean more, boolean tooBroad) {}
}
