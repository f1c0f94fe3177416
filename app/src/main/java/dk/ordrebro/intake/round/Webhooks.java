package dk.ordrebro.intake.round;

import dk.ordrebro.access.Ids;
import dk.ordrebro.intake.Times;
import dk.ordrebro.order.Raw;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The webhooks that were proven, in PostgreSQL. */
class Webhooks {

    /** How long they are kept to be looked at; the orders themselves are kept for good. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int SWEPT_AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final Rota rota;

    Webhooks(JdbcClient jdbc, Ids ids, InstantSource clock, Rota rota) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.rota = rota;
    }

    record Received(Door door, String shopOrderId, Raw body) {}

    @Transactional
    public void keep(List<Received> group) {
        jdbc.sql("""
                        insert into webhook_received (received_at, company_id, integration_id, webhook_id, shop_order_id, body)
                        select *
                        from (select ?::timestamptz) as t,
                             unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::text[]::uuid[], ?::text[], ?::bytea[])
                        """)
                .params(
                        Times.sql(clock.instant()),
                        column(group, one -> one.door.company().toString()),
                        column(group, one -> one.door.shop().toString()),
                        column(group, one -> ids.next().toString()),
                        column(group, Received::shopOrderId),
                        group.stream().map(one -> one.body.bytes()).toArray(byte[][]::new))
                .update();
        group.stream().map(Received::door).distinct().forEach(rota::nudge);
    }

    private static String[] column(List<Received> group, Function<Received, String> of) {
        return group.stream().map(of).toArray(String[]::new);
    }

    /** Turns what came in into orders to fetch: one for each order, however often it was told. */
    @Transactional
    public int take(Door door) {
        return jdbc.sql("""
                        with taken as (
                            update webhook_received set taken = true
                            where company_id = :company and integration_id = :shop and not taken
                            returning shop_order_id)
                        insert into arrival as a (company_id, integration_id, shop_order_id, live, due_at)
                        select :company, :shop, shop_order_id, true, :now from (select distinct shop_order_id from taken) t
                        on conflict (company_id, integration_id, shop_order_id) do update
                            set live = true, heard = a.heard + 1, due_at = least(a.due_at, excluded.due_at)
                        """)
                .param("company", door.company().value())
                .param("shop", door.shop().value())
                .param("now", Times.sql(clock.instant()))
                .update();
    }

    Optional<Instant> last(Door door) {
        return jdbc.sql("""
                        select received_at from webhook_received where company_id = ? and integration_id = ?
                        order by webhook_id desc limit 1
                        """)
                .params(door.company().value(), door.shop().value())
                .query((row, index) -> Times.read(row, "received_at"))
                .optional();
    }

    void forgetOld() {
        jdbc.sql("""
                        delete from webhook_received where (company_id, integration_id, webhook_id) in (
                            select company_id, integration_id, webhook_id from webhook_received
                            where taken and received_at < ? limit ?)
                        """)
                .params(Times.sql(clock.instant().minus(KEPT)), SWEPT_AT_ONCE)
                .update();
    }
}
