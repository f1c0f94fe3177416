package dk.ordrebro.intake.round;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.intake.Times;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.work.Schedule;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When the next round of each shop is due. */
class Rota {

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Schedule schedule;

    Rota(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.schedule = new Schedule("intake_tasks", "round", jdbc, clock);
    }

    Schedule schedule() {
        return schedule;
    }

    /** Sees to it that a round of this shop comes soon, once the caller's transaction is committed. */
    void nudge(Door shop) {
        schedule.nudge(shop.company() + "/" + shop.shop());
    }

    /** Nudges every shop whose round is due or whose webhooks nobody has taken. */
    void sweep() {
        jdbc.sql("""
                        select company_id, integration_id from shop_feed where due_at <= :now
                        union
                        select w.company_id, w.integration_id
                        from (select distinct company_id, integration_id from webhook_received where not taken) w
                        join shop_feed f using (company_id, integration_id) where f.retry_at <= :now
                        """)
                .param("now", Times.sql(clock.instant()))
                .query((row, index) ->
                        new Door(CompanyId.of(row.getString(1)), OrderIntegrationId.of(row.getString(2))))
                .list()
                .forEach(this::nudge);
    }

    static Door shop(String instance) {
        int slash = instance.indexOf('/');
        return new Door(
                CompanyId.of(instance.substring(0, slash)), OrderIntegrationId.of(instance.substring(slash + 1)));
    }
}
