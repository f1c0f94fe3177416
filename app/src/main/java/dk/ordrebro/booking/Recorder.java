package dk.ordrebro.booking;

import dk.ordrebro.booking.Recording.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Writes the results of all drains, grouped: whatever has come in while the last group was written goes into the next, so that the number of
 * commits falls as the load rises. A result that cannot be written leaves its booking claimed, and so to be looked for: nothing is lost.
 */
final class Recorder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int LARGEST_GROUP = 200;

    private final Recording recording;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread thread;

    Recorder(Recording recording) {
        this.recording = recording;
        this.thread = Thread.ofPlatform().name("recorder").daemon().start(this::run);
    }

    private record Waiting(Result result, CompletableFuture<Void> written) {}

    /** Hands a result over; the answer completes once it is committed, exceptionally if it could not be. */
    CompletableFuture<Void> record(Result result) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        queue.add(new Waiting(result, written));
        return written;
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
            recording.record(group.stream().map(Waiting::result).toList());
            group.forEach(waiting -> waiting.written.complete(null));
        } catch (DataAccessException | TransactionException e) {
            LOG.error(
                    "{} results could not be written; their bookings will be looked for by reference", group.size(), e);
            group.forEach(waiting -> waiting.written.completeExceptionally(e));
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
