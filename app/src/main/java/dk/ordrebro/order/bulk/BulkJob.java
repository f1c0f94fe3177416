package dk.ordrebro.order.bulk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Something done to many orders in one go, and how far it is.
 *
 * @param undoOf the job whose deliveries this one takes back; null unless it undoes one
 * @param who asked for it, as the audit trail names people
 * @param handled of how many orders a delivery was made or undone
 * @param passed with how many there was nothing to do
 * @param failed with how many it could not be done
 * @param finishedAt when it ended or was stopped last; null while it runs
 */
@NamedInterface("bulk")
public record BulkJob(
        BulkJobId id,
        Kind kind,
        @Nullable BulkJobId undoOf,
        String who,
        Instant askedAt,
        State state,
        int total,
        int handled,
        int passed,
        int failed,
        @Nullable Instant finishedAt) {

    public int done() {
        return handled + passed + failed;
    }

    public int left() {
        return total - done();
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    /** What is done. */
    public enum Kind {
        /** All that is left of each order is delivered. */
        HANDLE,
        /** The deliveries another job made are taken back, so that the orders can be handled again. */
        UNDO
    }

    /** Whether it is under way. */
    public enum State {
        RUNNING,
        /** Somebody stopped it; it can go on. */
        STOPPED,
        DONE
    }
}
