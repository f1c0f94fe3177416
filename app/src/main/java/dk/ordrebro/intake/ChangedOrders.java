package dk.ordrebro.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of changed orders.
 *
 * @param next where to read on; null when everything up to now was read
 */
public record ChangedOrders(
        List<ShopOrder> orders, @Nullable Cursor next) {

    public ChangedOrders {
        orders = List.copyOf(orders);
    }
}
