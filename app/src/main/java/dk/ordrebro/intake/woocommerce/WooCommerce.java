package dk.ordrebro.intake.woocommerce;

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
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Raw;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** WooCommerce, REST v3. An order's raw form is {@code {"order":…,"refunds":[…]}}, each as the shop sent it. */
@Component
final class WooCommerce implements OrderSource {

    private static final String ORDERS = "wc/v3/orders";
    private static final String NO_SUCH_ORDER = "woocommerce_rest_shop_order_invalid_id";

    private final Api api;
    private final Plugins plugins = Plugins.bundled();

    WooCommerce(ShopHttp http) {
        this.api = new Api(http);
    }

    @Override
    public OrderPlatform platform() {
        return OrderPlatform.WOOCOMMERCE;
    }

    @Override
    public List<ConnectionField> fields() {
        return List.of(
                ConnectionField.url(Api.URL),
                ConnectionField.secret(Api.KEY),
                ConnectionField.secret(Api.SECRET),
                ConnectionField.text(Status.DELIVERED_TOO).orNothing(),
                ConnectionField.text(Status.WAITING_TOO).orNothing(),
                ConnectionField.text(Buyer.VAT_NUMBER_KEY).orNothing());
    }

    /** The address of every version; shops that keep orders in tables of their own lead on from it by themselves. */
    @Override
    public Optional<URI> page(ShopConnection connection, String shopOrderId) {
        return shopOrderId.matches("\\d+")
                ? Optional.of(URI.create(
                        connection.setting(Api.URL) + "/wp-admin/post.php?post=" + shopOrderId + "&action=edit"))
                : Optional.empty();
    }

    @Override
    public Trial test(ShopConnection connection) {
        return new Trying(api, connection).go();
    }

    @Override
    public Optional<Raw> fetch(ShopConnection connection, String shopOrderId) {
        ShopAnswer answer = api.get(connection, ORDERS + "/" + shopOrderId, Map.of());
        if (answer.status() == 404 && Api.code(answer).equals(NO_SUCH_ORDER)) {
            return Optional.empty();
        }
        JsonNode order = Api.json(answer);
        Raw refunds = Slices.hasRefunds(order) ? refunds(connection, shopOrderId) : Raw.of("[]");
        return Optional.of(Slices.together(answer.body(), refunds));
    }

    private Raw refunds(ShopConnection connection, String shopOrderId) {
        List<Raw> all = new ArrayList<>();
        List<Raw> page;
        int number = 1;
        do {
            ShopAnswer answer = api.get(
                    connection,
                    ORDERS + "/" + shopOrderId + "/refunds",
                    Map.of("per_page", Api.PER_PAGE, "page", number));
            Api.json(answer);
            page = Slices.of(answer.body());
            all.addAll(page);
            number++;
        } while (page.size() == Api.PER_PAGE);
        return Slices.array(all);
    }

    @Override
    public ChangedOrders changedSince(ShopConnection connection, Cursor cursor) {
        return new Changes(api, connection).since(cursor);
    }

    @Override
    public Translation translate(ShopContext shop, Raw raw) {
        JsonNode told = Json.MAPPER.readTree(raw.bytes());
        return new OrderTranslation(shop, told.path("order"), Json.list(told, "refunds"), plugins).translate();
    }

    @Override
    public Hint verify(ShopConnection connection, WebhookRequest request) {
        return Proof.of(connection, request);
    }

    @Override
    public WebhookState webhooks(ShopConnection connection, URI door) {
        return new Hooks(api, connection, door).state();
    }

    @Override
    public void registerWebhooks(ShopConnection connection, URI door) {
        new Hooks(api, connection, door).register();
    }
}
