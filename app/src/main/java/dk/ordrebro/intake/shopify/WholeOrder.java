package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Raw;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads an order to its last line: what the first answer has no room for is read on, page by page, into the same shape. */
final class WholeOrder {

    /** As many as {@code order.graphql} asks for; lists without pages may then go on. */
    private static final int DELIVERIES_AT_FIRST = 5;

    private static final int REFUNDS_AT_FIRST = 2;
    private static final int LONGEST_LIST = 250;
    private static final int MOST_PAGES = 200;

    private final ShopifyCalls calls;
    private final ShopConnection connection;
    private boolean grown;

    WholeOrder(ShopifyCalls calls, ShopConnection connection) {
        this.calls = calls;
        this.connection = connection;
    }

    /** As received where one answer holds it all. */
    Optional<Raw> fetch(String id) {
        ShopifyCalls.Answer first = calls.ask(connection, "Order", Map.of("id", "gid://shopify/Order/" + id));
        if (!first.data().path("order").isObject()) {
            return Optional.empty();
        }
        ObjectNode order = Json.object(first.data().path("order"));
        readOn(order, "lineItems", "MoreLines");
        readOn(order, "shippingLines", "MoreShipping");
        readParts(order);
        order.path("fulfillments")
                .values()
                .forEach(one -> readOn(Json.object(one), "fulfillmentLineItems", "MoreDelivered"));
        order.path("refunds").values().forEach(one -> readOn(Json.object(one)));
        return Optional.of(grown ? Json.write(first.root()) : first.raw());
    }

    private void readOn(ObjectNode refund) {
        readOn(refund, "refundLineItems", "MoreRefundedLines");
        readOn(refund, "refundShippingLines", "MoreRefundedShipping");
        readOn(refund, "orderAdjustments", "MoreAdjustments");
    }

    private void readOn(ObjectNode owner, String name, String operation) {
        ObjectNode all = Json.object(owner.path(name));
        String id = Json.required(owner, "id");
        String after = nextPage(all);
        for (int page = 0; after != null; page++) {
            ObjectNode more = Json.object(node(operation, id, after).path(name));
            list(all, "nodes").addAll(list(more, "nodes"));
            all.set("pageInfo", more.path("pageInfo"));
            String next = nextPage(all);
            if (after.equals(next) || page > MOST_PAGES) {
                throw new ShopUnavailable(ShopUnavailable.Code.ODD_ANSWER, name + " never ends");
            }
            after = next;
        }
    }

    private static @Nullable String nextPage(JsonNode page) {
        JsonNode info = page.path("pageInfo");
        return info.path("hasNextPage").asBoolean(false) ? Json.required(info, "endCursor") : null;
    }

    private JsonNode node(String operation, String id, @Nullable String after) {
        grown = true;
        Map<String, String> variables = new HashMap<>(Map.of("id", id));
        if (after != null) {
            variables.put("after", after);
        }
        return calls.ask(connection, operation, variables).data().path("node");
    }

    private static ArrayNode list(ObjectNode owner, String name) {
        if (owner.path(name) instanceof ArrayNode list) {
            return list;
        }
        throw new ShopUnavailable(ShopUnavailable.Code.ODD_ANSWER, "no list " + name);
    }

    /** Fulfillments and refunds are lists without pages. */
    private void readParts(ObjectNode order) {
        ArrayNode deliveries = list(order, "fulfillments");
        ArrayNode refunds = list(order, "refunds");
        if (deliveries.size() < DELIVERIES_AT_FIRST && refunds.size() < REFUNDS_AT_FIRST) {
            return;
        }
        ObjectNode all = Json.object(node("AllParts", Json.required(order, "id"), null));
        addMissing(deliveries, list(all, "fulfillments"), "OneDelivery");
        addMissing(refunds, list(all, "refunds"), "OneRefund");
    }

    private void addMissing(ArrayNode known, ArrayNode all, String operation) {
        if (all.size() >= LONGEST_LIST) {
            throw new ShopUnavailable(
                    ShopUnavailable.Code.ODD_ANSWER, "more than " + (LONGEST_LIST - 1) + " parts of one kind");
        }
        Set<String> ids =
                known.values().stream().map(one -> Json.required(one, "id")).collect(Collectors.toSet());
        all.values().stream()
                .map(one -> Json.required(one, "id"))
                .filter(id -> !ids.contains(id))
                .forEach(id -> known.add(node(operation, id, null)));
    }
}
