package dk.ordrebro.endtoend.vendure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The shop as its owner sets it up and its customers use it: prices with VAT, 25 % at home and in the EU, nothing outside; three goods, a coupon,
 * one way to send and one to pay.
 */
final class Shop {

    private final VendureProcess process;
    private final GraphQl owner;
    private final Map<String, String> variants = new LinkedHashMap<>();
    private String shipping = "";
    private String export = "";

    Shop(VendureProcess process) {
        this.process = process;
        this.owner = new GraphQl(process.adminApi());
        owner.ask(
                "mutation ($u: String!, $p: String!) { login(username: $u, password: $p) { __typename ... on ErrorResult { errorCode } } }",
                Map.of(
                        "u", VendureProcess.credentials().getFirst(),
                        "p", VendureProcess.credentials().getLast()));
        setUp();
    }

    private void setUp() {
        String home = zone("Danmark", country("DK", "Danmark"));
        String union = zone("EU", country("DE", "Tyskland"));
        String outside = zone("Verden", country("NO", "Norge"));
        channel(home);
        String standard = id("mutation { createTaxCategory(input: {name: \"Standard\", isDefault: true}) { id } }");
        rate("Moms 25", 25, standard, home);
        rate("Moms 25 EU", 25, standard, union);
        rate("Eksport", 0, standard, outside);
        product("Kaffekrus", "KRUS-1", 14995, standard);
        product("Servietter", "SERV-33", 3333, standard);
        product("Te", "TE-100", 7900, standard);
        shipping = shippingMethod("pakkeshop", 4900, 25);
        export = shippingMethod("eksport", 3920, 0);
        paymentMethod();
        coupon();
    }

    private String country(String code, String name) {
        return id(
                "mutation ($i: CreateCountryInput!) { createCountry(input: $i) { id } }",
                Map.of(
                        "code",
                        code,
                        "enabled",
                        true,
                        "translations",
                        List.of(Map.of("languageCode", "en", "name", name))));
    }

    private String zone(String name, String country) {
        return id(
                "mutation ($i: CreateZoneInput!) { createZone(input: $i) { id } }",
                Map.of("name", name, "memberIds", List.of(country)));
    }

    private void channel(String zone) {
        owner.ask(
                "mutation ($i: UpdateChannelInput!) { updateChannel(input: $i) { __typename ... on ErrorResult { errorCode message } } }",
                Map.of(
                        "i",
                        Map.of(
                                "id",
                                "1",
                                "pricesIncludeTax",
                                true,
                                "defaultTaxZoneId",
                                zone,
                                "defaultShippingZoneId",
                                zone,
                                "availableCurrencyCodes",
                                List.of("DKK"),
                                "defaultCurrencyCode",
                                "DKK")));
    }

    private void rate(String name, int percent, String category, String zone) {
        id(
                "mutation ($i: CreateTaxRateInput!) { createTaxRate(input: $i) { id } }",
                Map.of("name", name, "enabled", true, "value", percent, "categoryId", category, "zoneId", zone));
    }

    private void product(String name, String sku, int grossOre, String category) {
        String product = id(
                "mutation ($i: CreateProductInput!) { createProduct(input: $i) { id } }",
                Map.of(
                        "translations",
                        List.of(Map.of(
                                "languageCode",
                                "en",
                                "name",
                                name,
                                "slug",
                                sku.toLowerCase(java.util.Locale.ROOT),
                                "description",
                                ""))));
        JsonNode made = owner.ask(
                "mutation ($i: [CreateProductVariantInput!]!) { createProductVariants(input: $i) { id } }",
                Map.of(
                        "i",
                        List.of(Map.of(
                                "productId", product,
                                "sku", sku,
                                "price", grossOre,
                                "taxCategoryId", category,
                                "stockOnHand", 100_000,
                                "translations", List.of(Map.of("languageCode", "en", "name", name))))));
        variants.put(sku, made.path(0).path("id").asString());
    }

    /** Vendure's own calculator of freight knows one rate, so a shop that sends abroad has a method for it. */
    private String shippingMethod(String code, int grossOre, int percent) {
        return id(
                "mutation ($i: CreateShippingMethodInput!) { createShippingMethod(input: $i) { id } }",
                Map.of(
                        "code", code,
                        "fulfillmentHandler", "manual-fulfillment",
                        "checker", operation("default-shipping-eligibility-checker", Map.of("orderMinimum", "0")),
                        "calculator",
                                operation(
                                        "default-shipping-calculator",
                                        Map.of(
                                                "rate", Integer.toString(grossOre),
                                                "includesTax", "include",
                                                "taxRate", Integer.toString(percent))),
                        "translations", List.of(Map.of("languageCode", "en", "name", "Pakkeshop", "description", ""))));
    }

