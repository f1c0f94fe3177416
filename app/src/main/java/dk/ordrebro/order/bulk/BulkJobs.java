package dk.ordrebro.order.bulk;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.OrderId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/**
 * Handles many orders, or undoes what a job handled, in the background: in batches, each whole or not at all, so that a job that was stopped,
 * or whose process died, goes on where it was and never does anything twice.
 */
@NamedInterface("bulk")
public interface BulkJobs {

    /** No job has more orders. */
    int MOST = 10_000;

    /**
     * Starts handling all that is left of each order. Asking again with the same id changes nothing.
     *
     * @param orders in the order they are to be handled in; one that is named twice counts once
     * @throws IllegalArgumentException when there are none or more than {@link #MOST}, or the company has not got one of them
     */
    void handle(CompanyId company, BulkJobId id, List<OrderId> orders, String who);

    /**
     * Starts taking back the deliveries a job made. Asking again with the same id changes nothing.
     *
     * @throws IllegalArgumentException when there is no such job, it is still running, or it made nothing that can be undone
     */
    void undo(CompanyId company, BulkJobId id, BulkJobId undoOf, String who);

    /**
     * Starts taking back all that is left of each of these deliveries, whoever made them. Asking again with the same id changes nothing.
     *
     * @throws IllegalArgumentException when there are none or more than {@link #MOST}, or the company has not got one of them
     */
    void undo(CompanyId company, BulkJobId id, List<FulfillmentId> deliveries, String who);

    Optional<BulkJob> find(CompanyId company, BulkJobId id);

    /** The job that undoes this one, if there is one. */
    Optional<BulkJob> undoing(CompanyId company, BulkJobId id);

    /** The latest first, at most {@code size}. */
    List<BulkJob> latest(CompanyId company, int size);

    /**
     * A job's orders of one state, by position.
     *
     * @param after show what comes after this position; 0 for the first page
     */
    List<BulkItem> items(CompanyId company, BulkJobId id, BulkItem.State state, int after, int size);

    /** Why orders were passed over or failed: code to how many. */
    Map<String, Integer> reasons(CompanyId company, BulkJobId id, BulkItem.State state);

    /** Stops before the next batch; what is done stays done. A job that does not run is left alone. */
    void stop(CompanyId company, BulkJobId id);

    /** Lets a stopped job go on; any other is left alone. */
    void resume(CompanyId company, BulkJobId id);
}
