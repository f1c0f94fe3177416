package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.order.LineKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the lines of an order. */
final class LineReader {

    private final JsonNode order;
    private final Column column;
    private final boolean taxesIncluded;
    private final BigDecimal tip;

    LineReader(JsonNode order, Column column) {
        this.order = order;
        this.column = column;
        this.taxesIncluded = Json.flag(order, "taxesIncluded");
        this.tip = column.cash(order.path("totalTipReceivedSet"));
    }

    List<ShopifyLine> lines() {
        refuseDuties();
        List<ShopifyLine> lines = new ArrayList<>();
        Connections.nodes(order, "lineItems").map(this::goods).forEach(lines::add);
        List<JsonNode> freight = Connections.nodes(order, "shippingLines").toList();
        for (int i = 0; i < freight.size(); i++) {
            if (!freight.get(i).path("isRemoved").asBoolean(false)) {
                lines.add(freight(freight.get(i), i + 1));
            }
        }
        order.path("additionalFees").values().stream().map(this::fee).forEach(lines::add);
        lines.forEach(this::check);
        return lines;
    }

    /** What is left of a tip that stands on no line of its own. */
    ShopifyLine tipLine() {
        return once("tip", LineKind.FEE, "Tip", tip, BigDecimal.ZERO, Taxes.NOTHING);
    }

    BigDecimal tip() {
        return tip;
    }

    Column column() {
        return column;
    }

    boolean taxesIncluded() {
        return taxesIncluded;
    }

    private void refuseDuties() {
        Stream<BigDecimal> onOrder = Stream.of("originalTotalDutiesSet", "currentTotalDutiesSet")
                .map(name -> column.amount(order.path(name)));
        Stream<BigDecimal> onLines = Connections.nodes(order, "lineItems")
                .flatMap(line -> line.path("duties").values().stream())
                .map(duty -> column.amount(duty.path("price")));
        Stream.concat(onOrder, onLines)
                .filter(amount -> amount.signum() != 0)
                .findFirst()
                .ifPresent(amount -> {
                    throw new Unclear(
                            ReasonKind.SHOPIFY_DUTIES, column.currency().getCode() + " " + amount.toPlainString());
                });
    }

    private ShopifyLine goods(JsonNode line) {
        String title = title(line);
        int quantity = Json.count(line, "quantity");
        ShopifyLine read = new ShopifyLine(
                Json.idIn(Json.required(line, "id")),
                line.path("isGiftCard").asBoolean(false) ? LineKind.GIFT_CARD : LineKind.ITEM,
                Json.text(line, "sku"),
                title,
                quantity,
                Json.count(line, "currentQuantity"),
                Json.count(line, "unfulfilledQuantity"),
                column.amount(line.path("originalUnitPriceSet")),
                allocated(line),
                Taxes.of(line.path("taxLines"), column, title));
        return isTip(read, line) ? asFee(read) : read;
    }

    /** Shopify keeps a tip as a line that nobody can deliver. */
    private boolean isTip(ShopifyLine line, JsonNode told) {
        return tip.signum() > 0
                && line.kind() == LineKind.ITEM
                && line.sku() == null
                && line.taxes().rate().isZero()
                && line.amount().compareTo(tip) == 0
                && Json.count(told, "nonFulfillableQuantity") == line.quantity();
    }

    private static ShopifyLine asFee(ShopifyLine line) {
        return new ShopifyLine(
                line.key(),
                LineKind.FEE,
                null,
                line.title(),
                line.quantity(),
                line.current(),
                0,
                line.unitPrice(),
                line.discount(),
                line.taxes());
    }

    private static String title(JsonNode line) {
        String variant = Json.text(line, "variantTitle");
        String title = line.path("title").asString("").strip();
        return variant == null ? title : title + " (" + variant + ")";
    }

    /** Its own discounts and its part of the order's: Shopify has divided all of them among the lines. */
    private BigDecimal allocated(JsonNode line) {
        return line.path("discountAllocations").values().stream()
                .map(one -> column.cash(one.path("allocatedAmountSet")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private ShopifyLine freight(JsonNode line, int position) {
        String title = line.path("title").asString("").strip();
        return once(
                freightKey(Json.text(line, "id"), position),
                LineKind.FREIGHT,
                title,
                column.cash(line.path("originalPriceSet")),
                allocated(line),
                Taxes.of(line.path("taxLines"), column, title));
    }

    static String freightKey(@Nullable String globalId, int position) {
        return ShopifyLine.FREIGHT_KEY + (globalId == null ? position : Json.idIn(globalId));
    }

    private ShopifyLine fee(JsonNode fee) {
        String title = Json.required(fee, "name");
        return once(
                "fee-" + Json.idIn(Json.required(fee, "id")),
                LineKind.FEE,
                title,
                column.cash(fee.path("price")),
                BigDecimal.ZERO,
                Taxes.of(fee.path("taxLines"), column, title));
    }

    private static ShopifyLine once(
            String key, LineKind kind, String title, BigDecimal price, BigDecimal discount, Taxes taxes) {
        return new ShopifyLine(key, kind, null, title, 1, 1, 0, price, discount, taxes);
    }

    /** A tax that is not its rate's was changed by hand or by another program; what it means only a person knows. */
    private void check(ShopifyLine line) {
        BigDecimal expected = LineMath.taxIn(line.amount(), line.taxes().rate(), taxesIncluded);
        BigDecimal off = expected.subtract(line.taxes().amount()).abs();
        BigDecimal allowed = column.minor().multiply(BigDecimal.valueOf(Math.max(1, line.quantity())));
        if (off.compareTo(allowed) > 0) {
            throw new Unclear(
                    ReasonKind.SHOPIFY_TAX_ODD,
                    line.title(),
                    line.taxes().amount().toPlainString(),
                    line.taxes().rate().toString(),
                    expected.setScale(column.currency().getDecimalPlaces(), RoundingMode.HALF_UP)
                            .toPlainString());
        }
    }

    /** What people recognise lines by. */
    static String titles(Stream<ShopifyLine> lines) {
        return lines.map(ShopifyLine::title).collect(Collectors.joining(", "));
    }
}
