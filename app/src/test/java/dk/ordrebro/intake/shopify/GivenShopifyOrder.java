package dk.ordrebro.intake.shopify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds an order as Shopify's Admin API tells it, with totals that follow from its lines and refunds; a test names only what it is about.
 * Prices include 25 % VAT, and the customer lives in Copenhagen.
 */
public final class GivenShopifyOrder {

    private static final BigDecimal RATE = new BigDecimal("0.25");

    private final String id;
    private boolean included = true;
    private String currency = "DKK";
    private String updatedAt = "2026-11-23T12:00:00+01:00";
    private String status = "UNFULFILLED";
    private final List<Line> lines = new ArrayList<>();
    private BigDecimal freight = BigDecimal.ZERO;
    private final Map<String, Sent> sent = new LinkedHashMap<>();
    private final Map<String, Refunded> refunds = new LinkedHashMap<>();
    private BigDecimal tip = BigDecimal.ZERO;

    private GivenShopifyOrder(String id) {
        this.id = id;
    }

    private record Line(String id, int quantity, BigDecimal price, BigDecimal discount, BigDecimal rate) {

        BigDecimal amount() {
            return price.multiply(BigDecimal.valueOf(quantity)).subtract(discount);
        }
    }

    private record Sent(Map<String, Integer> pieces, String status) {}

    private record Refunded(Map<String, Integer> pieces, String restock, boolean freight, String adjustment) {}

    public static GivenShopifyOrder order(String id) {
        return new GivenShopifyOrder(id);
    }

    public GivenShopifyOrder net() {
        included = false;
        return this;
    }

    public GivenShopifyOrder in(String code) {
        currency = code;
        return this;
    }

    public GivenShopifyOrder updated(String at) {
        updatedAt = at;
        return this;
    }

    public GivenShopifyOrder status(String fulfillment) {
        status = fulfillment;
        return this;
    }

    public GivenShopifyOrder line(String lineId, int quantity, String price) {
        return line(lineId, quantity, price, "0");
    }

    public GivenShopifyOrder line(String lineId, int quantity, String price, String discount) {
        lines.add(new Line(lineId, quantity, new BigDecimal(price), new BigDecimal(discount), RATE));
        return this;
    }

    public GivenShopifyOrder untaxed(String lineId, int quantity, String price) {
        lines.add(new Line(lineId, quantity, new BigDecimal(price), BigDecimal.ZERO, BigDecimal.ZERO));
        return this;
    }

    public GivenShopifyOrder freight(String price) {
        freight = new BigDecimal(price);
        return this;
    }

    public GivenShopifyOrder tip(String amount) {
        tip = new BigDecimal(amount);
        return this;
    }

    public GivenShopifyOrder sent(String key, Map<String, Integer> pieces) {
        return sent(key, pieces, "SUCCESS");
    }

    public GivenShopifyOrder sent(String key, Map<String, Integer> pieces, String fulfillmentStatus) {
        sent.put(key, new Sent(pieces, fulfillmentStatus));
        return this;
    }

    public GivenShopifyOrder refunded(String key, Map<String, Integer> pieces, String restock, boolean freightToo) {
        refunds.put(key, new Refunded(pieces, restock, freightToo, "0"));
        return this;
    }

    public GivenShopifyOrder refundedMoney(String key, String amount) {
        refunds.put(key, new Refunded(Map.of(), "NO_RESTOCK", false, amount));
        return this;
    }

    private BigDecimal tax(BigDecimal amount, BigDecimal rate) {
        BigDecimal tax = amount.multiply(rate);
        BigDecimal exact = included ? tax.divide(BigDecimal.ONE.add(rate), 10, RoundingMode.HALF_UP) : tax;
        return exact.setScale(decimals(), RoundingMode.HALF_UP);
    }

    private int decimals() {
        return currency.equals("JPY") ? 0 : 2;
    }

    private BigDecimal share(Line line, int pieces) {
        return line.amount()
                .multiply(BigDecimal.valueOf(pieces))
                .divide(BigDecimal.valueOf(line.quantity), decimals(), RoundingMode.HALF_UP);
    }

    private Line line(String lineId) {
        return lines.stream().filter(one -> one.id.equals(lineId)).findFirst().orElseThrow();
    }

