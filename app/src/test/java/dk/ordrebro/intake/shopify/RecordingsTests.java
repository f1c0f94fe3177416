package dk.ordrebro.intake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.SettableClock;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.intake.Hint;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.intake.WebhookRequest;
import dk.ordrebro.intake.http.LoopbackHttp;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Raw;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each recording through the adapter, with what it must come to in a file beside it. */
class RecordingsTests {

    static byte[] bytes(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(RecordingsTests.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        }
    }

    static JsonNode json(String file) throws IOException {
        return Json.read(Raw.of(bytes(file)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "constructed-dk-code-discount-across",
                "constructed-dk-consumer-incl-vat",
                "constructed-dk-partial-refund-line-and-shipping",
                "constructed-dkk-shop-eur-presentment"
            })
    void readsAsExpectedWithTheShopsOwnTotals(String name) throws IOException {
        JsonNode answer = json(name + ".graphql.json");
        String expected = new String(bytes(name + ".expected.txt"), StandardCharsets.UTF_8);

        Translation translation = ShopifyTranslation.of(ShopifyDesk.shop(Map.of()), answer);

        assertThat(Shown.of(translation)).isEqualTo(expected);
        JsonNode total = answer.path("data").path("order").path("totalPriceSet").path("presentmentMoney");
        assertThat(((Translation.Understood) translation).order().stated().gross())
                .isEqualTo(Money.parse(total.path("currencyCode").asString() + " "
                        + total.path("amount").asString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "constructed-dk-code-discount-across",
                "constructed-dk-consumer-incl-vat",
                "constructed-dk-partial-refund-line-and-shipping",
                "constructed-dkk-shop-eur-presentment"
            })
    void comesOutOfTheStandInAsItWentIn(String name) throws IOException {
        JsonNode answer = json(name + ".graphql.json");
        SettableClock clock = SettableClock.atNoon();
        try (ShopifyStandIn standIn = new ShopifyStandIn(clock)) {
            JsonNode order = answer.path("data").path("order");
            // the one field we ask for that the recordings were made without
            order.path("lineItems")
                    .path("nodes")
                    .forEach(line -> Json.object(line).put("nonFulfillableQuantity", 0));
            order.path("refunds").forEach(refund -> Json.object(refund).putNull("duties"));
            standIn.put(order);
            LoopbackHttp loopback = new LoopbackHttp(clock);
            ShopifyShop shop =
                    new ShopifyShop(new ShopifyCalls(loopback.http, new ShopifyTokens(loopback.http, clock)));
            String id =
                    answer.path("data").path("order").path("legacyResourceId").asString();

            Raw fetched = shop.fetch(ShopifyDesk.connection(standIn.uri(), Map.of()), id)
                    .orElseThrow();

            assertThat(standIn.faults).isEmpty();
            assertThat(Shown.of(shop.translate(ShopifyDesk.shop(Map.of()), fetched)))
                    .isEqualTo(new String(bytes(name + ".expected.txt"), StandardCharsets.UTF_8));
        }
    }

    @Test
    void provesTheRecordedDeliveryByItsRawBytesAndNamesItsOrder() throws IOException {
        JsonNode delivery = json("constructed-dk-consumer-incl-vat.delivery.json");
        Map<String, String> headers = new HashMap<>();
        delivery.path("headers")
                .properties()
                .forEach(one -> headers.put(
                        one.getKey().toLowerCase(Locale.ROOT), one.getValue().asString()));
        var connection = new ShopConnection(
                Given.COMPANY,
                Given.SHOP_ID,
                Map.of(ShopifyFields.SHOP, "https://lab-butik.myshopify.com"),
                Map.of(
                        ShopifyFields.CLIENT_SECRET,
                        new Secret(delivery.path("secret").asString())),
                Map.of());
        Raw body = Raw.of(delivery.path("body").asString());

        assertThat(ShopifyWebhooks.verify(connection, new WebhookRequest(headers, body)))
                .isEqualTo(new Hint.About("5600000000001"));
        assertThat(ShopifyWebhooks.verify(connection, new WebhookRequest(headers, Json.write(Json.read(body)))))
                .isEqualTo(new Hint.Unproven());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "constructed-dk-code-discount-across.webhook.json orders/updated 5600000000002",
                "constructed-dk-consumer-incl-vat.webhook.json orders/fulfilled 5600000000001",
                "constructed-dk-partial-refund-line-and-shipping.webhook.json orders/paid 5600000000003",
                "constructed-dkk-shop-eur-presentment.webhook.json orders/create 5600000000004",
                "constructed-line-and-shipping.refunds-create.webhook.json refunds/create 5600000000003"
            })
    void findsTheOrderInEveryKindOfBody(String told) throws IOException {
        String[] parts = told.split(" ", -1);
        Raw body = Raw.of(bytes(parts[0]));
        var connection = ShopifyDesk.connection(URI.create("https://lab-butik.myshopify.com"), Map.of());

        Hint hint = ShopifyWebhooks.verify(connection, Signed.by(ShopifyStandIn.CLIENT_SECRET, parts[1], body));

        assertThat(hint).isEqualTo(new Hint.About(parts[2]));
    }
}
