package dk.ordrebro.intake.shopify;

import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who bought. Shopify has a field for a VAT number only for companies of its business-to-business part; other shops ask for it in a field
 * that a theme or an app adds.
 */
final class Buyer {

    /** Where to look instead, as the shop's owner typed it: a field's name, or one of these places. */
    private static final Set<String> PLACES = Set.of("company", "address2", "note");

    private static final Set<String> VAT_FIELDS = Set.of(
            "cvr",
            "cvrnr",
            "cvrno",
            "cvrnumber",
            "cvrnummer",
            "vat",
            "vatid",
            "vatno",
            "vatnr",
            "vatnumber",
            "euvat",
            "euvatnumber",
            "momsnr",
            "momsnummer",
            "ustid",
            "ustidnr",
            "taxid",
            "btwnummer");

    private static final Set<String> EAN_FIELDS = Set.of("ean", "eannr", "eannumber", "eannummer", "gln", "glnnummer");

    private static final Pattern NUMBER_IN_TEXT =
            Pattern.compile("\\b(?:[A-Z]{2} ?)?[A-Z]?[0-9]{8,12}[A-Z]?[0-9]{0,2}\\b");

    private final JsonNode order;
    private final String vatField;

    Buyer(JsonNode order, String vatField) {
        this.order = order;
        this.vatField = vatField.strip();
    }

    Customer customer() {
        JsonNode customer = order.path("customer");
        return new Customer(
                Json.text(customer, "legacyResourceId"),
                companyName(),
                name(customer),
                firstOf(Json.text(order, "email"), Json.text(customer, "email")),
                firstOf(Json.text(order, "phone"), Json.text(order.path("billingAddress"), "phone")),
                vatNumber(),
                false,
                attribute(EAN_FIELDS::contains).orElse(null));
    }

    private @Nullable String companyName() {
        return Stream.of(
                        Json.text(order.path("purchasingEntity").path("company"), "name"),
                        Json.text(order.path("billingAddress"), "company"),
                        order.path("billingAddress").isObject()
                                ? null
                                : Json.text(order.path("shippingAddress"), "company"))
                .reduce(null, Buyer::firstOf);
    }

    private String name(JsonNode customer) {
        String ofCustomer = Stream.of("firstName", "lastName")
                .flatMap(part -> Stream.ofNullable(Json.text(customer, part)))
                .collect(Collectors.joining(" "));
        String name = firstOf(
                ofCustomer.isEmpty() ? null : ofCustomer,
                firstOf(
                        Json.text(order.path("billingAddress"), "name"),
                        Json.text(order.path("shippingAddress"), "name")));
        return name == null ? "" : name;
    }

    private static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private @Nullable String vatNumber() {
        String ofCompany =
                Json.text(order.path("purchasingEntity").path("location").path("taxSettings"), "taxRegistrationId");
        if (ofCompany != null) {
            return ofCompany;
        }
        if (PLACES.contains(plain(vatField))) {
            return numberIn(plain(vatField));
        }
        String wanted = plain(vatField);
        return attribute(wanted.isEmpty() ? VAT_FIELDS::contains : wanted::equals)
                .orElse(null);
    }

    private @Nullable String numberIn(String place) {
        JsonNode holder = place.equals("note") ? order : order.path("billingAddress");
        String text = Json.text(holder, place);
        if (text == null) {
            return null;
        }
        Matcher number = NUMBER_IN_TEXT.matcher(text.toUpperCase(Locale.ROOT));
        return number.find() ? number.group().replace(" ", "") : null;
    }

    private Optional<String> attribute(Predicate<String> wanted) {
        return order.path("customAttributes").values().stream()
                .filter(attribute -> wanted.test(plain(attribute.path("key").asString(""))))
                .flatMap(attribute -> Stream.ofNullable(Json.text(attribute, "value")))
                .findFirst();
    }

    /** As people write the same name: without case, blanks and signs. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    Address billing() {
        return address(order.path("billingAddress").isObject() ? "billingAddress" : "shippingAddress");
    }

    Address delivery() {
        return address(order.path("shippingAddress").isObject() ? "shippingAddress" : "billingAddress");
    }

    private Address address(String field) {
        JsonNode address = order.path(field);
        String street = Stream.of("address1", "address2")
                .flatMap(part -> Stream.ofNullable(Json.text(address, part)))
                .collect(Collectors.joining(", "));
        return new Address(
                address.path("name").asString("").strip(),
                street,
                address.path("zip").asString("").strip(),
                address.path("city").asString("").strip(),
                address.path("countryCodeV2").asString(""));
    }
}
