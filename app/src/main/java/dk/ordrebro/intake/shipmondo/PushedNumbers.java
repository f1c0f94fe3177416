package dk.ordrebro.intake.shipmondo;

import dk.ordrebro.integration.OrderIntegration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The whole numbers that pushed orders have towards Shipmondo's clients, in PostgreSQL. */
@Repository
class PushedNumbers {

    private static final String SELECT =
            "select number, shop_order_id, received_at from shipmondo_pushed where company_id = ? and integration_id = ? and ";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    PushedNumbers(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One pushed order.
     *
     * @param receivedAt when it came in first
     */
    record Pushed(long number, String shopOrderId, Instant receivedAt) {}

    /** The same number whenever it is asked for. */
    Pushed of(OrderIntegration shop, String shopOrderId) {
        jdbc.sql("""
                        insert into shipmondo_pushed (company_id, integration_id, shop_order_id, received_at) values (?, ?, ?, ?)
                        on conflict (company_id, integration_id, shop_order_id) do nothing
                        """)
                .params(
                        shop.company().value(),
                        shop.id().value(),
                        shopOrderId,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return named(shop, shopOrderId).orElseThrow();
    }

    Optional<Pushed> named(OrderIntegration shop, String shopOrderId) {
        return find(shop, "shop_order_id = ?", shopOrderId);
    }

    Optional<Pushed> numbered(OrderIntegration shop, long number) {
        return find(shop, "number = ?", number);
    }

    private Optional<Pushed> find(OrderIntegration shop, String where, Object value) {
        return jdbc.sql(SELECT + where)
                .params(shop.company().value(), shop.id().value(), value)
                .query((row, index) -> new Pushed(
                        row.getLong("number"),
                        row.getString("shop_order_id"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
