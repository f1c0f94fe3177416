package dk.ordrebro.intake;

import dk.ordrebro.intake.http.ShopHttp;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Raw;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A kind of shop we fetch orders from. One bean for each, in a folder of its own below this package; it keeps nothing, knows no other, and
 * neither stores nor schedules: it asks the shop through {@link ShopHttp} and translates. Every method that asks may throw {@link ShopUnavailable}.
 */
public interface OrderSource {

    OrderPlatform platform();

    /** What must be typed to connect, in the order of the form. */
    List<ConnectionField> fields();

    /** Tries what was typed, and tells apart what can be told apart. */
    Trial test(ShopConnection connection);

    /** The whole order as it is now, with its refunds and deliveries; empty when the shop does not have it (any more). */
    Optional<Raw> fetch(ShopConnection connection, String shopOrderId);

    /** Where a person sees the order in the shop's own administration; empty where nobody can say. Asks nobody. */
    default Optional<URI> page(ShopConnection connection, String shopOrderId) {
        return Optional.empty();
    }

    /**
     * A page of the orders that changed at or after {@link Cursor#since()}, oldest change first. Called with {@link ChangedOrders#next()}
     * until that is null. An order that changes meanwhile may come twice and must not be lost, nor may one of many with the same time.
     */
    ChangedOrders changedSince(ShopConnection connection, Cursor cursor);

    /** Reads what {@link #fetch} or {@link #changedSince} gave. Pure: no clock, no network. */
    Translation translate(ShopContext shop, Raw raw);

    /**
     * Judges a webhook by its raw bytes, in constant time, before reading any of it. The connection's accepted secrets include
     * yesterday's.
     */
    Hint verify(ShopConnection connection, WebhookRequest request);

    /**
     * How the webhooks that point at us stand.
     *
     * @param door where we want to be called
     */
    WebhookState webhooks(ShopConnection connection, URI door);

    /** Makes them, or switches them on again. Doing so twice makes none twice. */
    void registerWebhooks(ShopConnection connection, URI door);
}
