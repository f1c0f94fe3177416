package dk.ordrebro.intake;

import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Raw;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/** The smallest shop there can be: a list of orders in memory, read two at a time. It stands where there is no adapter. */
public final class PaperShop implements OrderSource {

    public static final OrderPlatform PLATFORM = OrderPlatform.CSV;
    public static final String SIGNATURE = "X-Paper-Signature";
    private static final int PAGE = 2;

    private final Map<String, Entry> orders = new LinkedHashMap<>();
    private final Map<String, Function<ShopContext, Translation>> meanings = new LinkedHashMap<>();
    public final List<String> asked = new ArrayList<>();
    public WebhookState state = WebhookState.MISSING;
    public boolean listsWhole = true;

    @Nullable
    public ShopUnavailable failing;

    public final Map<String, ShopUnavailable> failingOrders = new LinkedHashMap<>();
    public Runnable beforePage = () -> {};

    private record Entry(String id, Instant changedAt, Raw raw) {}

    /** The shop says this of an order from now on. */
    public void say(String id, Instant changedAt, Function<ShopContext, Translation> meaning) {
        String raw = id + "@" + meanings.size();
        meanings.put(raw, meaning);
        orders.put(id, new Entry(id, changedAt, Raw.of(raw)));
    }

    public static Function<ShopContext, Translation> order(GivenOrder order, ShopDelivery... deliveries) {
        return order(order, List.of(deliveries), List.of());
    }

    public static Function<ShopContext, Translation> order(
            GivenOrder order, List<ShopDelivery> deliveries, List<ShopReturn> returns) {
        return shop ->
                new Translation.Understood(order.from(shop.integration()).build(), deliveries, returns, List.of());
    }

    public void forgetAll() {
        orders.clear();
        meanings.clear();
        asked.clear();
        failingOrders.clear();
        failing = null;
        listsWhole = true;
        state = WebhookState.MISSING;
        beforePage = () -> {};
    }

    public static String sign(Secret secret, byte[] body) {
        return Base64.encodeBase64String(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret.reveal()).hmac(body));
    }

    @Override
    public OrderPlatform platform() {
        return PLATFORM;
    }

    @Override
    public List<ConnectionField> fields() {
        return List.of(
                ConnectionField.url("base-url"),
                ConnectionField.secret("secret"),
                ConnectionField.text("user").orNothing());
    }

    @Override
    public Trial test(ShopConnection connection) {
        fail();
        return connection.secret("secret").filter(new Secret("rigtig")::equals).isPresent()
                ? new Trial.Found("Papirbutikken")
                : Trial.Refused.of("connection.problem.KEY_REFUSED", "401");
    }

    @Override
    public Optional<Raw> fetch(ShopConnection connection, String shopOrderId) {
        fail();
        asked.add(shopOrderId);
        if (failingOrders.containsKey(shopOrderId)) {
            throw failingOrders.get(shopOrderId);
        }
        return Optional.ofNullable(orders.get(shopOrderId)).map(Entry::raw);
    }

    private void fail() {
        if (failing != null) {
            throw failing;
        }
    }

    @Override
    public ChangedOrders changedSince(ShopConnection connection, Cursor cursor) {
        fail();
        beforePage.run();
        asked.add(cursor.toString());
        List<Entry> found = orders.values().stream()
                .filter(entry -> !entry.changedAt.isBefore(cursor.since()))
                .sorted(Comparator.comparing(Entry::changedAt).thenComparing(Entry::id))
                .toList();
        int from = cursor.page().isEmpty() ? 0 : Integer.parseInt(cursor.page());
        List<ShopOrder> page = found.stream()
                .skip(from)
                .limit(PAGE)
                .map(entry -> new ShopOrder(entry.id, entry.changedAt, listsWhole ? entry.raw : null))
                .toList();
        boolean more = found.size() > from + PAGE;
        return new ChangedOrders(page, more ? new Cursor(cursor.since(), Integer.toString(from + PAGE)) : null);
    }

    @Override
    public Translation translate(ShopContext shop, Raw raw) {
        return Objects.requireNonNull(meanings.get(raw.toString())).apply(shop);
    }

    @Override
    public Hint verify(ShopConnection connection, WebhookRequest request) {
        if (request.body().bytes().length == 0) {
            return new Hint.Nothing("ping");
        }
        return request.header(SIGNATURE)
                        .filter(signature -> Signatures.proves(
                                request.body().bytes(), signature, connection.accepted(ShopConnection.WEBHOOK_SECRET)))
                        .isPresent()
                ? new Hint.About(request.body().toString())
                : new Hint.Unproven();
    }

    @Override
    public WebhookState webhooks(ShopConnection connection, URI door) {
        fail();
        return state;
    }

    @Override
    public void registerWebhooks(ShopConnection connection, URI door) {
        asked.add("register " + state);
        state = WebhookState.ACTIVE;
    }
}
