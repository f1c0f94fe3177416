package dk.ordrebro.intake.vendure;

import dk.ordrebro.intake.ChangedOrders;
import dk.ordrebro.intake.ConnectionField;
import dk.ordrebro.intake.Cursor;
import dk.ordrebro.intake.Hint;
import dk.ordrebro.intake.OrderSource;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.intake.ShopOrder;
import dk.ordrebro.intake.Signatures;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.intake.Trial;
import dk.ordrebro.intake.WebhookRequest;
import dk.ordrebro.intake.WebhookState;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.intake.http.ShopUnavailable.Code;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Raw;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A Vendure shop. It has no webhooks of its own; our plugin for it sends hints, and polling finds what they miss. */
final class VendureSource implements OrderSource {

    static final String SIGNATURE = "x-ordrebro-signature";
    private static final int PAGE = 50;

    private final VendureApi api;

    VendureSource(VendureApi api) {
        this.api = api;
    }

    @Override
    public OrderPlatform platform() {
        return OrderPlatform.VENDURE;
    }

    @Override
    public List<ConnectionField> fields() {
        return List.of(
                ConnectionField.url(Fields.API),
                ConnectionField.text(Fields.USER),
                ConnectionField.secret(Fields.PASSWORD),
                ConnectionField.text(Fields.CHANNEL).orNothing(),
                ConnectionField.text(Fields.VAT_NUMBER).orNothing(),
                ConnectionField.secret(ShopConnection.WEBHOOK_SECRET).orNothing());
    }

    @Override
    public Trial test(ShopConnection connection) {
        try {
            JsonNode data = api.ask(connection, VendureQueries.WHO, VendureApi.JSON.createObjectNode());
            String channel = data.path("activeChannel").path("code").asString("");
            String host = URI.create(connection.setting(Fields.API)).getHost();
            return new Trial.Found(
                    channel.isEmpty() || channel.startsWith("__default") ? host : host + " (" + channel + ")");
        } catch (ShopUnavailable refused) {
            if (refused.code() != Code.KEY_REFUSED) {
                throw refused;
            }
            return Trial.Refused.of("connection.VENDURE.refused", refused.detail());
        }
    }

    @Override
    public Optional<Raw> fetch(ShopConnection connection, String shopOrderId) {
        ObjectNode which = VendureApi.JSON.createObjectNode().put("id", shopOrderId);
        JsonNode order = api.ask(connection, VendureQueries.one(connection.setting(Fields.VAT_NUMBER)), which)
                .path("order");
        return order.isObject() ? Optional.of(raw(order)) : Optional.empty();
    }

    @Override
    public ChangedOrders changedSince(ShopConnection connection, Cursor cursor) {
        Mark mark = Mark.of(cursor);
        ObjectNode which = VendureApi.JSON
                .createObjectNode()
                .put("since", mark.since().toString())
                .put("take", PAGE);
        mark.seen().forEach(which.putArray("seen")::add);
        List<ShopOrder> page = api.ask(connection, VendureQueries.changed(connection.setting(Fields.VAT_NUMBER)), which)
                .path("orders")
                .path("items")
                .valueStream()
                .map(order -> new ShopOrder(
                        order.path("id").asString(),
                        Instant.parse(order.path("updatedAt").asString()),
                        raw(order)))
                .toList();
        return new ChangedOrders(
                page, page.size() < PAGE ? null : mark.after(page).cursor(cursor.since()));
    }

    private static Raw raw(JsonNode order) {
        return Raw.of(VendureApi.JSON.writeValueAsBytes(order));
    }

    @Override
    public Translation translate(ShopContext shop, Raw raw) {
        return new VendureOrder(VendureApi.JSON.readTree(raw.bytes())).translate(shop);
    }

    @Override
    public Hint verify(ShopConnection connection, WebhookRequest request) {
        boolean proven = request.header(SIGNATURE)
                .filter(signature -> Signatures.proves(
                        request.body().bytes(), signature, connection.accepted(ShopConnection.WEBHOOK_SECRET)))
                .isPresent();
        return proven ? hint(request.body()) : new Hint.Unproven();
    }

    private static Hint hint(Raw body) {
        try {
            String id = VendureApi.JSON.readTree(body.bytes()).path("orderId").asString("");
            return id.isEmpty() ? new Hint.Nothing("no orderId") : new Hint.About(id);
        } catch (JacksonException _) {
            return new Hint.Nothing("no JSON");
        }
    }

    /** The shop's owner adds our plugin to the shop's configuration. */
    @Override
    public WebhookState webhooks(ShopConnection connection, URI door) {
        return WebhookState.BY_HAND;
    }

    @Override
    public void registerWebhooks(ShopConnection connection, URI door) {
        // Nothing to ask the shop for: see webhooks().
    }
}
