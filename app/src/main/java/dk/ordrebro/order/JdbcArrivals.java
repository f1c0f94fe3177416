package dk.ordrebro.order;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegrationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Arrivals by the index of a shop's orders; identifiers sort by the time they were made. */
@Repository
class JdbcArrivals implements Arrivals {

    private final JdbcClient jdbc;

    JdbcArrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Instant> latest(CompanyId company, OrderIntegrationId shop, int size) {
        return jdbc.sql("""
                        select received_at from shop_order
                        where company_id = ? and order_integration_id = ?
                        order by order_id desc limit ?
                        """)
                .params(company.value(), shop.value(), size)
                .query((row, index) ->
                        row.getObject("received_at", OffsetDateTime.class).toInstant())
                .list();
    }
}
