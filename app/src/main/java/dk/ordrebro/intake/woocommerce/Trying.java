package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.intake.Trial;
import dk.ordrebro.intake.http.ShopAnswer;
import dk.ordrebro.integration.ShopConnection;
import java.net.URI;
import java.util.Map;

/** Tries a connection with the very thing it is for: reading an order. */
final class Trying {

    private final Api api;
    private final ShopConnection connection;

    Trying(Api api, ShopConnection connection) {
        this.api = api;
        this.connection = connection;
    }

    Trial go() {
        ShopAnswer answer = api.get(connection, "wc/v3/orders", Map.of("per_page", 1));
        String code = Api.code(answer);
        if (Api.isPlainPermalinks(answer)) {
            return Trial.Refused.of("woocommerce.plain-permalinks");
        }
        if (answer.status() >= 300 && answer.status() < 400) {
            return Trial.Refused.of(
                    "woocommerce.moved", answer.header("location").orElse(""));
        }
        // WooCommerce gives the same answer to a wrong key and to a right one it believes to have come without HTTPS
        if ((answer.status() == 401 || answer.status() == 403) && code.startsWith("woocommerce_rest_")) {
            return Trial.Refused.of("woocommerce.refused", answer.status() + " " + code);
        }
        if (answer.status() == 404) {
            return Trial.Refused.of("woocommerce.no-api", code.isEmpty() ? "404" : code);
        }
        Slices.of(answerOf(answer).body());
        return new Trial.Found(name());
    }

    private static ShopAnswer answerOf(ShopAnswer answer) {
        Api.json(answer);
        return answer;
    }

    /** What the shop calls itself; its host where it does not say. */
    private String name() {
        ShopAnswer index = api.get(connection, "", Map.of("_fields", "name"));
        String name = index.isGood()
                ? Json.read(index.body().bytes())
                        .map(node -> Json.words(node, "name"))
                        .orElse("")
                : "";
        return name.isEmpty() ? URI.create(connection.setting(Api.URL)).getHost() : name;
    }
}
