package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.integration.ShopConnection;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** What an order's status means for its delivery. */
enum Status {
    /** A cart, not yet an order. */
    DRAFT,
    /** Placed, not delivered. */
    WAITING,
    DELIVERED,
    CANCELLED,
    /** All of it was refunded, whether it was delivered or not. */
    REFUNDED,
    TRASHED,
    UNKNOWN;

    /** Fields of the connection in which the shop's owner says what custom statuses mean; separated by commas. */
    static final String DELIVERED_TOO = "delivered-statuses";

    static final String WAITING_TOO = "waiting-statuses";

    private static final Map<String, Status> CORE = Map.ofEntries(
            Map.entry("auto-draft", DRAFT),
            Map.entry("checkout-draft", DRAFT),
            Map.entry("pending", WAITING),
            Map.entry("processing", WAITING),
            Map.entry("on-hold", WAITING),
            Map.entry("failed", WAITING),
            Map.entry("completed", DELIVERED),
            Map.entry("cancelled", CANCELLED),
            Map.entry("refunded", REFUNDED),
            Map.entry("trash", TRASHED));

    static Status of(String written, ShopConnection connection) {
        if (lists(connection.setting(DELIVERED_TOO), written)) {
            return DELIVERED;
        }
        if (lists(connection.setting(WAITING_TOO), written)) {
            return WAITING;
        }
        return CORE.getOrDefault(written, UNKNOWN);
    }

    private static boolean lists(String typed, String status) {
        return Arrays.stream(typed.split("[,;\\s]+"))
                .map(word -> word.toLowerCase(Locale.ROOT).replaceFirst("^wc-", ""))
                .anyMatch(word -> !word.isEmpty() && word.equals(status));
    }
}
