package dk.ordrebro.intake;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegrationId;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Schedules rounds in the table db-scheduler works from, inside the caller's transaction: what came in and the nudge are committed together.
 * A nudge that comes while a round is just ending could be lost; {@link #sweep()} finds what it left.
 */
class Rota {

    static final String TASK = "round";

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Runnable wake;

    /**
     * Takes what it needs.
     *
     * @param wake tells this node's workers to look at once instead of at their next turn
     */
    Rota(JdbcClient jdbc, InstantSource clock, Runnable wake) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.wake = wake;
    }

    /** Sees to it that a round of this shop comes soon. Asking while one is due changes nothing. */
    void nudge(Door shop) {
        OffsetDateTime now = Times.sql(clock.instant());
        String instance = shop.company() + "/" + shop.shop();
        int inserted = jdbc.sql("""
                        insert into intake_tasks (task_name, task_instance, execution_time, picked, version)
                        values (?, ?, ?, false, 1) on conflict do nothing
                        """).params(TASK, instance, now).update();
        if (inserted == 0) {
            // a round that waits for its time comes forward; one that is due or running is left alone
            jdbc.sql("""
                            update intake_tasks set execution_time = ?
                            where task_name = ? and task_instance = ? and not picked and execution_time > ?
                            """).params(now, TASK, instance, now).update();
        }
        wakeAfterCommit();
    }

    private void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
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
