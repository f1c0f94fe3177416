package dk.ordrebro.order.bulk;

import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.OrderId;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * One order of a bulk job.
 *
 * @param position 1, 2, … within the job
 * @param fulfillment the delivery that was made or is taken back; null where there is none
 * @param reason why it was passed over or failed: a code pages have words for; empty otherwise
 */
@NamedInterface("bulk")
public record BulkItem(
        int position,
        OrderId order,
        String orderNumber,
        String customer,
        @Nullable FulfillmentId fulfillment,
        State state,
        String reason) {

    /** What became of it. */
    public enum State {
        WAITING,
        HANDLED,
        PASSED,
        FAILED
    }
}
