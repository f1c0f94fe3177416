package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.intake.Hint;
import dk.ordrebro.intake.Signatures;
import dk.ordrebro.intake.WebhookRequest;
import dk.ordrebro.integration.ShopConnection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Judges a webhook. The delivery id is not looked at: different orders told within one second have the same. */
final class Proof {

    private static final String SIGNATURE = "x-wc-webhook-signature";

    private Proof() {}

    static Hint of(ShopConnection connection, WebhookRequest request) {
        Optional<String> signature = request.header(SIGNATURE);
        if (signature.isEmpty()) {
            return isPing(request) ? new Hint.Nothing("ping") : new Hint.Unproven();
        }
        boolean proven = Signatures.proves(
                request.body().bytes(), signature.get(), connection.accepted(ShopConnection.WEBHOOK_SECRET));
        return proven ? hint(request) : new Hint.Unproven();
    }

    /** Sent when a webhook is made, unsigned. */
    private static boolean isPing(WebhookRequest request) {
        return request.body().toString().matches("webhook_id=\\d{1,20}");
    }

    private static Hint hint(WebhookRequest request) {
        Optional<JsonNode> body = Json.read(request.body().bytes()).filter(JsonNode::isObject);
        if (body.isEmpty()) {
            return new Hint.Nothing("signed, but no JSON object");
        }
        String topic = request.header("x-wc-webhook-topic").orElse("");
        JsonNode about = body.get();
        // made with the rights of whoever made the webhook: without them the shop signs its own refusal
        if (about.has("code") && about.has("message")) {
            return new Hint.Nothing("signed error " + Json.text(about, "code"));
        }
        Optional<String> id = about.has("action")
                ? integer(about.path("arg"))
                        .filter(_ -> Json.text(about, "action").startsWith("woocommerce_order_"))
                : integer(about.path("id")).filter(_ -> topic.startsWith("order."));
        return id.<Hint>map(Hint.About::new).orElseGet(() -> new Hint.Nothing("about no order: " + List.of(topic)));
    }

    private static Optional<String> integer(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong() && value.longValue() > 0
                ? Optional.of(Long.toString(value.longValue()))
                : Optional.empty();
    }
}
