package dk.ordrebro.booking;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.ordrebro.booking.JdbcDrainSchedule.Drained;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the drains that are due, on this node beside others. db-scheduler sees to it that one integration's drain runs once at a time;
 * a node that dies is noticed by its missing heartbeat, and its drains run again elsewhere. Work of other modules, each a bean of type
 * {@link RecurringTask} or {@link OneTimeTask}, runs beside them.
 */
class DrainWorkers implements SmartLifecycle {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final int HEARTBEATS_MISSED = 4;
    private static final Duration SWEEP = Duration.ofSeconds(3);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final int DRAINS_AT_ONCE = 100;

    private final DataSource dataSource;
    private final Drain drain;
    private final JdbcDrainSchedule schedule;
    private final List<RecurringTask<?>> recurring;
    private final List<OneTimeTask<?>> single;
    private final AtomicReference<@Nullable Scheduler> scheduler;

    /**
     * Takes what it needs.
     *
     * @param recurring other modules' regular work, done by the same scheduler
     * @param single other modules' work on demand
     */
    DrainWorkers(
            DataSource dataSource,
            Drain drain,
            JdbcDrainSchedule schedule,
            List<RecurringTask<?>> recurring,
            List<OneTimeTask<?>> single,
            AtomicReference<@Nullable Scheduler> scheduler) {
        this.dataSource = dataSource;
        this.drain = drain;
        this.schedule = schedule;
        this.recurring = recurring;
        this.single = single;
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        Task<Void> drains = Tasks.custom(JdbcDrainSchedule.TASK, Void.class)
                .onFailureReschedule(FixedDelay.of(AFTER_FAILURE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> complete(run(Drained.of(instance.getId()))));
        List<Task<?>> onDemand = new ArrayList<>(single);
        onDemand.add(drains);
        List<RecurringTask<?>> regular = new ArrayList<>(recurring);
        regular.add(Tasks.recurring("sweep", FixedDelay.of(SWEEP)).execute((instance, context) -> schedule.sweep()));
        Scheduler started = Scheduler.create(dataSource, onDemand)
                .startTasks(regular)
                .threads(DRAINS_AT_ONCE)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .shutdownMaxWait(STOP)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(HEARTBEATS_MISSED)
                .pollUsingLockAndFetch(0.5, 1.0)
                .build();
        started.start();
        scheduler.set(started);
    }

    private Optional<Instant> run(Drained drained) {
        return drain.run(drained.company(), drained.accounting());
    }

    private static CompletionHandler<Void> complete(Optional<Instant> again) {
        return (complete, operations) ->
                again.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
    }

    @Override
    public void stop() {
        Scheduler running = scheduler.getAndSet(null);
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler.get() != null;
    }
}
