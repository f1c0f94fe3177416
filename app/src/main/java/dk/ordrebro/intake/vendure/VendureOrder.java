package dk.ordrebro.intake.vendure;

import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.intake.ShopDelivery;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Payment;
import dk.ordrebro.order.StatedTotals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An order as the Admin API tells it, turned into ours: gross prices, Vendure's own spreading of discounts. */
record VendureOrder(JsonNode json) {

    /** Before an order is placed, and while somebody works on it; it changes again when they are done. */
    private static final Set<String> UNFINISHED =
            Set.of("Created", "Draft", "AddingItems", "ArrangingPayment", "Modifying", "ArrangingAdditionalPayment");

    private static final List<String> USUAL_VAT_FIELDS =
            List.of("vatNumber", "vatId", "vat", "cvr", "cvrNumber", "taxId", "companyVat");

    private static final Set<String> PLACED = Set.of(
            "PaymentAuthorized",
            "PaymentSettled",
            "PartiallyShipped",
            "Shipped",
            "PartiallyDelivered",
            "Delivered",
            "Cancelled");

    Translation translate(ShopContext shop) {
        String state = text(json, "state");
        if (json.path("active").asBoolean(false) || UNFINISHED.contains(state)) {
            return new Translation.Passed(state);
        }
        if (!PLACED.contains(state)) {
            return Translation.NotUnderstood.because(ReasonKind.VENDURE_STATE, state);
        }
        // Orders of a marketplace are told twice, whole and split by seller.
        if (!text(json, "type").equals("Regular")) {
            return Translation.NotUnderstood.because(ReasonKind.VENDURE_TYPE, text(json, "type"));
        }
        return currency()
                .map(currency -> read(shop, new Amounts(currency)))
                .orElseGet(() ->
                        Translation.NotUnderstood.because(ReasonKind.VENDURE_CURRENCY, text(json, "currencyCode")));
    }

    /** Of those with two decimals: Vendure keeps all currencies with two, and what it means by two decimals of yen is anybody's guess. */
    private Optional<CurrencyUnit> currency() {
        try {
            return Optional.of(CurrencyUnit.of(text(json, "currencyCode")))
                    .filter(known -> known.getDecimalPlaces() == Amounts.DECIMALS);
        } catch (IllegalCurrencyException _) {
            return Optional.empty();
        }
    }

    private Translation read(ShopContext shop, Amounts amounts) {
        Pieces pieces = new Pieces(json);
        Lines lines = new Lines(json, amounts, pieces);
        List<OrderLine> all = lines.all();
        if (!lines.wrong().isEmpty()) {
            return new Translation.NotUnderstood(lines.wrong());
        }
        Refunds refunds = new Refunds(json, amounts, pieces);
        Order order = new Order(
                shop.key(text(json, "id")),
                text(json, "code"),
                placedAt(),
                amounts.currency(),
                PriceMode.INCLUDING_VAT,
                customer(shop),
                address(json.path("billingAddress")),
                address(json.path("shippingAddress")),
                all,
                List.of(),
                payments(amounts),
                pieces.totalsHold() ? stated(amounts) : StatedTotals.NONE,
                null);
        return new Translation.Understood(
                order, deliveries(), refunds.returns(), refunds.refunds(), refunds.questions());
    }

    private Instant placedAt() {
        return Instant.parse(json.path("orderPlacedAt").asString(text(json, "createdAt")));
    }

    private StatedTotals stated(Amounts amounts) {
        long net = Amounts.minor(json.path("total"));
        long gross = Amounts.minor(json.path("totalWithTax"));
        return new StatedTotals(amounts.money(net), amounts.money(gross - net), amounts.money(gross));
    }

    /** Vendure knows no VAT number of a buyer; a shop that asks for one keeps it in a field of its own making. */
    private Customer customer(ShopContext shop) {
        JsonNode who = json.path("customer");
        JsonNode billing = json.path("billingAddress");
        String company = text(billing, "company");
        String name = (text(who, "firstName") + " " + text(who, "lastName")).strip();
        return new Customer(
                who.path("id").asString(null),
                company.isEmpty() ? null : company,
                name.isEmpty() ? text(billing, "fullName") : name,
                who.path("emailAddress").asString(null),
                who.path("phoneNumber").asString(null),
                vatNumber(shop),
                false,
                null);
    }

    private @Nullable String vatNumber(ShopContext shop) {
        List<String> names = Stream.concat(
                        VendureQueries.fieldName(shop.connection().setting(Fields.VAT_NUMBER)).stream(),
                        USUAL_VAT_FIELDS.stream())
                .toList();
        return Stream.of(json, json.path("customer"), json.path("billingAddress"))
                .map(holder -> holder.path("customFields"))
                .flatMap(custom -> names.stream().map(name -> text(custom, name)))
                .filter(number -> !number.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** Where goods that are sent nowhere go is where the bill goes: digital goods have no shipping address. */
    private Address address(JsonNode given) {
        JsonNode place = text(given, "countryCode").isEmpty() ? json.path("billingAddress") : given;
        return new Address(
                text(place, "fullName"),
                Stream.of(text(place, "streetLine1"), text(place, "streetLine2"))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(", ")),
                text(place, "postalCode"),
                text(place, "city"),
                text(place, "countryCode"));
    }

    private List<Payment> payments(Amounts amounts) {
        return json.path("payments")
                .valueStream()
                .filter(payment -> Set.of("Authorized", "Settled").contains(text(payment, "state")))
                .map(payment ->
                        new Payment(Payment.Kind.OTHER, text(payment, "method"), amounts.money(payment.path("amount"))))
                .toList();
    }

    private List<ShopDelivery> deliveries() {
        return json.path("fulfillments")
                .valueStream()
                .filter(fulfillment -> Pieces.wentOut(fulfillment)
                        || text(fulfillment, "state").equals("Cancelled"))
                .map(VendureOrder::delivery)
                .toList();
    }

    private static ShopDelivery delivery(JsonNode fulfillment) {
        Map<String, BigDecimal> quantities = new LinkedHashMap<>();
        fulfillment
                .path("lines")
                .forEach(line -> quantities.merge(
                        text(line, "orderLineId"), line.path("quantity").decimalValue(), BigDecimal::add));
        return new ShopDelivery(
                "fulfillment:" + text(fulfillment, "id"),
                Instant.parse(text(fulfillment, "createdAt")),
                quantities,
                text(fulfillment, "state").equals("Cancelled"));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("").strip();
    }
}
