package dk.ordrebro.intake;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Makes the rounds that are due, on this node beside others. db-scheduler sees to it that one shop's round goes on once at a time;
 * a node that dies is noticed by its missing heartbeat, and its rounds are made again elsewhere, which harms nothing.
 */
class RoundWorkers implements SmartLifecycle {

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int HEARTBEATS_MISSED = 4;
    private static final Duration SWEEP = Duration.ofSeconds(5);
    private static final Duration FORGET = Duration.ofMinutes(10);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final int ROUNDS_AT_ONCE = 50;

    private final DataSource dataSource;
    private final Rounds rounds;
    private final Rota rota;
    private final Webhooks webhooks;
    private final AtomicReference<@Nullable Scheduler> scheduler;

    RoundWorkers(
            DataSource dataSource,
            Rounds rounds,
            Rota rota,
            Webhooks webhooks,
            AtomicReference<@Nullable Scheduler> scheduler) {
        this.dataSource = dataSource;
        this.rounds = rounds;
        this.rota = rota;
        this.webhooks = webhooks;
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        Task<Void> round = Tasks.custom(Rota.TASK, Void.class)
                .onFailureReschedule(FixedDelay.of(AFTER_FAILURE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> complete(rounds.run(Rota.shop(instance.getId()))));
        Scheduler started = Scheduler.create(dataSource, List.of(round))
                .tableName("intake_tasks")
                .startTasks(
                        Tasks.recurring("sweep", FixedDelay.of(SWEEP)).execute((instance, context) -> rota.sweep()),
                        Tasks.recurring("forget", FixedDelay.of(FORGET))
                                .execute((instance, context) -> webhooks.forgetOld()))
                .threads(ROUNDS_AT_ONCE)
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
