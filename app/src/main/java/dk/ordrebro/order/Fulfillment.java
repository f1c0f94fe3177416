package dk.ordrebro.order;

import dk.ordrebro.access.CompanyId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery (leverance) of all or part of an order, or a return of one: the trigger of a booking. It never changes.
 *
 * @param revision the revision of the order it was made from
 * @param number 1, 2, … within the order, deliveries and returns counted together
 * @param shopKey the shop's own id of the delivery or return, unique within the order; null when it was made here
 * @param returnOf the delivery this takes back; null for a delivery
 * @param reopens whether a return lets the same pieces be handled again (undo) or not (the customer sent them back)
 * @param handledAt when the goods were handled; its date in Copenhagen is the invoice date
 */
public record Fulfillment(
        CompanyId company,
        FulfillmentId id,
        OrderId order,
        int revision,
        int number,
        @Nullable String shopKey,
        @Nullable FulfillmentId returnOf,
        boolean reopens,
        Instant handledAt,
        List<FulfilledLine> lines) {

    public Fulfillment {
        lines = List.copyOf(lines);
    }

    public boolean isReturn() {
        return returnOf != null;
    }
}
