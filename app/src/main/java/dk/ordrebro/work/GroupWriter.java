package dk.ordrebro.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what many threads have to write, grouped: whatever has come in while the last group was written goes into the next, so that the number of
 * commits falls as the load rises.
 *
 * @param <T> what is written
 */
public final class GroupWriter<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
    private static final int LARGEST_GROUP = 200;
    private static final int MOST_WAITING = 20_000;

    private final String name;
    private final Consumer<List<T>> writing;
    private final BlockingQueue<Waiting<T>> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread;

    /**
     * Begins to wait for something to write.
     *
     * @param writing commits all of a group or throws
     */
    public GroupWriter(String name, Consumer<List<T>> writing) {
        this.name = name;
        this.writing = writing;
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    private record Waiting<T>(T one, CompletableFuture<Void> written) {}

    /** Hands one over; the answer completes once it is committed, exceptionally if it could not be or too many wait. */
    public CompletableFuture<Void> write(T one) {
        Waiting<T> waiting = new Waiting<>(one, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            refuse(waiting, "too many wait to be written");
        }
        return waiting.written;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Waiting<T>> group = new ArrayList<>();
                group.add(queue.take());
                queue.drainTo(group, LARGEST_GROUP - 1);
                write(group);
            }
        } catch (InterruptedException _) {
            // closed
        } finally {
            List<Waiting<T>> rest = new ArrayList<>();
            queue.drainTo(rest);
            rest.forEach(waiting -> refuse(waiting, "closed"));
        }
    }

    /** Whatever goes wrong with one group, the next is written. */
    private void write(List<Waiting<T>> group) {
        try {
            writing.accept(group.stream().map(Waiting::one).toList());
            group.forEach(waiting -> waiting.written.complete(null));
        } catch (RuntimeException e) {
            LOG.error("{}: a group of {} could not be written", name, group.size(), e);
            group.forEach(waiting -> waiting.written.completeExceptionally(e));
        }
    }

    private static void refuse(Waiting<?> waiting, String why) {
        waiting.written.completeExceptionally(new RejectedExecutionException(why));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
