package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.Hint;
import dk.ordrebro.intake.Signatures;
import dk.ordrebro.intake.WebhookRequest;
import dk.ordrebro.intake.WebhookState;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.integration.ShopConnection;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Our webhooks in a shop, one for each topic, and what comes in by them. */
final class ShopifyWebhooks {

    private static final String SHOPIFYS_OWN_DOMAIN = ".myshopify.com";

    private final ShopifyCalls calls;

    ShopifyWebhooks(ShopifyCalls calls) {
        this.calls = calls;
    }

    /**
     * What we want to hear of. A topic's body is an order, or a part of one that names it. Only ids are asked for: the order is fetched anyway, and
     * customers need not travel.
     */
    enum Topic {
        ORDERS_CREATE("id"),
        ORDERS_UPDATED("id"),
        ORDERS_EDITED("order_edit"),
        ORDERS_FULFILLED("id"),
        ORDERS_PARTIALLY_FULFILLED("id"),
        ORDERS_PAID("id"),
        ORDERS_CANCELLED("id"),
        ORDERS_DELETE("id"),
        FULFILLMENTS_CREATE("order_id"),
        FULFILLMENTS_UPDATE("order_id"),
        REFUNDS_CREATE("order_id");

        private final String field;

        Topic(String field) {
            this.field = field;
        }

        /** As it stands in the header: ORDERS_PARTIALLY_FULFILLED is orders/partially_fulfilled. */
        String header() {
            return name().toLowerCase(Locale.ROOT).replaceFirst("_", "/");
        }

        private JsonNode orderId(JsonNode body) {
            return this == ORDERS_EDITED ? body.path(field).path("order_id") : body.path(field);
        }

        static Optional<Topic> of(String header) {
            return EnumSet.allOf(Topic.class).stream()
                    .filter(topic -> topic.header().equals(header))
                    .findFirst();
        }
    }

    WebhookState state(ShopConnection connection, URI door) {
        return missing(connection, door).isEmpty() ? WebhookState.ACTIVE : WebhookState.MISSING;
    }

    void register(ShopConnection connection, URI door) {
        missing(connection, door).forEach(topic -> make(connection, door, topic));
    }

    private Set<Topic> missing(ShopConnection connection, URI door) {
        Set<Topic> missing = EnumSet.allOf(Topic.class);
        String after = null;
        do {
            JsonNode page =
                    calls.ask(connection, "Webhooks", variables(after)).data().path("webhookSubscriptions");
            page.path("nodes").values().stream()
                    .filter(one -> door.toString().equals(Json.text(one, "uri")))
                    .forEach(one -> missing.removeIf(topic -> topic.name().equals(Json.text(one, "topic"))));
            JsonNode info = page.path("pageInfo");
            String next = info.path("hasNextPage").asBoolean(false) ? Json.required(info, "endCursor") : null;
            after = next == null || next.equals(after) ? null : next;
        } while (after != null);
        return missing;
    }

    private static Map<String, String> variables(@Nullable String after) {
        Map<String, String> variables = new HashMap<>();
        if (after != null) {
            variables.put("after", after);
        }
        return variables;
    }

    private void make(ShopConnection connection, URI door, Topic topic) {
        Map<String, Object> webhook =
                Map.of("uri", door.toString(), "format", "JSON", "includeFields", List.of(topic.field));
        JsonNode errors = calls.ask(connection, "MakeWebhook", Map.of("topic", topic.name(), "webhook", webhook))
                .data()
                .path("webhookSubscriptionCreate")
                .path("userErrors");
        String seen = String.join(
                "; ",
                errors.values().stream()
                        .map(error -> error.path("message").asString(""))
                        .toList());
        boolean there = seen.contains("already been taken");
        if (!errors.isEmpty() && !there) {
            // to the rounds this is a key that may not make webhooks: the shop is read without them
            throw new ShopUnavailable(ShopUnavailable.Code.KEY_REFUSED, topic.header() + ": " + seen);
        }
    }

    static Hint verify(ShopConnection connection, WebhookRequest request) {
        boolean proven = request.header("X-Shopify-Hmac-Sha256")
                .filter(signature ->
                        Signatures.proves(request.body().bytes(), signature, ShopifyFields.signingSecrets(connection)))
                .isPresent();
        if (!proven) {
            return new Hint.Unproven();
        }
        String topic = request.header("X-Shopify-Topic").orElse("");
        if (isOfAnotherShop(connection, request)) {
            return new Hint.Nothing("another shop of the same app");
        }
        return Topic.of(topic)
                .flatMap(known -> Json.readIfJson(request.body()).map(known::orderId))
                .filter(JsonNode::isIntegralNumber)
                .<Hint>map(id -> new Hint.About(id.asString()))
                .orElseGet(() -> new Hint.Nothing("no order is named: " + topic));
    }

    /** One app may be installed in several shops, and signs for all of them with one secret. */
    private static boolean isOfAnotherShop(ShopConnection connection, WebhookRequest request) {
        String ours = String.valueOf(ShopifyFields.at(connection, "/").getHost());
        return ours.endsWith(SHOPIFYS_OWN_DOMAIN)
                && request.header("X-Shopify-Shop-Domain")
                        .filter(domain -> !domain.equalsIgnoreCase(ours))
                        .isPresent();
    }
}
