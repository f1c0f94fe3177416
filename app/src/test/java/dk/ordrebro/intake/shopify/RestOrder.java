package dk.ordrebro.intake.shopify;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An order in the shape of the older REST API, which webhook bodies still have, told in the shape we ask for: so that orders published in the old shape
 * can be read too. The two recordings there are of one order must come to the same.
 */
final class RestOrder {

    private final JsonNode rest;
    private final ObjectNode order = Json.MAPPER.createObjectNode();

    private RestOrder(JsonNode rest) {
        this.rest = rest;
    }

    static ObjectNode asGraphql(JsonNode rest) {
        return new RestOrder(rest).convert();
    }

    private static String gid(String type, JsonNode id) {
        return "gid://shopify/" + type + "/" + id.asString();
    }

    private ObjectNode convert() {
        order.put("id", gid("Order", rest.path("id")))
                .put("legacyResourceId", rest.path("id").asString());
        copy(rest, order, "name", "name").put("test", rest.path("test").asBoolean(false));
        copy(rest, order, "updated_at", "updatedAt");
        copy(rest, order, "processed_at", "processedAt");
        copy(rest, order, "cancelled_at", "cancelledAt");
        copy(rest, order, "currency", "currencyCode");
        copy(rest, order, "presentment_currency", "presentmentCurrencyCode");
        order.put("taxesIncluded", rest.path("taxes_included").asBoolean(false));
        order.put(
                "displayFinancialStatus",
                rest.path("financial_status").asString("").toUpperCase(Locale.ROOT));
        order.put(
                "displayFulfillmentStatus",
                fulfillment(rest.path("fulfillment_status").asString("")));
        copy(rest, order, "email", "email");
        copy(rest, order, "phone", "phone");
        copy(rest, order, "note", "note");
        attributes();
        customer();
        order.putNull("purchasingEntity");
        address("billing_address", "billingAddress");
        address("shipping_address", "shippingAddress");
        totals();
        order.putArray("additionalFees");
        order.putArray("transactions");
        lines(order.putObject("lineItems").putArray("nodes"));
        freight(order.putObject("shippingLines").putArray("nodes"));
        sent(order.putArray("fulfillments"));
        refunds(order.putArray("refunds"));
        return order;
    }

    private static String fulfillment(String status) {
        return switch (status) {
            case "" -> "UNFULFILLED";
            case "partial" -> "PARTIALLY_FULFILLED";
            default -> status.toUpperCase(Locale.ROOT);
        };
    }

    private static ObjectNode copy(JsonNode from, ObjectNode to, String name, String as) {
        JsonNode value = from.path(name);
        return value.isMissingNode() ? to.putNull(as) : to.set(as, value);
    }

    private void attributes() {
        ArrayNode attributes = order.putArray("customAttributes");
        rest.path("note_attributes")
                .values()
                .forEach(one -> attributes
                        .addObject()
                        .put("key", one.path("name").asString(""))
                        .put("value", one.path("value").asString("")));
    }

    private void customer() {
        JsonNode customer = rest.path("customer");
        if (!customer.isObject()) {
            order.putNull("customer");
            return;
        }
        ObjectNode told = order.putObject("customer").put("id", gid("Customer", customer.path("id")));
        told.put("legacyResourceId", customer.path("id").asString());
        copy(customer, told, "first_name", "firstName");
        copy(customer, told, "last_name", "lastName");
        copy(customer, told, "email", "email");
    }

    private void address(String name, String as) {
        JsonNode address = rest.path(name);
        if (!address.isObject()) {
            order.putNull(as);
            return;
        }
        ObjectNode told = order.putObject(as);
        for (String part : List.of("name", "company", "address1", "address2", "zip", "city", "phone")) {
            copy(address, told, part, part);
        }
        copy(address, told, "country_code", "countryCodeV2");
    }

    private void totals() {
        for (String[] one : new String[][] {
            {"total_price", "totalPriceSet"},
            {"current_total_price", "currentTotalPriceSet"},
            {"total_tax", "totalTaxSet"},
            {"current_total_tax", "currentTotalTaxSet"},
            {"total_tip_received", "totalTipReceivedSet"},
            {"total_outstanding", "netPaymentSet"}
        }) {
            money(rest, one[0], order, one[1]);
        }
        order.putNull("originalTotalDutiesSet").putNull("currentTotalDutiesSet");
    }

    /** The two columns where they are told, else the plain amount, which is in the shop's currency. */
    private void money(JsonNode from, String name, ObjectNode to, String as) {
        JsonNode set = from.path(name + "_set");
        ObjectNode bag = to.putObject(as);
        column(bag, "shopMoney", set.path("shop_money"), from.path(name), "currency");
        column(bag, "presentmentMoney", set.path("presentment_money"), from.path(name), "presentment_currency");
    }

