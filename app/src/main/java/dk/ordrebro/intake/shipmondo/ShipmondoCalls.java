package dk.ordrebro.intake.shipmondo;

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
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Calls to Shipmondo's public API v3. No limit is published, so we stay well below what a person's browser does. */
final class ShipmondoCalls {

    private static final Pace PACE = Pace.perSecond(4);

    private final ShopHttp http;

    ShipmondoCalls(ShopHttp http) {
        this.http = http;
    }

    ShopAnswer get(ShopConnection shop, String path, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
        return send(shop, ShopRequest.get(uri(shop, path + (query.isEmpty() ? "" : parameters))));
    }

    ShopAnswer send(ShopConnection shop, String method, String path, JsonNode body) {
        return send(shop, ShopRequest.send(method, uri(shop, path), Raw.of(Told.MAPPER.writeValueAsString(body))));
    }

    private ShopAnswer send(ShopConnection shop, ShopRequest request) {
        Secret key = shop.secret(Shipmondo.API_KEY).orElse(new Secret(""));
        return http.send(shop.integration(), PACE, request.basic(new Secret(shop.setting(Shipmondo.API_USER)), key));
    }

    private static URI uri(ShopConnection shop, String path) {
        return URI.create(shop.setting(Shipmondo.BASE_URL) + path);
    }

    /** The list in a good answer; lists are bare arrays. */
    static JsonNode list(ShopAnswer answer) {
        JsonNode read = json(answer);
        if (!read.isArray()) {
            throw odd(answer, "no list");
        }
        return read;
    }

    static JsonNode json(ShopAnswer answer) {
        if (!answer.isGood()) {
            throw answer.refusal();
        }
        try {
            return Told.MAPPER.readTree(answer.body().bytes());
        } catch (JacksonException _) {
            throw odd(answer, "no JSON");
        }
    }

    static ShopUnavailable odd(ShopAnswer answer, String what) {
        return new ShopUnavailable(
                ShopUnavailable.Code.ODD_ANSWER, answer.status() + ", " + what + ": " + answer.excerpt());
    }
}
