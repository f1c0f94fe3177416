package dk.ordrebro.web.settings;

import dk.ordrebro.integration.OrderPlatform;

/** What is typed to make an order integration. */
record ShopForm(String name, OrderPlatform platform, String shopKey, boolean active) {

    static ShopForm empty() {
        return new ShopForm("", OrderPlatform.PUSH, "", true);
    }

    boolean isComplete() {
        return !name.isBlank() && shopKey.matches("[a-z0-9][a-z0-9-]{0,29}");
    }
}