    private void column(ObjectNode bag, String name, JsonNode told, JsonNode plain, String currency) {
        String code = told.path("currency_code").asString(rest.path(currency).asString("XXX"));
        bag.putObject(name)
                .put("amount", told.path("amount").asString(plain.asString("0.0")))
                .put("currencyCode", code);
    }

    private void lines(ArrayNode nodes) {
        for (JsonNode line : rest.path("line_items").values()) {
            ObjectNode node = nodes.addObject().put("id", gid("LineItem", line.path("id")));
            copy(line, node, "title", "title");
            copy(line, node, "variant_title", "variantTitle");
            copy(line, node, "sku", "sku");
            int quantity = line.path("quantity").intValue();
            node.put("quantity", quantity);
            node.put("currentQuantity", line.path("current_quantity").asInt(quantity));
            node.put("unfulfilledQuantity", line.path("fulfillable_quantity").asInt(0));
            node.put("nonFulfillableQuantity", 0);
            node.put("isGiftCard", line.path("gift_card").asBoolean(false));
            money(line, "price", node, "originalUnitPriceSet");
            discountsAndTax(line, node);
            node.putArray("duties");
        }
    }

    private void discountsAndTax(JsonNode line, ObjectNode node) {
        ArrayNode discounts = node.putArray("discountAllocations");
        line.path("discount_allocations")
                .values()
                .forEach(one -> money(one, "amount", discounts.addObject(), "allocatedAmountSet"));
        ArrayNode taxes = node.putArray("taxLines");
        for (JsonNode tax : line.path("tax_lines").values()) {
            ObjectNode told = copy(tax, taxes.addObject(), "title", "title");
            copy(tax, told, "rate", "rate");
            copy(tax, told, "channel_liable", "channelLiable");
            money(tax, "price", told, "priceSet");
        }
    }

    private void freight(ArrayNode nodes) {
        for (JsonNode line : rest.path("shipping_lines").values()) {
            ObjectNode node = nodes.addObject().put("id", gid("ShippingLine", line.path("id")));
            copy(line, node, "title", "title")
                    .put("isRemoved", line.path("is_removed").asBoolean(false));
            money(line, "price", node, "originalPriceSet");
            discountsAndTax(line, node);
        }
    }

    private void sent(ArrayNode nodes) {
        for (JsonNode one : rest.path("fulfillments").values()) {
            ObjectNode node = nodes.addObject().put("id", gid("Fulfillment", one.path("id")));
            node.put("status", one.path("status").asString("").toUpperCase(Locale.ROOT));
            copy(one, node, "created_at", "createdAt");
            ArrayNode lines = node.putObject("fulfillmentLineItems").putArray("nodes");
            one.path("line_items")
                    .values()
                    .forEach(line -> lines.addObject()
                            .put("quantity", line.path("quantity").intValue())
                            .putObject("lineItem")
                            .put("id", gid("LineItem", line.path("id"))));
        }
    }

    private void refunds(ArrayNode nodes) {
        rest.path("refunds").values().forEach(one -> refund(one, nodes.addObject()));
    }

    private void refund(JsonNode one, ObjectNode node) {
        node.put("id", gid("Refund", one.path("id"))).putNull("duties");
        copy(one, node, "created_at", "createdAt");
        copy(one, node, "processed_at", "processedAt");
        money(paidBack(one), "amount", node, "totalRefundedSet");
        ArrayNode lines = node.putObject("refundLineItems").putArray("nodes");
        for (JsonNode line : one.path("refund_line_items").values()) {
            ObjectNode told =
                    lines.addObject().put("quantity", line.path("quantity").intValue());
            told.put("restockType", line.path("restock_type").asString("").toUpperCase(Locale.ROOT));
            money(line, "subtotal", told, "subtotalSet");
            money(line, "total_tax", told, "totalTaxSet");
            told.putObject("lineItem").put("id", gid("LineItem", line.path("line_item_id")));
        }
        ArrayNode freight = node.putObject("refundShippingLines").putArray("nodes");
        for (JsonNode line : one.path("refund_shipping_lines").values()) {
            ObjectNode told = freight.addObject();
            money(line, "subtotal_amount", told, "subtotalAmountSet");
            money(line, "tax_amount", told, "taxAmountSet");
            told.putObject("shippingLine").put("id", gid("ShippingLine", line.path("shipping_line_id")));
        }
        ArrayNode adjustments = node.putObject("orderAdjustments").putArray("nodes");
        for (JsonNode line : one.path("order_adjustments").values()) {
            ObjectNode told = adjustments
                    .addObject()
                    .put("reason", reason(line.path("kind").asString("")));
            money(line, "amount", told, "amountSet");
            money(line, "tax_amount", told, "taxAmountSet");
        }
    }

    private static @Nullable String reason(String kind) {
        return kind.equals("shipping_refund") ? null : "REFUND_DISCREPANCY";
    }

    private static JsonNode paidBack(JsonNode refund) {
        return refund.path("transactions").path(0);
    }
}