    public ObjectNode json() {
        ObjectNode order = Json.MAPPER.createObjectNode();
        order.put("id", gid("Order", id))
                .put("legacyResourceId", id)
                .put("name", "#" + id)
                .put("test", false);
        order.put("updatedAt", updatedAt)
                .put("processedAt", "2026-11-20T10:00:00+01:00")
                .putNull("cancelledAt");
        order.put("currencyCode", currency)
                .put("presentmentCurrencyCode", currency)
                .put("taxesIncluded", included);
        order.put("displayFinancialStatus", "PAID").put("displayFulfillmentStatus", status);
        order.put("email", "ida@example.com").putNull("phone").putNull("note");
        order.putArray("customAttributes");
        order.putObject("customer")
                .put("id", gid("Customer", "7"))
                .put("legacyResourceId", "7")
                .put("firstName", "Ida")
                .put("lastName", "Holm")
                .put("email", "ida@example.com");
        order.putNull("purchasingEntity");
        address(order.putObject("billingAddress"));
        address(order.putObject("shippingAddress"));
        addTotals(order);
        order.putNull("originalTotalDutiesSet").putNull("currentTotalDutiesSet");
        order.putArray("additionalFees");
        addPayment(order.putArray("transactions"));
        addLines(order.putObject("lineItems").putArray("nodes"));
        addFreight(order.putObject("shippingLines").putArray("nodes"));
        addSent(order.putArray("fulfillments"));
        addRefunds(order.putArray("refunds"));
        return order;
    }

    private static String gid(String type, String of) {
        return "gid://shopify/" + type + "/" + of;
    }

    private static void address(ObjectNode address) {
        address.put("name", "Ida Holm")
                .putNull("company")
                .put("address1", "Bredgade 4")
                .putNull("address2");
        address.put("zip", "1260")
                .put("city", "København K")
                .put("countryCodeV2", "DK")
                .putNull("phone");
    }

    private void addTotals(ObjectNode order) {
        BigDecimal amount = freight.add(tip);
        BigDecimal tax = tax(freight, RATE);
        for (Line line : lines) {
            amount = amount.add(line.amount());
            tax = tax.add(tax(line.amount(), line.rate));
        }
        BigDecimal backAmount = BigDecimal.ZERO;
        BigDecimal backTax = BigDecimal.ZERO;
        for (Refunded refund : refunds.values()) {
            for (var piece : refund.pieces.entrySet()) {
                BigDecimal share = share(line(piece.getKey()), piece.getValue());
                backAmount = backAmount.add(share);
                backTax = backTax.add(tax(share, line(piece.getKey()).rate));
            }
            if (refund.freight) {
                backAmount = backAmount.add(freight);
                backTax = backTax.add(tax(freight, RATE));
            }
        }
        money(order, "totalPriceSet", included ? amount : amount.add(tax));
        money(order, "totalTaxSet", tax);
        BigDecimal nowTax = tax.subtract(backTax);
        BigDecimal now = amount.subtract(backAmount);
        money(order, "currentTotalPriceSet", included ? now : now.add(nowTax));
        money(order, "currentTotalTaxSet", nowTax);
        money(order, "totalTipReceivedSet", tip);
        money(order, "netPaymentSet", BigDecimal.ZERO);
    }

    private void money(ObjectNode owner, String name, BigDecimal amount) {
        ObjectNode bag = owner.putObject(name);
        for (String column : List.of("shopMoney", "presentmentMoney")) {
            bag.putObject(column)
                    .put(
                            "amount",
                            amount.setScale(Math.max(1, decimals()), RoundingMode.HALF_UP)
                                    .toPlainString())
                    .put("currencyCode", currency);
        }
    }

    private void addPayment(ArrayNode transactions) {
        ObjectNode paid = transactions.addObject().put("id", gid("OrderTransaction", id + "1"));
        paid.put("kind", "SALE").put("status", "SUCCESS").put("test", false);
        paid.put("gateway", "shopify_payments").put("formattedGateway", "Shopify Payments");
        money(paid, "amountSet", BigDecimal.ONE);
    }

    private int pieces(String lineId, boolean sentOnes, String restock) {
        return sentOnes
                ? sent.values().stream()
                        .filter(one -> !one.status.equals("CANCELLED"))
                        .mapToInt(one -> one.pieces.getOrDefault(lineId, 0))
                        .sum()
                : refunds.values().stream()
                        .filter(one -> restock.isEmpty() || one.restock.equals(restock))
                        .mapToInt(one -> one.pieces.getOrDefault(lineId, 0))
                        .sum();
    }

