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
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

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
    private final int again;
    private final BlockingQueue<Waiting<T>> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread;

    /**
     * Begins to wait for something to write.
     *
     * @param writing commits all of a group or throws
     */
    public GroupWriter(String name, Consumer<List<T>> writing) {
        this(name, writing, 0);
    }

    /**
     * Begins to wait for something to write, and tries again what failed because the database was away.
     *
     * @param writing commits all of a group or throws; doing it twice must be harmless, since a commit whose answer is lost is tried again too
     * @param again how often a group is tried again when the database did not answer; each try lasts as long as a connection may be silent
     */
    public GroupWriter(String name, Consumer<List<T>> writing, int again) {
        this.name = name;
        this.writing = writing;
        this.again = again;
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

    /**
     * Whatever goes wrong with one group, the next is written. One that the database refuses is written in halves, so that only what is wrong in
     * itself is left out.
     */
    private void write(List<Waiting<T>> group) {
        try {
            commit(group);
            group.forEach(waiting -> waiting.written.complete(null));
        } catch (RuntimeException e) {
            if (group.size() > 1 && !isAway(e)) {
                LOG.warn("{}: a group of {} could not be written as a whole", name, group.size(), e);
                write(group.subList(0, group.size() / 2));
                write(group.subList(group.size() / 2, group.size()));
                return;
            }
            LOG.error("{}: a group of {} could not be written", name, group.size(), e);
            group.forEach(waiting -> waiting.written.completeExceptionally(e));
        }
    }

    private void commit(List<Waiting<T>> group) {
        List<T> all = group.stream().map(Waiting::one).toList();
        for (int left = again; ; left--) {
            try {
                writing.accept(all);
                return;
            } catch (RuntimeException e) {
                if (left == 0 || !isAway(e) || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.warn("{}: a group of {} is tried again, since the database did not answer", name, group.size(), e);
            }
        }
    }

    /** The database does not answer, or broke off: nothing that another group would not meet as well. */
    private static boolean isAway(RuntimeException e) {
        return e instanceof DataAccessResourceFailureException
                || e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof TransactionException;
    }

    private static void refuse(Waiting<?> waiting, String why) {
        waiting.written.completeExceptionally(new RejectedExecutionException(why));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
