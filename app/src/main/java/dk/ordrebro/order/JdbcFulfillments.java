package dk.ordrebro.order;

import dk.ordrebro.access.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fulfillments in PostgreSQL, many at a time. */
public class JdbcFulfillments {

    private final JdbcClient jdbc;

    public JdbcFulfillments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks orders, in one order for everybody so that two batches cannot wait for each other, and says which revision they are at. */
    List<Orders.OrderRevision> lock(CompanyId company, Collection<OrderId> orders) {
        return jdbc.sql("""
                        select order_id, revision from shop_order
                        where company_id = ? and order_id = any (?::text[]::uuid[])
                        order by order_id for update
                        """)
                .params(company.value(), texts(orders))
                .query((row, index) -> new Orders.OrderRevision(
                        new OrderId(row.getObject("order_id", UUID.class)), row.getInt("revision")))
                .list();
    }

    public Map<OrderId, List<Fulfillment>> of(CompanyId company, Collection<OrderId> orders) {
        return jdbc.sql("""
                        select * from fulfillment where company_id = ? and order_id = any (?::text[]::uuid[])
                        order by order_id, number
                        """).params(company.value(), texts(orders)).query(JdbcFulfillments::fulfillment).list().stream()
                .collect(Collectors.groupingBy(Fulfillment::order));
    }

    void insert(CompanyId company, List<Fulfillment> made, Map<OrderId, OrderState> states) {
        jdbc.sql("""
                        insert into fulfillment (company_id, fulfillment_id, order_id, revision, number, shop_key, return_of, reopens,
                                                 handled_at, lines)
                        select c.id, f.*
                        from (select ?::uuid) as c (id),
                             unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::int[], ?::int[], ?::text[], ?::text[]::uuid[], ?::bool[],
                                    ?::text[]::timestamptz[], ?::text[]) as f
                        """)
                .params(
                        company.value(),
                        column(made, Fulfillment::id),
                        column(made, Fulfillment::order),
                        made.stream().map(Fulfillment::revision).toArray(Integer[]::new),
                        made.stream().map(Fulfillment::number).toArray(Integer[]::new),
                        column(made, Fulfillment::shopKey),
                        column(made, Fulfillment::returnOf),
                        made.stream().map(Fulfillment::reopens).toArray(Boolean[]::new),
                        column(made, Fulfillment::handledAt),
                        column(made, f -> OrderJson.write(f.lines())))
                .update();
        undo(company, made.stream().filter(Fulfillment::reopens).toList());
        update(company, states);
    }

    private void undo(CompanyId company, List<Fulfillment> undos) {
        if (!undos.isEmpty()) {
            jdbc.sql("""
                            insert into order_undoing (company_id, order_id, fulfillment_id)
                            select c.id, u.* from (select ?::uuid) as c (id), unnest(?::text[]::uuid[], ?::text[]::uuid[]) as u
                            """)
                    .params(company.value(), column(undos, Fulfillment::order), column(undos, Fulfillment::id))
                    .update();
        }
    }

    /** The orders these undos, not concluded yet, are of. */
    List<OrderId> orders(CompanyId company, Collection<FulfillmentId> undos) {
        return jdbc.sql("""
                        select distinct order_id from order_undoing where company_id = ? and fulfillment_id = any (?::text[]::uuid[])
                        """)
                .params(
                        company.value(),
                        undos.stream().map(FulfillmentId::toString).toArray(String[]::new))
                .query((row, index) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }

    void concluded(CompanyId company, Collection<FulfillmentId> undos) {
        jdbc.sql("delete from order_undoing where company_id = ? and fulfillment_id = any (?::text[]::uuid[])")
                .params(
                        company.value(),
                        undos.stream().map(FulfillmentId::toString).toArray(String[]::new))
                .update();
    }

    Set<OrderId> undoing(CompanyId company, Collection<OrderId> orders) {
        return jdbc
                .sql("""
                        select distinct order_id from order_undoing where company_id = ? and order_id = any (?::text[]::uuid[])
                        """)
                .params(company.value(), texts(orders))
                .query((row, index) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    void update(CompanyId company, Map<OrderId, OrderState> states) {
        if (states.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update shop_order o set state = s.state
                        from unnest(?::text[]::uuid[], ?::text[]) as s (id, state)
                        where o.company_id = ? and o.order_id = s.id and o.state <> s.state
                        """)
                .params(
                        texts(states.keySet()),
                        states.values().stream().map(OrderState::name).toArray(String[]::new),
                        company.value())
                .update();
    }

    private static String[] texts(Collection<OrderId> orders) {
        return orders.stream().map(OrderId::toString).toArray(String[]::new);
    }

    private static @Nullable String[] column(List<Fulfillment> made, Function<Fulfillment, @Nullable Object> of) {
        @Nullable String[] column = new String[made.size()];
        Arrays.setAll(column, i -> {
            Object value = of.apply(made.get(i));
            return value == null ? null : value.toString();
        });
        return column;
    }

    public static Fulfillment fulfillment(ResultSet row, int index) throws SQLException {
        UUID returnOf = row.getObject("return_of", UUID.class);
        return new Fulfillment(
                new CompanyId(row.getObject("company_id", UUID.class)),
                new FulfillmentId(row.getObject("fulfillment_id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getInt("revision"),
                row.getInt("number"),
                row.getString("shop_key"),
                returnOf == null ? null : new FulfillmentId(returnOf),
                row.getBoolean("reopens"),
                row.getObject("handled_at", OffsetDateTime.class).toInstant(),
                OrderJson.lines(row.getString("lines")));
    }
}
