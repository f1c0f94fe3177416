package dk.ordrebro.order.list;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.order.OrderId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search for orders in PostgreSQL. */
class JdbcOrderSearch implements OrderSearch {

    private final JdbcClient jdbc;

    JdbcOrderSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OrderId> find(CompanyId company, String typed) {
        var filter = new OrderFilter(Set.of(), null, "", null, null, typed);
        ListQuery asked = new ListQuery(company, filter, OrderSort.LATEST, List.of(), null, false, MOST).found(MOST);
        return jdbc.sql(asked.sql())
                .params(asked.params())
                .query((row, index) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }
}