    private void addLines(ArrayNode nodes) {
        for (Line line : lines) {
            ObjectNode node =
                    nodes.addObject().put("id", gid("LineItem", line.id)).put("title", "Vare " + line.id);
            node.putNull("variantTitle").put("sku", "SKU-" + line.id).put("quantity", line.quantity);
            node.put("currentQuantity", line.quantity - pieces(line.id, false, ""));
            node.put(
                    "unfulfilledQuantity",
                    line.quantity - pieces(line.id, true, "") - pieces(line.id, false, "CANCEL"));
            node.put("nonFulfillableQuantity", 0).put("isGiftCard", false);
            money(node, "originalUnitPriceSet", line.price);
            ArrayNode discounts = node.putArray("discountAllocations");
            if (line.discount.signum() != 0) {
                money(discounts.addObject(), "allocatedAmountSet", line.discount);
            }
            addTax(node.putArray("taxLines"), line.amount(), line.rate);
            node.putArray("duties");
        }
    }

    private void addTax(ArrayNode taxes, BigDecimal amount, BigDecimal rate) {
        if (rate.signum() != 0) {
            ObjectNode tax =
                    taxes.addObject().put("title", "DK VAT").put("rate", rate).put("channelLiable", false);
            money(tax, "priceSet", tax(amount, rate));
        }
    }

    private void addFreight(ArrayNode nodes) {
        if (freight.signum() != 0) {
            ObjectNode node =
                    nodes.addObject().put("id", gid("ShippingLine", "9")).put("title", "PostNord");
            node.put("isRemoved", false);
            money(node, "originalPriceSet", freight);
            node.putArray("discountAllocations");
            addTax(node.putArray("taxLines"), freight, RATE);
        }
    }

    private void addSent(ArrayNode fulfillments) {
        sent.forEach((key, one) -> {
            ObjectNode node =
                    fulfillments.addObject().put("id", gid("Fulfillment", key)).put("status", one.status);
            node.put("createdAt", "2026-11-23T12:00:00+01:00");
            ArrayNode nodes = node.putObject("fulfillmentLineItems").putArray("nodes");
            one.pieces.forEach((lineId, quantity) -> nodes.addObject()
                    .put("id", gid("FulfillmentLineItem", key + lineId))
                    .put("quantity", quantity)
                    .putObject("lineItem")
                    .put("id", gid("LineItem", lineId)));
        });
    }

    private void addRefunds(ArrayNode nodes) {
        refunds.forEach((key, refund) -> {
            ObjectNode node = nodes.addObject().put("id", gid("Refund", key));
            node.put("createdAt", "2026-11-23T12:30:00+01:00").put("processedAt", "2026-11-23T12:30:00+01:00");
            node.putArray("duties");
            ArrayNode pieces = node.putObject("refundLineItems").putArray("nodes");
            BigDecimal total = new BigDecimal(refund.adjustment);
            for (var piece : refund.pieces.entrySet()) {
                BigDecimal share = share(line(piece.getKey()), piece.getValue());
                total = total.add(share);
                ObjectNode line = pieces.addObject().put("id", gid("RefundLineItem", key + piece.getKey()));
                line.put("quantity", piece.getValue()).put("restockType", refund.restock);
                money(line, "subtotalSet", share);
                money(line, "totalTaxSet", tax(share, line(piece.getKey()).rate));
                line.putObject("lineItem").put("id", gid("LineItem", piece.getKey()));
            }
            ArrayNode freights = node.putObject("refundShippingLines").putArray("nodes");
            if (refund.freight) {
                total = total.add(freight);
                ObjectNode line = freights.addObject().put("id", gid("RefundShippingLine", key));
                money(line, "subtotalAmountSet", freight);
                money(line, "taxAmountSet", tax(freight, RATE));
                line.putObject("shippingLine").put("id", gid("ShippingLine", "9"));
            }
            ArrayNode adjustments = node.putObject("orderAdjustments").putArray("nodes");
            if (!refund.adjustment.equals("0")) {
                ObjectNode one = adjustments.addObject().put("id", gid("OrderAdjustment", key));
                one.put("reason", "REFUND_DISCREPANCY");
                money(one, "amountSet", new BigDecimal(refund.adjustment).negate());
                money(one, "taxAmountSet", BigDecimal.ZERO);
            }
            money(node, "totalRefundedSet", total);
        });
    }
}
