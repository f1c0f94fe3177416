package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.ReasonKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A fulfillment as Shopify tells it.
 *
 * @param pieces by line key
 */
record ShopifyShipment(String key, Instant at, Fate fate, Map<String, Integer> pieces) {

    /** Whether the goods went out. */
    enum Fate {
        SENT,
        /** Another company was asked to send them. */
        WAITING,
        /** They did not go out, or the fulfillment was a mistake. */
        WITHDRAWN
    }

    static List<ShopifyShipment> of(JsonNode order) {
        return order.path("fulfillments").values().stream()
                .map(ShopifyShipment::read)
                .toList();
    }

    private static ShopifyShipment read(JsonNode fulfillment) {
        Map<String, Integer> pieces = new LinkedHashMap<>();
        Connections.nodes(fulfillment, "fulfillmentLineItems")
                .forEach(line -> pieces.merge(
                        Json.idIn(Json.required(line.path("lineItem"), "id")),
                        Json.count(line, "quantity"),
                        Integer::sum));
        return new ShopifyShipment(
                Json.idIn(Json.required(fulfillment, "id")),
                OffsetDateTime.parse(Json.required(fulfillment, "createdAt")).toInstant(),
                fate(Json.required(fulfillment, "status")),
                pieces);
    }

    private static Fate fate(String status) {
        return switch (status) {
            case "SUCCESS" -> Fate.SENT;
            case "PENDING", "OPEN" -> Fate.WAITING;
            case "CANCELLED", "ERROR", "FAILURE" -> Fate.WITHDRAWN;
            default -> throw new Unclear(ReasonKind.SHOPIFY_WORD_UNKNOWN, "status", status);
        };
    }
}
