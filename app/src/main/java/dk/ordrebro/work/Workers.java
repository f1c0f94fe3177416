package dk.ordrebro.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;

/**
 * Does the work of a {@link Schedule} that is due, on this node beside others. db-scheduler sees to it that one thing's work goes on once at a time;
 * a node that dies is noticed by its missing heartbeat, and its work is done again elsewhere.
 */
public final class Workers implements SmartLifecycle {

    private static final int HEARTBEATS_MISSED = 4;
    private static final Duration STOP = Duration.ofSeconds(20);

    private final DataSource dataSource;
    private final Schedule schedule;
    private final Beat beat;
    private final List<Task<?>> onDemand = new ArrayList<>();
    private final List<RecurringTask<?>> regular = new ArrayList<>();

    /**
     * Takes what there is to do.
     *
     * @param work does it for the thing named and says when to come back, if ever
     * @param sweep nudges for everything that is due
     */
    public Workers(
            DataSource dataSource,
            Schedule schedule,
            Beat beat,
            Function<String, Optional<Instant>> work,
            Runnable sweep) {
        this.dataSource = dataSource;
        this.schedule = schedule;
        this.beat = beat;
        onDemand.add(Tasks.custom(schedule.task(), Void.class)
                .onFailureReschedule(FixedDelay.of(beat.afterFailure()))
                .onDeadExecutionRevive()
                .execute((instance, context) -> complete(work.apply(instance.getId()))));
        regular.add(Tasks.recurring("sweep", FixedDelay.of(beat.sweep())).execute((instance, context) -> sweep.run()));
    }

    private static CompletionHandler<Void> complete(Optional<Instant> again) {
        return (complete, operations) ->
                again.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
    }

    /** Adds regular work of the same house. */
    public Workers alsoEvery(Duration time, String name, Runnable work) {
        return beside(
                List.of(Tasks.recurring(name, FixedDelay.of(time)).execute((instance, context) -> work.run())),
                List.of());
    }

    /** Adds work that others bring. */
    public Workers beside(List<? extends RecurringTask<?>> othersRegular, List<? extends Task<?>> othersOnDemand) {
        regular.addAll(othersRegular);
        onDemand.addAll(othersOnDemand);
        return this;
    }

    @Override
    public void start() {
        Scheduler started = Scheduler.create(dataSource, onDemand)
                .tableName(schedule.table())
                .startTasks(regular)
                .threads(beat.atOnce())
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .shutdownMaxWait(STOP)
                .pollingInterval(beat.poll())
                .heartbeatInterval(beat.heartbeat())
                .missedHeartbeatsLimit(HEARTBEATS_MISSED)
                .pollUsingLockAndFetch(0.5, 1.0)
                .build();
        started.start();
        schedule.workedBy(started);
    }

    @Override
    public void stop() {
        Scheduler running = schedule.dismissWorkers();
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return schedule.hasWorkers();
    }
}
