package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.refund.ShopRefund;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A refund as Shopify tells it: pieces, freight, or only money. Amounts are positive, with or without VAT as the order says.
 *
 * @param key Shopify's id of it
 * @param adjustments what was paid back differently than the pieces say; positive where the shop kept money
 * @param money what was paid back in all
 */
record ShopifyRefund(
        String key,
        Instant at,
        List<Pieces> pieces,
        List<Freight> freight,
        List<BigDecimal> adjustments,
        BigDecimal money) {

    /** What became of the pieces before they were refunded, as far as the shop says. */
    enum Fate {
        /** Never delivered, and never will be. */
        CANCELLED,
        /** They were delivered and came back. */
        RETURNED,
        /** The shop does not say. */
        UNSAID
    }

    record Pieces(String lineKey, int quantity, Fate fate, BigDecimal subtotal, BigDecimal tax) {}

    record Freight(String lineKey, BigDecimal subtotal, BigDecimal tax) {}

    boolean isMoneyOnly() {
        return pieces.isEmpty() && freight.isEmpty();
    }

    static List<ShopifyRefund> of(JsonNode order, Column column) {
        Set<String> removedFreight = Connections.nodes(order, "shippingLines")
                .filter(line -> line.path("isRemoved").asBoolean(false))
                .map(line -> LineReader.freightKey(Json.text(line, "id"), 1))
                .collect(Collectors.toSet());
        return order.path("refunds").values().stream()
                .map(refund -> read(refund, column, removedFreight))
                .toList();
    }

    private static ShopifyRefund read(JsonNode refund, Column column, Set<String> removedFreight) {
        refund.path("duties").values().stream()
                .map(duty -> column.amount(duty.path("amountSet")))
                .filter(amount -> amount.signum() != 0)
                .findFirst()
                .ifPresent(amount -> {
                    throw new Unclear(
                            ReasonKind.SHOPIFY_DUTIES, column.currency().getCode() + " " + amount.toPlainString());
                });
        List<Freight> freight = Connections.nodes(refund, "refundShippingLines")
                .map(line -> freight(line, column))
                .filter(one -> !removedFreight.contains(one.lineKey()))
                .toList();
        return new ShopifyRefund(
                Json.idIn(Json.required(refund, "id")),
                at(refund),
                Connections.nodes(refund, "refundLineItems")
                        .map(line -> pieces(line, column))
                        .toList(),
                freight,
                adjustments(refund, freight, column),
                column.cash(refund.path("totalRefundedSet")));
    }

    private static Instant at(JsonNode refund) {
        String processed = Json.text(refund, "processedAt");
        return OffsetDateTime.parse(processed == null ? Json.required(refund, "createdAt") : processed)
                .toInstant();
    }

    private static Pieces pieces(JsonNode line, Column column) {
        return new Pieces(
                Json.idIn(Json.required(line.path("lineItem"), "id")),
                Json.count(line, "quantity"),
                fate(Json.required(line, "restockType")),
                column.cash(line.path("subtotalSet")),
                column.cash(line.path("totalTaxSet")));
    }

    private static Fate fate(String restockType) {
        return switch (restockType) {
            case "CANCEL" -> Fate.CANCELLED;
            case "RETURN" -> Fate.RETURNED;
            case "NO_RESTOCK", "LEGACY_RESTOCK" -> Fate.UNSAID;
            default -> throw new Unclear(ReasonKind.SHOPIFY_WORD_UNKNOWN, "restockType", restockType);
        };
    }

    private static Freight freight(JsonNode line, Column column) {
        return new Freight(
                LineReader.freightKey(Json.text(line.path("shippingLine"), "id"), 1),
                column.cash(line.path("subtotalAmountSet")),
                column.cash(line.path("taxAmountSet")));
    }

    /** Refunded freight is in older orders told a second time, as an adjustment of the same amount below zero: counted once. */
    private static List<BigDecimal> adjustments(JsonNode refund, List<Freight> freight, Column column) {
        List<BigDecimal> freightAgain = new ArrayList<>(freight.stream()
                .map(one -> one.subtotal.negate().stripTrailingZeros())
                .toList());
        return Connections.nodes(refund, "orderAdjustments")
                .filter(one -> Json.text(one, "reason") != null
                        || !freightAgain.remove(
                                column.cash(one.path("amountSet")).stripTrailingZeros()))
                .map(one -> column.cash(one.path("amountSet")).add(column.cash(one.path("taxAmountSet"))))
                .filter(amount -> amount.signum() != 0)
                .toList();
    }

    /** What was paid back less than pieces and freight are worth; below zero where it was more. */
    BigDecimal kept() {
        return adjustments.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    ShopRefund money(String ownKey, BigDecimal amount, Column column) {
        return new ShopRefund(ownKey, at, column.money(amount), "");
    }
}
