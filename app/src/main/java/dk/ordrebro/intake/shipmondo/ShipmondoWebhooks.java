package dk.ordrebro.intake.shipmondo;

import dk.ordrebro.intake.WebhookState;
import dk.ordrebro.intake.http.ShopAnswer;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Our webhooks in Shipmondo: one for each action, all at one address. Shipmondo pings the address while it makes one, so the key must be
 * stored before.
 */
final class ShipmondoWebhooks {

    private static final String RESOURCE = "Orders";
    private static final int PER_PAGE = 50;
    private static final int MOST_PAGES = 20;

    /** Without these an order could change and nobody tell us before the next poll. */
    private static final List<String> NEEDED = List.of("create", "status_update", "create_fulfillment", "delete");

    /** In the list of actions, but missing from what the specification lets one create. */
    private static final String PERHAPS = "payment_refunded";

    private final ShipmondoCalls calls;

    ShipmondoWebhooks(ShipmondoCalls calls) {
        this.calls = calls;
    }

    WebhookState state(ShopConnection shop, URI door) {
        List<Told> ours = ours(shop, door);
        boolean off = false;
        for (String action : NEEDED) {
            Optional<Told> known = of(ours, action);
            if (known.isEmpty()) {
                return WebhookState.MISSING;
            }
            off |= isOff(known.get());
        }
        return off ? WebhookState.OFF : WebhookState.ACTIVE;
    }

    void register(ShopConnection shop, URI door) {
        List<Told> ours = ours(shop, door);
        for (String action : NEEDED) {
            Optional<Told> known = of(ours, action);
            if (known.isEmpty()) {
                ShipmondoCalls.json(make(shop, door, action));
            } else if (isOff(known.get())) {
                ShipmondoCalls.json(switchOn(shop, known.get()));
            }
        }
        if (of(ours, PERHAPS).isEmpty()) {
            ShopAnswer made = make(shop, door, PERHAPS);
            if (!made.isGood() && made.status() != 422) {
                throw made.refusal();
            }
        }
    }

    private ShopAnswer make(ShopConnection shop, URI door, String action) {
        Secret key = shop.secret(ShopConnection.WEBHOOK_SECRET)
                .orElseThrow(() -> new IllegalStateException("No webhook secret of " + shop.integration()));
        JsonNode body = Told.MAPPER
                .createObjectNode()
                .put("name", "Ordrebro " + action)
                .put("endpoint", door.toString())
                .put("key", key.reveal())
                .put("resource_name", RESOURCE)
                .put("action", action)
                .put("active", true);
        return calls.send(shop, "POST", "/webhooks", body);
    }

    private ShopAnswer switchOn(ShopConnection shop, Told webhook) {
        JsonNode body =
                Told.MAPPER.createObjectNode().put("name", webhook.text("name")).put("active", true);
        return calls.send(shop, "PUT", "/webhooks/" + webhook.requiredText("id"), body);
    }

    private static Optional<Told> of(List<Told> ours, String action) {
        return ours.stream()
                .filter(one -> one.text("resource_name").equals(RESOURCE)
                        && one.text("action").equals(action))
                .findFirst();
    }

    private static boolean isOff(Told webhook) {
        return webhook.text("active").equals("false");
    }

    private List<Told> ours(ShopConnection shop, URI door) {
        List<Told> ours = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode some = ShipmondoCalls.list(calls.get(
                    shop, "/webhooks", Map.of("page", Integer.toString(page), "per_page", Integer.toString(PER_PAGE))));
            some.valueStream()
                    .map(Told::new)
                    .filter(one -> one.text("endpoint").equals(door.toString()))
                    .forEach(ours::add);
            if (some.size() < PER_PAGE) {
                return ours;
            }
        }
        throw new ShopUnavailable(ShopUnavailable.Code.ODD_ANSWER, "the list of webhooks has no end");
    }
}
