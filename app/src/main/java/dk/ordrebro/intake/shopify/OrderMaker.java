package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.StatedTotals;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes our order of what was read: its lines have the pieces that were or will be sent. */
final class OrderMaker {

    private final ShopContext shop;
    private final JsonNode order;
    private final Column column;
    private final boolean cancelled;
    private final ShopifyTotals totals;
    private final PieceHistory history;

    OrderMaker(
            ShopContext shop,
            JsonNode order,
            Column column,
            boolean cancelled,
            ShopifyTotals totals,
            PieceHistory history) {
        this.shop = shop;
        this.order = order;
        this.column = column;
        this.cancelled = cancelled;
        this.totals = totals;
        this.history = history;
    }

    Order order() {
        Buyer buyer = new Buyer(order, shop.connection().setting(ShopifyFields.VAT_FIELD));
        return new Order(
                shop.key(Json.required(order, "legacyResourceId")),
                Json.required(order, "name"),
                OffsetDateTime.parse(Json.required(order, "processedAt")).toInstant(),
                column.currency(),
                totals.taxesIncluded() ? PriceMode.INCLUDING_VAT : PriceMode.EXCLUDING_VAT,
                buyer.customer(),
                buyer.billing(),
                buyer.delivery(),
                totals.lines().stream().map(this::line).toList(),
                List.of(),
                Payments.of(order, column),
                cancelled ? column.totals(BigDecimal.ZERO, BigDecimal.ZERO) : stated(),
                column.danishRate(order.path("totalPriceSet")));
    }

    private OrderLine line(ShopifyLine line) {
        int left = cancelled || isGivenUp(line) ? 0 : history.ordered(line);
        return new OrderLine(
                line.key(),
                line.kind(),
                line.sku(),
                line.title(),
                BigDecimal.valueOf(left),
                line.unitPrice(),
                left == 0 ? null : discount(line),
                // what was given away and names no tax has no rate, and needs none
                line.kind() != LineKind.GIFT_CARD
                                && line.amount().signum() == 0
                                && line.taxes().rate().isZero()
                        ? null
                        : line.taxes().rate());
    }

    /** Freight that was refunded in full on an order nothing is sent of: there is nothing to invoice it with. */
    private boolean isGivenUp(ShopifyLine line) {
        return line.kind() == LineKind.FREIGHT
                && Returns.isRefundedInFull(line, history.refunds())
                && totals.lines().stream().filter(ShopifyLine::isGoods).allMatch(goods -> history.ordered(goods) == 0);
    }

    /** What is left of the line's discount when the pieces that were given up take theirs with them, by the shop's own amounts. */
    private @Nullable Discount discount(ShopifyLine line) {
        BigDecimal withGivenUp = history.givenUp(line).stream()
                .map(pieces -> line.unitPrice()
                        .multiply(BigDecimal.valueOf(pieces.quantity()))
                        .subtract(pieces.subtotal()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal discount = line.discount().subtract(withGivenUp);
        if (discount.signum() < 0) {
            throw new Unclear(
                    ReasonKind.SHOPIFY_REFUND_ODD,
                    line.title(),
                    discount.negate().toPlainString());
        }
        return discount.signum() == 0 ? null : new Discount.Amount(discount);
    }

    private StatedTotals stated() {
        BigDecimal vatOff = givenUp(line -> line.taxes().amount());
        BigDecimal amountOff = givenUp(ShopifyLine::amount);
        BigDecimal grossOff = totals.taxesIncluded() ? amountOff : amountOff.add(vatOff);
        return column.totals(totals.gross().subtract(grossOff), totals.vat().subtract(vatOff));
    }

    private BigDecimal givenUp(Function<ShopifyLine, BigDecimal> amount) {
        return totals.lines().stream().filter(this::isGivenUp).map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
