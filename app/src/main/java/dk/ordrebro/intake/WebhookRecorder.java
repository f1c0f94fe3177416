package dk.ordrebro.intake;

import dk.ordrebro.order.Raw;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Keeps the webhooks of all shops, grouped: whatever has come in while the last group was written goes into the next, so that the number of
 * commits falls as the load rises.
 */
final class WebhookRecorder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRecorder.class);
    private static final int LARGEST_GROUP = 200;
    private static final int MOST_WAITING = 20_000;

    private final Webhooks webhooks;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread;

    WebhookRecorder(Webhooks webhooks) {
        this.webhooks = webhooks;
        this.thread = Thread.ofPlatform().name("webhook-recorder").daemon().start(this::run);
    }

    private record Waiting(Webhooks.Received received, CompletableFuture<Void> kept) {}

    /** Hands a webhook over; the answer completes once it is committed, exceptionally if it could not be. */
    CompletableFuture<Void> record(Door door, String shopOrderId, Raw body) {
        Waiting waiting = new Waiting(new Webhooks.Received(door, shopOrderId, body), new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            waiting.kept.completeExceptionally(new RejectedExecutionException("too many webhooks wait to be kept"));
        }
        return waiting.kept;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Waiting> group = new ArrayList<>();
                group.add(queue.take());
                queue.drainTo(group, LARGEST_GROUP - 1);
                write(group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Waiting> group) {
        try {
            webhooks.keep(group.stream().map(Waiting::received).toList());
            group.forEach(waiting -> waiting.kept.complete(null));
        } catch (DataAccessException | TransactionException e) {
            LOG.error("{} webhooks could not be kept", group.size(), e);
            group.forEach(waiting -> waiting.kept.completeExceptionally(e));
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
