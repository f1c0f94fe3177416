package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.intake.WebhookState;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.JsonNode;

/**
 * Our webhooks in a shop, one for each topic. A shop switches one off after failures and nobody tells, and it never shows the secret it signs with;
 * so the name carries the first digits of the secret's hash, and one that was made with an older secret is made anew.
 */
final class Hooks {

    /** Also {@code order.deleted}, which tells of an order in the trash. There is no topic for refunds; they come as updates. */
    static final List<String> TOPICS = List.of("order.created", "order.updated", "order.deleted", "order.restored");

    private static final String PATH = "wc/v3/webhooks";
    private static final int DIGITS = 8;

    private final Api api;
    private final ShopConnection connection;
    private final URI door;

    Hooks(Api api, ShopConnection connection, URI door) {
        this.api = api;
        this.connection = connection;
        this.door = door;
    }

    WebhookState state() {
        List<JsonNode> ours = ours();
        if (TOPICS.stream().anyMatch(topic -> of(ours, topic).isEmpty())) {
            return WebhookState.MISSING;
        }
        boolean allOn = TOPICS.stream()
                .allMatch(topic -> of(ours, topic).filter(this::isGood).isPresent());
        return allOn ? WebhookState.ACTIVE : WebhookState.OFF;
    }

    void register() {
        List<JsonNode> ours = ours();
        for (String topic : TOPICS) {
            Optional<JsonNode> known = of(ours, topic);
            if (known.isEmpty()) {
                Api.json(api.send(connection, "POST", PATH, wanted(topic)));
            } else if (!isGood(known.get())) {
                Api.json(api.send(connection, "PUT", PATH + "/" + Json.text(known.get(), "id"), wanted(topic)));
            }
        }
    }

    private Map<String, String> wanted(String topic) {
        return Map.of(
                "name", name(topic),
                "topic", topic,
                "status", "active",
                "delivery_url", door.toString(),
                "secret", secret().reveal());
    }

    private String name(String topic) {
        return "Ordrebro " + topic + " "
                + DigestUtils.sha256Hex(secret().reveal()).substring(0, DIGITS);
    }

    private Secret secret() {
        return connection.secret(ShopConnection.WEBHOOK_SECRET).orElseThrow();
    }

    private boolean isGood(JsonNode hook) {
        return Json.text(hook, "status").equals("active")
                && Json.text(hook, "name").equals(name(Json.text(hook, "topic")));
    }

    /** One that works goes before one that does not. */
    private Optional<JsonNode> of(List<JsonNode> ours, String topic) {
        List<JsonNode> same = ours.stream()
                .filter(hook -> Json.text(hook, "topic").equals(topic))
                .toList();
        return same.stream()
                .filter(this::isGood)
                .findFirst()
                .or(() -> same.stream().findFirst());
    }

    private List<JsonNode> ours() {
        List<JsonNode> ours = new ArrayList<>();
        int page = 1;
        List<JsonNode> all;
        do {
            JsonNode answer = Api.json(api.get(connection, PATH, Map.of("per_page", Api.PER_PAGE, "page", page)));
            all = List.copyOf(answer.values());
            all.stream()
                    .filter(hook -> Json.text(hook, "delivery_url").equals(door.toString()))
                    .forEach(ours::add);
            page++;
        } while (all.size() == Api.PER_PAGE);
        return ours;
    }
}
