package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.Trial;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.intake.http.ShopUnavailable.Code;
import dk.ordrebro.integration.ShopConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Tries a connection step by step, so that what can be told apart is: the way in, what the app may read, and whether an order can be read whole. */
final class ShopifyTrial {

    private static final List<String> NEEDED = List.of("read_orders", "read_customers");

    private final ShopifyCalls calls;
    private final ShopConnection connection;

    ShopifyTrial(ShopifyCalls calls, ShopConnection connection) {
        this.calls = calls;
        this.connection = connection;
    }

    Trial run() {
        boolean daily = ShopifyFields.lastingToken(connection).isEmpty();
        if (daily && connection.setting(ShopifyFields.CLIENT_ID).isBlank()) {
            return Trial.Refused.of("shopify.refused.nothing-to-enter-with");
        }
        JsonNode shop;
        try {
            shop = calls.ask(connection, "Shop", Map.of()).data();
        } catch (ShopUnavailable e) {
            return refused(e, daily ? "shopify.refused.app" : "shopify.refused.token");
        }
        return missingScopes(shop).orElseGet(() -> readsAnOrder(Json.required(shop.path("shop"), "name")));
    }

    private static Trial refused(ShopUnavailable e, String textKey) {
        if (e.code() == Code.KEY_REFUSED || e.code() == Code.ODD_ANSWER) {
            return Trial.Refused.of(textKey, e.detail());
        }
        throw e;
    }

    private static Optional<Trial> missingScopes(JsonNode shop) {
        Set<String> scopes = shop.path("currentAppInstallation").path("accessScopes").values().stream()
                .map(scope -> scope.path("handle").asString(""))
                .collect(Collectors.toSet());
        List<String> missing =
                NEEDED.stream().filter(scope -> !scopes.contains(scope)).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Trial.Refused.of("shopify.refused.scopes", String.join(", ", missing)));
    }

    /** Customers' names and addresses need a permission of their own, which shows only when an order is read. */
    private Trial readsAnOrder(String name) {
        try {
            JsonNode any = calls.ask(connection, "AnyOrder", Map.of())
                    .data()
                    .path("orders")
                    .path("nodes")
                    .path(0);
            String id = Json.text(any, "legacyResourceId");
            if (id != null) {
                new WholeOrder(calls, connection).fetch(id);
            }
            return new Trial.Found(name);
        } catch (ShopUnavailable e) {
            return refused(e, "shopify.refused.customers");
        }
    }
}
