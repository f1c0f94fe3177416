package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who bought, and where the goods go. */
final class Buyer {

    /** Field of the connection: the key under which this shop keeps VAT numbers. */
    static final String VAT_NUMBER_KEY = "vat-number-key";

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

    /** The shipping address, or the billing address where that is wholly empty. */
    Address delivery() {
        JsonNode shipping = order.path("shipping");
        boolean empty =
                shipping.values().stream().allMatch(part -> Json.text(part).isBlank());
        return empty ? billing() : address(shipping);
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
