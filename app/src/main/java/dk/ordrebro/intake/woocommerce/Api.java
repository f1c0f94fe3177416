package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.intake.http.Pace;
import dk.ordrebro.intake.http.ShopAnswer;
import dk.ordrebro.intake.http.ShopHttp;
import dk.ordrebro.intake.http.ShopRequest;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Raw;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Calls to {@code /wp-json/}, with Basic authentication over HTTPS. */
final class Api {

    static final String URL = "base-url";
    static final String KEY = "consumer-key";
    static final String SECRET = "consumer-secret";
    static final int PER_PAGE = 100;

    /** The shop shares its machine with its visitors. */
    private static final Pace PACE = Pace.perSecond(2);

    static final Pattern PLAIN_PERMALINKS = Pattern.compile("/wp-json/[^?]*/(\\?|$)");

    private static final Secret NONE = new Secret("");

    private final ShopHttp http;

    Api(ShopHttp http) {
        this.http = http;
    }

    /** @param path below {@code wp-json/}, such as {@code wc/v3/orders} */
    ShopAnswer get(ShopConnection connection, String path, Map<String, ?> query) {
        return send(connection, ShopRequest.get(uri(connection, path, query)));
    }

    /**
     * Changes something.
     *
     * @param body an object to be written as JSON
     */
    ShopAnswer send(ShopConnection connection, String method, String path, Map<String, ?> body) {
        Raw json = Raw.of(Json.MAPPER.writeValueAsBytes(body));
        return send(connection, ShopRequest.send(method, uri(connection, path, Map.of()), json));
    }

    private ShopAnswer send(ShopConnection connection, ShopRequest request) {
        Secret key = connection.secret(KEY).orElse(NONE);
        Secret secret = connection.secret(SECRET).orElse(NONE);
        ShopRequest signed = request.basic(key, secret);
        for (Secret ours : connection.accepted(ShopConnection.WEBHOOK_SECRET)) {
            signed = signed.hiding(ours);
        }
        return http.send(connection.integration(), PACE, signed);
    }

    private static URI uri(ShopConnection connection, String path, Map<String, ?> query) {
        String asked = query.entrySet().stream()
                .map(part -> part.getKey() + "="
                        + URLEncoder.encode(String.valueOf(part.getValue()), StandardCharsets.UTF_8))
                .sorted()
                .collect(Collectors.joining("&"));
        return URI.create(connection.setting(URL) + "/wp-json/" + path + (asked.isEmpty() ? "" : "?" + asked));
    }

    /**
     * A good answer as JSON.
     *
     * @throws ShopUnavailable when it is not good, or no JSON: hosts and plugins send web pages with any status
     */
    static JsonNode json(ShopAnswer answer) {
        if (isPlainPermalinks(answer)) {
            throw odd("permalinks are set to Plain in WordPress (Settings, Permalinks); choose any other");
        }
        if (!answer.isGood()) {
            throw answer.refusal();
        }
        return Json.read(answer.body().bytes()).orElseThrow(() -> odd(answer.status() + " " + answer.excerpt()));
    }

    /**
     * Whether the shop leads from an address of its API to the same address with a slash: so WordPress answers when permalinks are set to Plain, and
     * then has no API at these addresses.
     */
    static boolean isPlainPermalinks(ShopAnswer answer) {
        return answer.status() >= 300
                && answer.status() < 400
                && answer.header("location")
                        .filter(place -> PLAIN_PERMALINKS.matcher(place).find())
                        .isPresent();
    }

    static ShopUnavailable odd(String seen) {
        return new ShopUnavailable(ShopUnavailable.Code.ODD_ANSWER, seen);
    }

    /** WooCommerce's own word for what went wrong; empty where the answer is none of its. */
    static String code(ShopAnswer answer) {
        return Json.read(answer.body().bytes())
                .map(node -> Json.text(node, "code"))
                .orElse("");
    }
}
