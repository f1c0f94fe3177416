package dk.ordrebro.webhook;

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
 * Makes the runs that are due, on this node beside others; one address's run goes on once at a time. A node that dies is noticed by its missing
 * heartbeat, and its run is made again elsewhere: a message may then come twice, with the same id.
 */
class TellingWorkers implements SmartLifecycle {

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int HEARTBEATS_MISSED = 4;
    private static final Duration SWEEP = Duration.ofSeconds(20);
    private static final Duration FORGET = Duration.ofMinutes(10);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final int RUNS_AT_ONCE = 20;

    private final DataSource dataSource;
    private final Telling telling;
    private final Post post;
    private final Outbox outbox;
    private final AtomicReference<@Nullable Scheduler> scheduler;

    TellingWorkers(
            DataSource dataSource,
            Telling telling,
            Post post,
            Outbox outbox,
            AtomicReference<@Nullable Scheduler> scheduler) {
        this.dataSource = dataSource;
        this.telling = telling;
        this.post = post;
        this.outbox = outbox;
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        Task<Void> run = Tasks.custom(Post.TASK, Void.class)
                .onFailureReschedule(FixedDelay.of(AFTER_FAILURE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> complete(telling.run(Post.Box.parse(instance.getId()))));
        Scheduler started = Scheduler.create(dataSource, List.of(run))
                .tableName("webhook_tasks")
                .startTasks(
                        Tasks.recurring("sweep", FixedDelay.of(SWEEP)).execute((instance, context) -> post.sweep()),
                        Tasks.recurring("forget", FixedDelay.of(FORGET))
                                .execute((instance, context) -> outbox.forgetOld()))
                .threads(RUNS_AT_ONCE)
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
