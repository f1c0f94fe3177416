package dk.ordrebro.intake.round;

import dk.ordrebro.intake.ShopOrder;
import dk.ordrebro.intake.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The orders to fetch, in PostgreSQL. A shop's are worked off by one round at a time. */
class Arrivals {

    /** Shops count whole seconds, and a change may be committed a moment after its time. */
    private static final Duration ONE_SECOND_OF_THE_SHOP = Duration.ofSeconds(10);

    private static final Duration FORGOTTEN = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Arrivals(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An order to fetch. */
    record Arrival(String shopOrderId, boolean live, int attempts, int heard) {}

    void add(Door shop, Collection<String> shopOrderIds, boolean live) {
        jdbc.sql("""
                        insert into arrival as a (company_id, integration_id, shop_order_id, live, due_at)
                        select :company, :shop, id, :live, :now from (select distinct unnest(:ids::text[]) as id) t
                        on conflict (company_id, integration_id, shop_order_id) do update
                            set live = a.live or excluded.live, heard = a.heard + 1, due_at = least(a.due_at, excluded.due_at)
                        """)
                .param("company", shop.company().value())
                .param("shop", shop.shop().value())
                .param("live", live)
                .param("now", Times.sql(clock.instant()))
                .param("ids", shopOrderIds.toArray(String[]::new))
                .update();
    }

    /**
     * Of changes that a list tells of, those for which the order must be fetched: those not heard of before, and once more those heard again so much
     * later that whatever else changed in the same second is there by then. Lists overlap, and without this an order with refunds would be fetched
     * at every look for as long as they do.
     */
    List<String> unheard(Door shop, Collection<ShopOrder> changed) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc
                .sql("""
                        insert into arrival_heard as h (company_id, integration_id, shop_order_id, changed_at, heard_at)
                        select distinct :company::uuid, :shop::uuid, id, at, :now::timestamptz
                        from unnest(:ids::text[], :times::text[]::timestamptz[]) as t (id, at)
                        on conflict (company_id, integration_id, shop_order_id, changed_at) do update set again = true
                        where not h.again and h.heard_at < :before
                        returning shop_order_id
                        """)
                .param("company", shop.company().value())
                .param("shop", shop.shop().value())
                .param("now", now)
                .param("before", now.minus(ONE_SECOND_OF_THE_SHOP))
                .param("ids", changed.stream().map(ShopOrder::id).toArray(String[]::new))
                .param(
                        "times",
                        changed.stream().map(one -> one.changedAt().toString()).toArray(String[]::new))
                .query((row, index) -> row.getString(1))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    /** Lists do not overlap that far. */
    void forgetHeard() {
        jdbc.sql("delete from arrival_heard where heard_at < ?")
                .param(Times.sql(clock.instant().minus(FORGOTTEN)))
                .update();
    }

    /** Live ones first, oldest first. */
    List<Arrival> due(Door shop, int size) {
        return jdbc.sql("""
                        select * from arrival where company_id = ? and integration_id = ? and due_at <= ?
                        order by live desc, due_at limit ?
                        """)
                .params(shop.company().value(), shop.shop().value(), Times.sql(clock.instant()), size)
                .query((row, index) -> new Arrival(
                        row.getString("shop_order_id"),
                        row.getBoolean("live"),
                        row.getInt("attempts"),
                        row.getInt("heard")))
                .list();
    }

    /** Strikes it off, unless the order was heard of again meanwhile. */
    void done(Door shop, Arrival arrival) {
        jdbc.sql("delete from arrival where company_id = ? and integration_id = ? and shop_order_id = ? and heard = ?")
                .params(shop.company().value(), shop.shop().value(), arrival.shopOrderId(), arrival.heard())
                .update();
    }

    void postpone(Door shop, Arrival arrival, Instant until) {
        jdbc.sql("""
                        update arrival set due_at = ?, attempts = attempts + 1
                        where company_id = ? and integration_id = ? and shop_order_id = ?
                        """)
                .params(Times.sql(until), shop.company().value(), shop.shop().value(), arrival.shopOrderId())
                .update();
    }

    Optional<Instant> nextDue(Door shop) {
        return jdbc.sql(
                        "select due_at from arrival where company_id = ? and integration_id = ? order by due_at limit 1")
                .params(shop.company().value(), shop.shop().value())
                .query((row, index) -> Times.read(row, "due_at"))
                .optional();
    }
}
