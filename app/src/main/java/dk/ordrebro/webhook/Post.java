package dk.ordrebro.webhook;

import dk.ordrebro.access.CompanyId;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Schedules runs in the table db-scheduler works from, one task for each address, inside the caller's transaction: the message and the nudge are
 * committed together. A nudge that comes while a run is just ending could be lost; {@link #sweep()} finds what it left.
 */
class Post {

    static final String TASK = "tell";

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Runnable wake;

    /**
     * Takes what it needs.
     *
     * @param wake tells this node's workers to look at once instead of at their next turn
     */
    Post(JdbcClient jdbc, InstantSource clock, Runnable wake) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.wake = wake;
    }

    /** The name of an address's task. */
    record Box(CompanyId company, EndpointId endpoint) {

        static Box parse(String instance) {
            int slash = instance.indexOf('/');
            return new Box(CompanyId.of(instance.substring(0, slash)), EndpointId.of(instance.substring(slash + 1)));
        }

        @Override
        public String toString() {
            return company + "/" + endpoint;
        }
    }

    void nudge(CompanyId company, EndpointId endpoint) {
        OffsetDateTime now = Times.sql(clock.instant());
        String instance = new Box(company, endpoint).toString();
        jdbc.sql("""
                        insert into webhook_tasks (task_name, task_instance, execution_time, picked, version)
                        values (:task, :instance, :now, false, 1)
                        on conflict (task_name, task_instance) do update set execution_time = excluded.execution_time
                            where not webhook_tasks.picked and webhook_tasks.execution_time > excluded.execution_time
                        """)
                .param("task", TASK)
                .param("instance", instance)
                .param("now", now)
                .update();
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

    /** Nudges every address that has something due. */
    void sweep() {
        jdbc.sql("""
                        select e.company_id, e.endpoint_id from webhook_endpoint e
                        where e.state = 'ON' and e.retry_at <= :now and exists (
                            select from webhook_delivery d
                            where d.company_id = e.company_id and d.endpoint_id = e.endpoint_id
                              and d.state = 'WAITING' and d.due_at <= :now)
                        """)
                .param("now", Times.sql(clock.instant()))
                .query((row, index) -> new Box(CompanyId.of(row.getString(1)), EndpointId.of(row.getString(2))))
                .list()
                .forEach(box -> nudge(box.company(), box.endpoint()));
    }
}
