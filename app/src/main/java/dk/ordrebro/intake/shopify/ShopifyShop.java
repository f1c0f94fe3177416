package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.ChangedOrders;
import dk.ordrebro.intake.ConnectionField;
import dk.ordrebro.intake.Cursor;
import dk.ordrebro.intake.Hint;
import dk.ordrebro.intake.OrderSource;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.intake.ShopOrder;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.intake.Trial;
import dk.ordrebro.intake.WebhookRequest;
import dk.ordrebro.intake.WebhookState;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Raw;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A shop at Shopify. */
final class ShopifyShop implements OrderSource {

    private final ShopifyCalls calls;
    private final ShopifyWebhooks webhooks;

    ShopifyShop(ShopifyCalls calls) {
        this.calls = calls;
        this.webhooks = new ShopifyWebhooks(calls);
    }

    @Override
    public OrderPlatform platform() {
        return OrderPlatform.SHOPIFY;
    }

    @Override
    public List<ConnectionField> fields() {
        return ShopifyFields.all();
    }

    @Override
    public Optional<URI> page(ShopConnection connection, String shopOrderId) {
        String number = shopOrderId.substring(shopOrderId.lastIndexOf('/') + 1);
        return number.matches("\\d+")
                ? Optional.of(ShopifyFields.at(connection, "/admin/orders/" + number))
                : Optional.empty();
    }

    @Override
    public Trial test(ShopConnection connection) {
        return new ShopifyTrial(calls, connection).run();
    }

    @Override
    public Optional<Raw> fetch(ShopConnection connection, String shopOrderId) {
        return new WholeOrder(calls, connection).fetch(shopOrderId);
    }

    @Override
    public ChangedOrders changedSince(ShopConnection connection, Cursor cursor) {
        Map<String, String> variables = new HashMap<>();
        variables.put("changed", "updated_at:>='" + cursor.since().truncatedTo(ChronoUnit.SECONDS) + "'");
        if (!cursor.page().isEmpty()) {
            variables.put("after", cursor.page());
        }
        JsonNode page = calls.ask(connection, "Changed", variables).data().path("orders");
        List<ShopOrder> orders =
                page.path("nodes").values().stream().map(ShopifyShop::changed).toList();
        return new ChangedOrders(orders, next(cursor, orders, page.path("pageInfo")));
    }

    private static ShopOrder changed(JsonNode order) {
        return new ShopOrder(
                Json.required(order, "legacyResourceId"),
                OffsetDateTime.parse(Json.required(order, "updatedAt")).toInstant(),
                null);
    }

    /**
     * Asks anew from the last change seen instead of turning pages for ever: orders that change meanwhile cannot push others off a page, and no list
     * grows beyond the 25,000 that Shopify pages through. Only where one second fills a whole page is its page turned.
     */
    private static @Nullable Cursor next(Cursor cursor, List<ShopOrder> orders, JsonNode info) {
        if (!info.path("hasNextPage").asBoolean(false) || orders.isEmpty()) {
            return null;
        }
        Instant last = orders.getLast().changedAt();
        return last.isAfter(cursor.since())
                ? Cursor.from(last)
                : new Cursor(cursor.since(), Json.required(info, "endCursor"));
    }

    @Override
    public Translation translate(ShopContext shop, Raw raw) {
        return ShopifyTranslation.of(shop, Json.read(raw));
    }

    @Override
    public Hint verify(ShopConnection connection, WebhookRequest request) {
        return ShopifyWebhooks.verify(connection, request);
    }

    @Override
    public WebhookState webhooks(ShopConnection connection, URI door) {
        return webhooks.state(connection, door);
    }

    @Override
    public void registerWebhooks(ShopConnection connection, URI door) {
        webhooks.register(connection, door);
    }
}
