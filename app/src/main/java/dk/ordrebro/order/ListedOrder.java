package dk.ordrebro.order;

import dk.ordrebro.integration.OrderIntegrationId;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands in the list: what tells it from others, and how far it is.
 *
 * @param customer the company's name, or the person's where there is none
 * @param gross the shop's own total; null where it states none
 */
public record ListedOrder(
        OrderId id,
        OrderIntegrationId shop,
        String number,
        Instant placedAt,
        String customer,
        String country,
        @Nullable Money gross,
        OrderState state) {

    public Place place() {
        return new Place(placedAt, id);
    }
}
