package dk.ordrebro.intake.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.intake.http.ShopHttp;
import dk.ordrebro.intake.http.UnhurriedHttp;
import dk.ordrebro.intake.woocommerce.WooStandIn.Delivery;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The stand-in behaves as the recordings show the shop did. */
class WooStandInTests {

    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

    private final WooStandIn shop = WooStandIn.start(() -> NOON);
    private final ShopHttp http = UnhurriedHttp.open();
    private final List<Delivery> sent = new ArrayList<>();

    @BeforeEach
    void registerWebhooks() {
        new WooCommerce(http)
                .registerWebhooks(ChangesProperties.connection(shop), URI.create("https://ordrebro.example/in/abc"));
    }

    @AfterEach
    void close() throws Exception {
        http.close();
        shop.close();
    }

    private void send() {
        sent.clear();
        shop.sendWebhooks(delivery -> {
            sent.add(delivery);
            return 200;
        });
    }

    private static JsonNode recorded(String name) {
        return Json.MAPPER.readTree(Recordings.text(name + ".delivery.json"));
    }

    private static List<String> names(JsonNode recorded) {
        return recorded.path("headers").properties().stream()
                .map(header -> header.getKey())
                .toList();
    }

    private String body(int delivery) {
        return sent.get(delivery).body().toString();
    }

    @Test
    void pingsWithoutASignature() {
        send();

        JsonNode ping = recorded("webhook-ping");
        assertThat(sent).hasSize(4).allSatisfy(delivery -> {
            assertThat(names(ping)).containsAll(delivery.headers().keySet());
            assertThat(delivery.body().toString()).matches("webhook_id=\\d+");
        });
        assertThat(Json.text(ping, "body")).matches("webhook_id=\\d+");
    }

    @Test
    void tellsOfAnUpdateBeforeTheCreationWithTheSameBodyAndSignature() {
        send();
        JsonNode both = recorded("webhook-order-updated-then-created");
        shop.put((ObjectNode) Json.MAPPER.readTree(Json.text(both.get(0), "body")));
        send();

        for (int i = 0; i < 2; i++) {
            assertThat(sent.get(i).headers().get("X-WC-Webhook-Topic"))
                    .isEqualTo(Json.text(both.get(i).path("headers"), "X-WC-Webhook-Topic"));
            assertThat(names(both.get(i))).containsAll(sent.get(i).headers().keySet());
        }
        assertThat(body(0)).isEqualTo(body(1));
        assertThat(sent.get(0).headers().get("X-WC-Webhook-Signature"))
                .isEqualTo(sent.get(1).headers().get("X-WC-Webhook-Signature"));
        assertThat(Json.text(both.get(0).path("headers"), "X-WC-Webhook-Signature"))
                .isEqualTo(Json.text(both.get(1).path("headers"), "X-WC-Webhook-Signature"));
    }

    @Test
    void givesDifferentOrdersOfOneSecondTheSameDeliveryIdAndADeletedOneNothingButItsId() {
        send();
        shop.put(Recordings.order("shop-cancelled"));
        shop.put(Recordings.order("shop-dk-consumer-incl-vat.placed"));
        send();
        assertThat(sent.stream()
                        .filter(delivery ->
                                "order.updated".equals(delivery.headers().get("X-WC-Webhook-Topic")))
                        .map(delivery -> delivery.headers().get("X-WC-Webhook-Delivery-ID"))
                        .distinct())
                .hasSize(1);

        shop.setStatus("34", "trash");
        send();
        assertThat(sent)
                .anyMatch(delivery ->
                        delivery.body().toString().equals(Json.text(recorded("webhook-order-deleted"), "body")));
    }

    @Test
    void signsAsTheShopDid() {
        JsonNode deleted = recorded("webhook-order-deleted");

        assertThat(WooStandIn.sign(
                        Json.text(deleted, "secret"), Json.text(deleted, "body").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Json.text(deleted.path("headers"), "X-WC-Webhook-Signature"));
    }
}
