package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who bought, and where the goods go. */
final class Buyer {

    /** Field of the connection: the key under which this shop keeps VAT numbers. */
    static final String VAT_NUMBER_KEY = "vat-number-key";

    /** Where the shop is that sells from here. */
    private static final String HOME = "DK";

    private final JsonNode order;
    private final ShopConnection connection;
    private final Plugins plugins;

    Buyer(JsonNode order, ShopConnection connection, Plugins plugins) {
        this.order = order;
        this.connection = connection;
        this.plugins = plugins;
    }

    Customer customer() {
        JsonNode billing = order.path("billing");
        String customer = Json.id(order, "customer_id").orElse(null);
        Stream<String> keys = Stream.concat(Stream.of(connection.setting(VAT_NUMBER_KEY)), plugins.vatNumber().stream())
                .filter(key -> !key.isBlank());
        return new Customer(
                customer,
                orNull(Json.words(billing, "company")),
                Objects.requireNonNullElse(name(billing), Objects.requireNonNullElse(name(order.path("shipping")), "")),
                orNull(Json.words(billing, "email")),
                orNull(Json.words(billing, "phone")),
                Plugins.value(order, keys).orElse(null),
                plugins.saysVatNumberIsValid(order),
                Plugins.value(order, plugins.ean().stream()).orElse(null));
    }

    Address billing() {
        return address(order.path("billing"));
    }

    /**
     * Where the goods go. Picked up in the shop is where the shop is, whatever address was typed. A shipping address that names no place (a name, a
     * telephone) is none, as in WooCommerce itself; one without a country has that of the billing address.
     */
    Address delivery() {
        JsonNode shipping = order.path("shipping");
        Address told = address(shipping);
        if (isPickedUp()) {
            return new Address(told.name().isEmpty() ? billing().name() : told.name(), "", "", "", HOME);
        }
        if (told.street().isEmpty() && told.postcode().isEmpty() && told.city().isEmpty()) {
            return told.country().isEmpty() || told.country().equals(billing().country()) ? billing() : told;
        }
        return told.country().isEmpty()
                ? new Address(
                        told.name(),
                        told.street(),
                        told.postcode(),
                        told.city(),
                        billing().country())
                : told;
    }

    private boolean isPickedUp() {
        List<JsonNode> ways = Json.list(order, "shipping_lines");
        return !ways.isEmpty()
                && ways.stream()
                        .map(way -> Json.text(way, "method_id"))
                        .allMatch(way -> plugins.pickup().stream().anyMatch(way::startsWith));
    }

    private static Address address(JsonNode node) {
        String street = Stream.of(Json.words(node, "address_1"), Json.words(node, "address_2"))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(", "));
        String name = Json.words(node, "company");
        return new Address(
                name.isEmpty() ? Objects.requireNonNullElse(name(node), "") : name,
                street,
                Json.words(node, "postcode"),
                Json.words(node, "city"),
                Json.words(node, "country"));
    }

    private static @Nullable String name(JsonNode node) {
        return orNull((Json.words(node, "first_name") + " " + Json.words(node, "last_name")).strip());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
