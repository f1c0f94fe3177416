package dk.ordrebro.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * When one kind of work is due, for each thing it is done for (an accounting integration, a shop), in a table of db-scheduler's. A nudge is part of
 * the caller's transaction: what there is to do and the nudge are committed together. One that comes while the work is just ending could be lost,
 * so {@link Workers} sweeps for what it left.
 */
public final class Schedule {

    private final String table;
    private final String task;
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Scheduler> workers = new AtomicReference<>();

    /**
     * Names the kind of work.
     *
     * @param table in the shape db-scheduler's documentation gives for PostgreSQL; work in tables of its own cannot crowd out other work
     * @param task the kind's name within it
     */
    public Schedule(String table, String task, JdbcClient jdbc, InstantSource clock) {
        this.table = table;
        this.task = task;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String table() {
        return table;
    }

    String task() {
        return task;
    }

    /** Sees to it that the work is done soon for this thing. Asking while it is due changes nothing. */
    public void nudge(String instance) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        int inserted =
                jdbc.sql("""
                        insert into %s (task_name, task_instance, execution_time, picked, version)
                        values (?, ?, ?, false, 1) on conflict do nothing
                        """.formatted(table)).params(task, instance, now).update();
        if (inserted == 0) {
            // work that waits for its time comes forward; what is due or under way is left alone
            jdbc.sql("""
                            update %s set execution_time = ?
                            where task_name = ? and task_instance = ? and not picked and execution_time > ?
                            """.formatted(table)).params(now, task, instance, now).update();
        }
        wakeAfterCommit();
    }

    private void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    /** This node's workers look at once instead of at their next turn. */
    private void wake() {
        Scheduler running = workers.get();
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    void workedBy(Scheduler scheduler) {
        workers.set(scheduler);
    }

    @Nullable
    Scheduler dismissWorkers() {
        return workers.getAndSet(null);
    }

    boolean hasWorkers() {
        return workers.get() != null;
    }
}
