package dk.ordrebro.intake.round;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Happened;
import dk.ordrebro.access.Ids;
import dk.ordrebro.intake.HeldArrival;
import dk.ordrebro.intake.HeldArrivals;
import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.Times;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.Raw;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Held arrivals in PostgreSQL. */
class JdbcHeldArrivals implements HeldArrivals {

    private static final UUID LAST = new UUID(-1L, -1L);
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final Arrivals arrivals;
    private final Rota rota;
    private final ApplicationEventPublisher events;

    JdbcHeldArrivals(
            JdbcClient jdbc,
            Ids ids,
            InstantSource clock,
            Arrivals arrivals,
            Rota rota,
            ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.arrivals = arrivals;
        this.rota = rota;
    }

    /** Holds an order. For the same reasons again only what the shop sent is renewed, so that what a person settled stays settled. */
    void hold(Door shop, String shopOrderId, Raw raw, List<Reason> reasons) {
        jdbc.sql("""
                        insert into held_arrival as h (company_id, held_id, integration_id, shop_order_id, held_at, reasons, raw)
                        values (:company, :id, :shop, :order, :now, :reasons, :raw)
                        on conflict (company_id, integration_id, shop_order_id) do update set
                            raw = excluded.raw, settled = h.settled and h.reasons = excluded.reasons, reasons = excluded.reasons,
                            held_at = case when h.reasons = excluded.reasons then h.held_at else excluded.held_at end
                        """)
                .param("company", shop.company().value())
                .param("id", ids.next())
                .param("shop", shop.shop().value())
                .param("order", shopOrderId)
                .param("now", Times.sql(clock.instant()))
                .param("reasons", MAPPER.writeValueAsString(reasons))
                .param("raw", raw.bytes())
                .update();
    }

    /** The order is understood and asks nothing any more. */
    void clear(Door shop, List<String> shopOrderIds) {
        jdbc.sql(
                        "delete from held_arrival where company_id = ? and integration_id = ? and shop_order_id = any (?::text[])")
                .params(shop.company().value(), shop.shop().value(), shopOrderIds.toArray(String[]::new))
                .update();
    }

    @Override
    public List<HeldArrival> page(CompanyId company, OrderIntegrationId shop, Optional<UUID> before, int size) {
        return jdbc.sql("""
                        select * from held_arrival
                        where company_id = ? and integration_id = ? and not settled and held_id < ?
                        order by held_id desc limit ?
                        """)
                .params(company.value(), shop.value(), before.orElse(LAST), size)
                .query(JdbcHeldArrivals::read)
                .list();
    }

    @Override
    public List<Waiting> waiting(CompanyId company, Instant from, Instant until) {
        return jdbc.sql("""
                        select integration_id, held_at from held_arrival
                        where company_id = ? and not settled and held_at >= ? and held_at < ?
                        """)
                .params(company.value(), Times.sql(from), Times.sql(until))
                .query((row, index) -> new Waiting(
                        new OrderIntegrationId(row.getObject("integration_id", UUID.class)),
                        Times.read(row, "held_at")))
                .list();
    }

    @Override
    public List<HeldArrival> open(CompanyId company, Optional<UUID> before, int size) {
        return jdbc.sql("""
                        select * from held_arrival
                        where company_id = ? and not settled and held_id < ?
                        order by held_id desc limit ?
                        """)
                .params(company.value(), before.orElse(LAST), size)
                .query(JdbcHeldArrivals::read)
                .list();
    }

    @Override
    public int countOpen(CompanyId company) {
        return jdbc.sql("select count(*) from held_arrival where company_id = ? and not settled")
                .param(company.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<HeldArrival> find(CompanyId company, UUID id) {
        return jdbc.sql("select * from held_arrival where company_id = ? and held_id = ?")
                .params(company.value(), id)
                .query(JdbcHeldArrivals::read)
                .optional();
    }

    @Override
    public Optional<Raw> raw(CompanyId company, UUID id) {
        return jdbc.sql("select raw from held_arrival where company_id = ? and held_id = ?")
                .params(company.value(), id)
                .query((row, index) -> Raw.of(row.getBytes("raw")))
                .optional();
    }

    @Override
    @Transactional
    public void tryAgain(CompanyId company, UUID id) {
        find(company, id).ifPresent(held -> {
            Door shop = new Door(company, held.shop());
            arrivals.add(shop, List.of(held.shopOrderId()), true);
            rota.nudge(shop);
        });
    }

    @Override
    @Transactional
    public void settle(CompanyId company, UUID id, String why, String who) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("What a person has seen to needs a word on how");
        }
        jdbc.sql("""
                        update held_arrival set settled = true, settled_by = ?, settled_why = ?, settled_at = ?
                        where company_id = ? and held_id = ?
                        returning shop_order_id
                        """)
                .params(who, why.strip(), Times.sql(clock.instant()), company.value(), id)
                .query((row, index) -> row.getString(1))
                .optional()
                .ifPresent(order -> events.publishEvent(
                        new Happened(company, who, "arrival", id.toString(), "settled", List.of(order, why.strip()))));
    }

    private static HeldArrival read(ResultSet row, int index) throws SQLException {
        return new HeldArrival(
                row.getObject("held_id", UUID.class),
                new OrderIntegrationId(row.getObject("integration_id", UUID.class)),
                row.getString("shop_order_id"),
                Times.read(row, "held_at"),
                Arrays.asList(MAPPER.readValue(row.getString("reasons"), Reason[].class)));
    }
}