    private void paymentMethod() {
        id(
                "mutation ($i: CreatePaymentMethodInput!) { createPaymentMethod(input: $i) { id } }",
                Map.of(
                        "code",
                        "kort",
                        "enabled",
                        true,
                        "handler",
                        operation("dummy-payment-handler", Map.of("automaticSettle", "true")),
                        "translations",
                        List.of(Map.of("languageCode", "en", "name", "Kort", "description", ""))));
    }

    private void coupon() {
        owner.ask(
                "mutation ($i: CreatePromotionInput!) { createPromotion(input: $i) { ... on Promotion { id } ... on ErrorResult { errorCode } } }",
                Map.of(
                        "i",
                        Map.of(
                                "enabled", true,
                                "couponCode", "TI",
                                "conditions", List.of(),
                                "actions", List.of(operation("order_percentage_discount", Map.of("discount", "10"))),
                                "translations", List.of(Map.of("languageCode", "en", "name", "Ti procent")))));
    }

    private static Map<String, Object> operation(String code, Map<String, String> arguments) {
        return Map.of(
                "code",
                code,
                "arguments",
                arguments.entrySet().stream()
                        .map(argument -> Map.of("name", argument.getKey(), "value", argument.getValue()))
                        .toList());
    }

    private String id(String mutation, Map<String, Object> input) {
        return owner.ask(mutation, Map.of("i", input)).path("id").asString();
    }

    private String id(String mutation) {
        return owner.ask(mutation).path("id").asString();
    }

    /** A customer buys and pays. */
    Placed buy(String country, boolean withCoupon, Map<String, Integer> goods) {
        GraphQl customer = new GraphQl(process.shopApi());
        goods.forEach((sku, pieces) -> customer.ask(
                "mutation ($v: ID!, $n: Int!) { addItemToOrder(productVariantId: $v, quantity: $n) { ... on Order { id } ... on ErrorResult { errorCode message } } }",
                Map.of("v", variants.get(sku), "n", pieces)));
        customer.ask(
                "mutation { setCustomerForOrder(input: {firstName: \"Ane\", lastName: \"Holm\", emailAddress: \"ane@example.dk\"}) { ... on Order { id } ... on ErrorResult { errorCode message } } }");
        customer.ask(
                "mutation ($c: String!) { setOrderShippingAddress(input: {fullName: \"Ane Holm\", streetLine1: \"Havnegade 1\", city: \"By\", postalCode: \"8000\", countryCode: $c}) { ... on Order { id } ... on ErrorResult { errorCode message } } }",
                Map.of("c", country));
        customer.ask(
                "mutation ($s: [ID!]!) { setOrderShippingMethod(shippingMethodId: $s) { ... on Order { id } ... on ErrorResult { errorCode message } } }",
                Map.of("s", List.of(country.equals("NO") ? export : shipping)));
        if (withCoupon) {
            customer.ask(
                    "mutation { applyCouponCode(couponCode: \"TI\") { ... on Order { id } ... on ErrorResult { errorCode message } } }");
        }
        customer.ask(
                "mutation { transitionOrderToState(state: \"ArrangingPayment\") { ... on Order { id } ... on ErrorResult { errorCode message } } }");
        JsonNode paid = customer.ask(
                "mutation { addPaymentToOrder(input: {method: \"kort\", metadata: {}}) { ... on Order { id code totalWithTax } ... on ErrorResult { errorCode message } } }");
        return new Placed(
                paid.path("id").asString(),
                paid.path("code").asString(),
                paid.path("totalWithTax").asLong());
    }

    /**
     * A paid order.
     *
     * @param gross what was paid, in øre
     */
    record Placed(String id, String code, long gross) {}

    /** The order as the owner sees it now. */
    JsonNode order(Placed placed) {
        return owner.ask("""
                query ($id: ID!) { order(id: $id) {
                  state totalWithTax
                  lines { id quantity proratedUnitPriceWithTax productVariant { sku } }
                  payments { id amount refunds { id total state } }
                  fulfillments { id state }
                } }""", Map.of("id", placed.id()));
    }

