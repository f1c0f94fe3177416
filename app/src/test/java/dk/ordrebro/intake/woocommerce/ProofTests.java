package dk.ordrebro.intake.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.enrichment.Given;
import dk.ordrebro.intake.Hint;
import dk.ordrebro.intake.WebhookRequest;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Raw;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Webhooks as recorded, and as someone else would send them. */
class ProofTests {

    private static final String SECRET = "hemmelig & \"nøgle\"";

    private static ShopConnection connection(String secret) {
        return new ShopConnection(
                Given.COMPANY,
                Given.SHOP_ID,
                Map.of(),
                Map.of(ShopConnection.WEBHOOK_SECRET, new Secret(secret)),
                Map.of());
    }

    private static Hint judge(JsonNode delivery, String body) {
        Map<String, String> headers = new HashMap<>();
        delivery.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asString()));
        return Proof.of(connection(Json.text(delivery, "secret")), new WebhookRequest(headers, Raw.of(body)));
    }

    private static Hint signed(String topic, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return Proof.of(
                connection(SECRET),
                new WebhookRequest(
                        Map.of("x-wc-webhook-signature", WooStandIn.sign(SECRET, bytes), "x-wc-webhook-topic", topic),
                        Raw.of(bytes)));
    }

    private static List<JsonNode> recorded(String name) {
        JsonNode read = Json.MAPPER.readTree(Recordings.text(name));
        return read.isArray() ? List.copyOf(read.values()) : List.of(read);
    }

    @ParameterizedTest
    @CsvSource({
        "webhook-action-order-completed.delivery.json, 27",
        "webhook-order-deleted.delivery.json, 34",
        "webhook-order-updated-then-created.delivery.json, 19"
    })
    void provesWhatTheShopSigned(String name, String order) {
        for (JsonNode delivery : recorded(name)) {
            String body = Json.text(delivery, "body");
            assertThat(judge(delivery, body)).isEqualTo(new Hint.About(order));
            assertThat(judge(delivery, body + " ")).isInstanceOf(Hint.Unproven.class);
            assertThat(judge(delivery, body.replace(":", ": "))).isInstanceOf(Hint.Unproven.class);
        }
    }

    @Test
    void answersThePingThatCarriesNoSignature() {
        JsonNode ping = recorded("webhook-ping.delivery.json").getFirst();

        assertThat(judge(ping, Json.text(ping, "body"))).isEqualTo(new Hint.Nothing("ping"));
        assertThat(judge(ping, "{\"id\":34}")).isInstanceOf(Hint.Unproven.class);
        assertThat(judge(ping, "")).isInstanceOf(Hint.Unproven.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order.updated|{\"code\":\"woocommerce_rest_cannot_view\",\"message\":\"x\",\"data\":{\"status\":403},\"id\":7}",
                "order.updated|{\"id\":\"7\"}",
                "order.updated|{\"id\":0}",
                "order.updated|{\"id\":7.5}",
                "order.updated|[7]",
                "order.updated|7",
                "order.updated|nonsense",
                "product.updated|{\"id\":7}",
                "action.wc_x|{\"action\":\"woocommerce_product_saved\",\"arg\":27}",
                "action.wc_x|{\"action\":\"woocommerce_order_status_completed\",\"arg\":\"27\"}"
            })
    void seesNoOrderInWhatIsNone(String topic, String body) {
        assertThat(signed(topic, body)).isInstanceOf(Hint.Nothing.class);
    }
}
