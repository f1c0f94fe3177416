package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.http.Pace;
import dk.ordrebro.intake.http.ShopAnswer;
import dk.ordrebro.intake.http.ShopHttp;
import dk.ordrebro.intake.http.ShopRequest;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Raw;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The tokens that calls are made with: one that lasts where the shop gave one, else one that is asked for and lives about a day. */
final class ShopifyTokens {

    private static final Duration RENEWED_BEFORE_END = Duration.ofMinutes(10);

    private final ShopHttp http;
    private final InstantSource clock;
    private final Map<OrderIntegrationId, Held> held = new ConcurrentHashMap<>();

    ShopifyTokens(ShopHttp http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    /** Whose token it is; another secret or address must not use it. */
    private record App(URI address, String clientId, Secret clientSecret) {}

    private record Held(App app, Secret token, Instant until) {}

    Secret token(ShopConnection connection) {
        return ShopifyFields.lastingToken(connection).orElseGet(() -> daily(connection));
    }

    private Secret daily(ShopConnection connection) {
        App app = new App(
                ShopifyFields.at(connection, "/admin/oauth/access_token"),
                connection.setting(ShopifyFields.CLIENT_ID).strip(),
                ShopifyFields.clientSecret(connection));
        Held known = held.get(connection.integration());
        if (known != null && known.app.equals(app) && clock.instant().isBefore(known.until)) {
            return known.token;
        }
        Held fresh = ask(connection, app);
        held.put(connection.integration(), fresh);
        return fresh.token;
    }

    /** Says whether another one may be had: a token that lasts is simply wrong. */
    boolean forget(ShopConnection connection) {
        held.remove(connection.integration());
        return ShopifyFields.lastingToken(connection).isEmpty();
    }

    private Held ask(ShopConnection connection, App app) {
        String form = "grant_type=client_credentials&client_id=" + encoded(app.clientId) + "&client_secret="
                + encoded(app.clientSecret.reveal());
        ShopAnswer answer = http.send(
                connection.integration(),
                new Pace(Duration.ZERO),
                ShopRequest.send("POST", app.address, Raw.of(form))
                        .with("Content-Type", "application/x-www-form-urlencoded")
                        .hiding(app.clientSecret));
        if (!answer.isGood()) {
            boolean refused = answer.status() == 400 || answer.status() == 404;
            throw refused
                    ? new ShopUnavailable(ShopUnavailable.Code.KEY_REFUSED, answer.status() + " " + answer.excerpt())
                    : answer.refusal();
        }
        return held(app, answer);
    }

    private Held held(App app, ShopAnswer answer) {
        JsonNode told = Json.readIfJson(answer.body()).orElseGet(Json.MAPPER::createObjectNode);
        String token = Json.text(told, "access_token");
        long seconds = told.path("expires_in").asLong(0);
        if (token == null || seconds <= 0) {
            throw new ShopUnavailable(ShopUnavailable.Code.ODD_ANSWER, "no token and no end of it in the answer");
        }
        Duration life = Duration.ofSeconds(seconds);
        Duration early = life.dividedBy(2).compareTo(RENEWED_BEFORE_END) < 0 ? life.dividedBy(2) : RENEWED_BEFORE_END;
        return new Held(app, new Secret(token), clock.instant().plus(life).minus(early));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
