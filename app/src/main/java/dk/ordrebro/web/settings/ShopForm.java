package dk.ordrebro.web.settings;

import dk.ordrebro.integration.OrderPlatform;
import org.jspecify.annotations.Nullable;

/**
 * What is typed to make an order integration.
 *
 * @param active null when the box is not ticked, since a browser sends nothing then
 */
record ShopForm(
        String name,
        OrderPlatform platform,
        String shopKey,
        @Nullable Boolean active) {

    static ShopForm empty() {
        return new ShopForm("", OrderPlatform.PUSH, "", true);
    }

    boolean activates() {
        return Boolean.TRUE.equals(active);
    }

    boolean isComplete() {
        return Names.isGood(name) && shopKey.matches("[a-z0-9][a-z0-9-]{0,29}");
    }
}
