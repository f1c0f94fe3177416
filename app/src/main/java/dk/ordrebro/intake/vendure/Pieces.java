package dk.ordrebro.intake.vendure;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How many pieces of each line went out, and how many were called off. Vendure lowers a line's quantity for both: pieces cancelled before they went
 * out, and pieces that came back (seen on a running 3.7).
 */
final class Pieces {

    private final JsonNode order;
    private final Map<String, Long> delivered = new HashMap<>();

    Pieces(JsonNode order) {
        this.order = order;
        order.path("fulfillments")
                .valueStream()
                .filter(Pieces::wentOut)
                .forEach(fulfillment -> fulfillment
                        .path("lines")
                        .forEach(line -> delivered.merge(
                                line.path("orderLineId").asString(),
                                line.path("quantity").asLong(),
                                Long::sum)));
    }

    static boolean wentOut(JsonNode fulfillment) {
        return switch (fulfillment.path("state").asString("")) {
            case "Shipped", "Delivered" -> true;
            default -> false;
        };
    }

    /** What there is to invoice of a line: what is still wanted, and at least what went out. */
    long ordered(JsonNode line) {
        return Math.max(line.path("quantity").asLong(), delivered(line));
    }

    long delivered(JsonNode line) {
        return delivered.getOrDefault(line.path("id").asString(), 0L);
    }

    /** Pieces that went out and are no longer wanted: they came back. */
    long back(JsonNode line) {
        return Math.max(0, delivered(line) - line.path("quantity").asLong());
    }

    /** Pieces called off before they went out. */
    long calledOff(JsonNode line) {
        long gone = line.path("orderPlacedQuantity").asLong()
                - line.path("quantity").asLong();
        return Math.max(0, gone - back(line));
    }

    boolean nothingGoesOut() {
        return order.path("state").asString("").equals("Cancelled") && delivered.isEmpty();
    }

    /** Whether the order's own totals cover all that {@link #ordered} counts. */
    boolean totalsHold() {
        return !order.path("state").asString("").equals("Cancelled")
                && order.path("lines").valueStream().allMatch(line -> back(line) == 0);
    }
}