    /** Sends all of an order, or so many pieces of some goods. */
    void ship(Placed placed, Map<String, Integer> pieces) {
        List<Map<String, Object>> lines = lines(placed, pieces);
        String fulfillment = owner.ask(
                        "mutation ($i: FulfillOrderInput!) { addFulfillmentToOrder(input: $i) { ... on Fulfillment { id } ... on ErrorResult { errorCode message } } }",
                        Map.of(
                                "i",
                                Map.of(
                                        "lines",
                                        lines,
                                        "handler",
                                        operation(
                                                "manual-fulfillment", Map.of("method", "Post", "trackingCode", "1")))))
                .path("id")
                .asString();
        owner.ask(
                "mutation ($id: ID!) { transitionFulfillmentToState(id: $id, state: \"Shipped\") { ... on Fulfillment { id } ... on ErrorResult { errorCode message } } }",
                Map.of("id", fulfillment));
    }

    /** Calls off pieces, whether they went out or not. */
    void cancel(Placed placed, Map<String, Integer> pieces) {
        owner.ask(
                "mutation ($i: CancelOrderInput!) { cancelOrder(input: $i) { ... on Order { id } ... on ErrorResult { errorCode message } } }",
                Map.of("i", Map.of("orderId", placed.id(), "lines", lines(placed, pieces), "reason", "fortrudt")));
    }

    /** Pays back pieces, and money besides. */
    void refund(Placed placed, Map<String, Integer> pieces, long shippingOre, long adjustmentOre) {
        JsonNode refund = owner.ask(
                "mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { ... on Refund { id state } ... on ErrorResult { errorCode message } } }",
                Map.of(
                        "i",
                        Map.of(
                                "lines",
                                lines(placed, pieces),
                                "shipping",
                                shippingOre,
                                "adjustment",
                                adjustmentOre,
                                "paymentId",
                                order(placed)
                                        .path("payments")
                                        .path(0)
                                        .path("id")
                                        .asString(),
                                "reason",
                                "retur")));
        if (!refund.path("state").asString().equals("Settled")) {
            owner.ask(
                    "mutation ($i: SettleRefundInput!) { settleRefund(input: $i) { ... on Refund { id } ... on ErrorResult { errorCode message } } }",
                    Map.of("i", Map.of("id", refund.path("id").asString(), "transactionId", "r1")));
        }
    }

    /** Changes how many pieces are wanted before anything went out, and pays back the difference. */
    void modify(Placed placed, String sku, int pieces) {
        owner.ask(
                "mutation ($id: ID!) { transitionOrderToState(id: $id, state: \"Modifying\") { ... on Order { id } ... on ErrorResult { errorCode message } } }",
                Map.of("id", placed.id()));
        JsonNode line = line(placed, sku);
        owner.ask(
                "mutation ($i: ModifyOrderInput!) { modifyOrder(input: $i) { ... on Order { id } ... on ErrorResult { errorCode message } } }",
                Map.of(
                        "i",
                        Map.of(
                                "dryRun", false,
                                "orderId", placed.id(),
                                "adjustOrderLines",
                                        List.of(Map.of(
                                                "orderLineId", line.path("id").asString(), "quantity", pieces)),
                                "refund",
                                        Map.of(
                                                "paymentId",
                                                order(placed)
                                                        .path("payments")
                                                        .path(0)
                                                        .path("id")
                                                        .asString(),
                                                "reason",
                                                "ændret"))));
        owner.ask(
                "mutation ($id: ID!) { transitionOrderToState(id: $id, state: \"PaymentSettled\") { ... on Order { id } ... on ErrorResult { errorCode message } } }",
                Map.of("id", placed.id()));
    }

    private List<Map<String, Object>> lines(Placed placed, Map<String, Integer> pieces) {
        return pieces.entrySet().stream()
                .map(some -> Map.<String, Object>of(
                        "orderLineId", line(placed, some.getKey()).path("id").asString(), "quantity", some.getValue()))
                .toList();
    }

    private JsonNode line(Placed placed, String sku) {
        return order(placed)
                .path("lines")
                .valueStream()
                .filter(line ->
                        line.path("productVariant").path("sku").asString().equals(sku))
                .findFirst()
                .orElseThrow();
    }
}
