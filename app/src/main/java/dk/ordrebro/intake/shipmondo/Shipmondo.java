package dk.ordrebro.intake.shipmondo;

import dk.ordrebro.intake.ChangedOrders;
import dk.ordrebro.intake.ConnectionField;
import dk.ordrebro.intake.Cursor;
import dk.ordrebro.intake.Hint;
import dk.ordrebro.intake.OrderSource;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.intake.Trial;
import dk.ordrebro.intake.WebhookRequest;
import dk.ordrebro.intake.WebhookState;
import dk.ordrebro.intake.http.ShopAnswer;
import dk.ordrebro.intake.http.ShopHttp;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Raw;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Shipmondo as a shop: orders that are handled there ({@code docs/reference/shipmondo.md} 16). One account may hold the orders of several webshops. */
@Component
class Shipmondo implements OrderSource {

    static final String BASE_URL = "base-url";
    static final String API_USER = "api-user";
    static final String API_KEY = "api-key";
    /** Only orders of this webshop; empty for all. */
    static final String SOURCE = "source-name";

    private final ShipmondoCalls calls;
    private final ShipmondoPages pages;
    private final ShipmondoWebhooks webhooks;

    Shipmondo(ShopHttp http) {
        this.calls = new ShipmondoCalls(http);
        this.pages = new ShipmondoPages(calls);
        this.webhooks = new ShipmondoWebhooks(calls);
    }

    @Override
    public OrderPlatform platform() {
        return OrderPlatform.SHIPMONDO;
    }

    @Override
    public List<ConnectionField> fields() {
        return List.of(
                ConnectionField.url(BASE_URL).startingWith("https://app.shipmondo.com/api/public/v3"),
                ConnectionField.text(API_USER),
                ConnectionField.secret(API_KEY),
                ConnectionField.text(SOURCE).orNothing());
    }

    /** A user and key that do not fit look the same as a key of the sandbox, or one whose user may not use the API. */
    @Override
    public Trial test(ShopConnection shop) {
        ShopAnswer answer = calls.get(shop, "/sales_orders", Map.of("per_page", "1", "page", "1"));
        if (answer.status() == 401 || answer.status() == 403) {
            return Trial.Refused.of("connection.SHIPMONDO.refused", Integer.toString(answer.status()));
        }
        if (answer.status() == 404) {
            return Trial.Refused.of("connection.SHIPMONDO.no-api", shop.setting(BASE_URL));
        }
        JsonNode orders = ShipmondoCalls.list(answer);
        String name = orders.isEmpty() ? "" : new Told(orders.get(0)).text("source_name");
        String shown = shop.setting(SOURCE).isEmpty() ? name : shop.setting(SOURCE);
        return new Trial.Found(shown.isEmpty() ? "Shipmondo" : shown, booksItself(shop));
    }

    /** Told at once, before an order is passed over because of it. A user who may not see it is no reason to refuse. */
    private List<Trial.Warning> booksItself(ShopConnection shop) {
        ShopAnswer answer = calls.get(shop, "/bookkeeping_integrations", Map.of());
        if (answer.status() == 401 || answer.status() == 403 || answer.status() == 404) {
            return List.of();
        }
        String names = ShipmondoCalls.list(answer)
                .valueStream()
                .map(Told::new)
                .map(one -> one.text("name", "platform", "id"))
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? List.of()
                : List.of(new Trial.Warning("connection.SHIPMONDO.books-itself", List.of(names)));
    }

    @Override
    public Optional<Raw> fetch(ShopConnection shop, String shopOrderId) {
        if (!shopOrderId.matches("[0-9]{1,20}")) {
            return Optional.empty();
        }
        ShopAnswer answer = calls.get(shop, "/sales_orders/" + shopOrderId, Map.of());
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (!ShipmondoCalls.json(answer).isObject()) {
            throw ShipmondoCalls.odd(answer, "no order");
        }
        return Optional.of(answer.body());
    }

    @Override
    public ChangedOrders changedSince(ShopConnection shop, Cursor cursor) {
        try {
            return pages.read(shop, cursor);
        } catch (Unclear e) {
            throw new ShopUnavailable(ShopUnavailable.Code.ODD_ANSWER, String.valueOf(e.reason()));
        }
    }

    @Override
    public Translation translate(ShopContext shop, Raw raw) {
        return SalesOrder.translate(shop, raw);
    }

    /** The headers with resource and action are not signed, so they decide nothing. */
    @Override
    public Hint verify(ShopConnection shop, WebhookRequest request) {
        return SignedMessage.open(request.body(), shop.accepted(ShopConnection.WEBHOOK_SECRET))
                .map(Shipmondo::hint)
                .orElseGet(Hint.Unproven::new);
    }

    private static Hint hint(Told payload) {
        if (payload.text("action").equals("connection_test")) {
            return new Hint.Nothing("ping");
        }
        Told resource = payload.inside("data");
        String id = resource.text("id");
        boolean isOrder = resource.has("order_id") || resource.has("order_lines");
        return isOrder && id.matches("[0-9]{1,20}") ? new Hint.About(id) : new Hint.Nothing("about no order");
    }

    @Override
    public WebhookState webhooks(ShopConnection shop, URI door) {
        return webhooks.state(shop, door);
    }

    @Override
    public void registerWebhooks(ShopConnection shop, URI door) {
        webhooks.register(shop, door);
    }
}
