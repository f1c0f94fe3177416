package dk.ordrebro.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * A delivery as the shop tells it.
 *
 * @param shopKey the shop's own id of it, the same whenever it is told
 * @param quantities pieces by line key; empty for everything that is left
 * @param cancelled whether the shop took it back as a mistake; then it is undone if it was booked, and otherwise never made. Cancelling {@code a}
 *     cancels {@code a/1}, {@code a/2}, … too
 */
public record ShopDelivery(String shopKey, Instant handledAt, Map<String, BigDecimal> quantities, boolean cancelled) {

    public ShopDelivery {
        quantities = Map.copyOf(quantities);
    }

    public static ShopDelivery whole(String shopKey, Instant handledAt) {
        return new ShopDelivery(shopKey, handledAt, Map.of(), false);
    }

    public static ShopDelivery part(String shopKey, Instant handledAt, Map<String, BigDecimal> quantities) {
        return new ShopDelivery(shopKey, handledAt, quantities, false);
    }
}
