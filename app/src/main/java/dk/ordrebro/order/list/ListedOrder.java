package dk.ordrebro.order.list;

import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.OrderState;
import dk.ordrebro.order.OrderTotal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * An order as it stands in the list: what tells it from others, and how far it is.
 *
 * @param customer the company's name, or the person's where there is none
 * @param total what the order comes to; null only for an order from before totals were kept, until {@link OldTotals} has come to it
 * @param revision the latest
 * @param payment the title of the payment that paid most; empty where the shop tells of none
 */
@NamedInterface("list")
public record ListedOrder(
        OrderId id,
        OrderIntegrationId shop,
        String number,
        Instant placedAt,
        String customer,
        String country,
        @Nullable OrderTotal total,
        OrderState state,
        int revision,
        String payment) {

    public Place place() {
        return new Place(placedAt, id);
    }
}
