package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.ConnectionField;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnection;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is typed to connect a shop. An app made since 2026 has an id and a secret and asks for a token each day; an older one has a token that
 * lasts. Both sign with the app's secret; webhooks set up by hand in the shop are signed with a key of the shop's own.
 */
final class ShopifyFields {

    /** The version of the API that everything here is written for; its schema is in the tests. */
    static final String VERSION = "2026-10";

    static final String SHOP = "shop";
    static final String CLIENT_ID = "client-id";
    static final String CLIENT_SECRET = "client-secret";
    static final String ACCESS_TOKEN = "access-token";
    static final String HAND_KEY = "hand-key";
    static final String VAT_FIELD = "vat-field";

    private ShopifyFields() {}

    static List<ConnectionField> all() {
        return List.of(
                ConnectionField.url(SHOP).startingWith("https://"),
                ConnectionField.text(CLIENT_ID).orNothing(),
                ConnectionField.secret(CLIENT_SECRET),
                ConnectionField.secret(ACCESS_TOKEN).orNothing(),
                ConnectionField.secret(HAND_KEY).orNothing(),
                ConnectionField.text(VAT_FIELD).orNothing());
    }

    /** An address at the shop, whatever path was typed behind its host. */
    static URI at(ShopConnection connection, String path) {
        try {
            return URI.create(connection.setting(SHOP).strip()).resolve(path);
        } catch (IllegalArgumentException e) {
            throw new ShopUnavailable(ShopUnavailable.Code.ADDRESS_REFUSED, String.valueOf(e.getMessage()));
        }
    }

    static URI api(ShopConnection connection) {
        return at(connection, "/admin/api/" + VERSION + "/graphql.json");
    }

    static Optional<Secret> lastingToken(ShopConnection connection) {
        return connection.secret(ACCESS_TOKEN).filter(token -> !token.reveal().isBlank());
    }

    static Secret clientSecret(ShopConnection connection) {
        return connection
                .secret(CLIENT_SECRET)
                .orElseThrow(() -> new ShopUnavailable(ShopUnavailable.Code.KEY_REFUSED, "no secret of the app"));
    }

    /** Everything a webhook may be signed with, yesterday's too. */
    static List<Secret> signingSecrets(ShopConnection connection) {
        return Stream.of(CLIENT_SECRET, HAND_KEY)
                .flatMap(key -> connection.accepted(key).stream())
                .toList();
    }
}
