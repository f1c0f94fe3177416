package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.intake.ShopDelivery;
import dk.ordrebro.intake.Translation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads one order of Shopify's. */
final class ShopifyTranslation {

    private static final Set<String> FINANCIAL = Set.of(
            "AUTHORIZED", "EXPIRED", "PAID", "PARTIALLY_PAID", "PARTIALLY_REFUNDED", "PENDING", "REFUNDED", "VOIDED");

    private static final Set<String> FULFILLMENT = Set.of(
            "FULFILLED",
            "FULFILLMENT_NOT_REQUIRED",
            "IN_PROGRESS",
            "ON_HOLD",
            "OPEN",
            "PARTIALLY_FULFILLED",
            "PENDING_FULFILLMENT",
            "REQUEST_DECLINED",
            "RESTOCKED",
            "SCHEDULED",
            "UNFULFILLED");

    private final ShopContext shop;
    private final JsonNode order;
    private final Column column;
    private final boolean cancelled;
    private final List<ShopifyShipment> shipments;
    private final PieceHistory history;
    private final ShopifyTotals totals;

    private ShopifyTranslation(ShopContext shop, JsonNode order) {
        this.shop = shop;
        this.order = order;
        refuseUnknownWords();
        this.column = Column.of(order);
        this.cancelled = Json.text(order, "cancelledAt") != null;
        LineReader reader = new LineReader(order, column);
        List<ShopifyLine> lines = reader.lines();
        this.shipments = ShopifyShipment.of(order);
        this.history = PieceHistory.of(lines, shipments, ShopifyRefund.of(order, column));
        this.totals = ShopifyTotals.of(order, reader, lines, history);
        refuseFreightTakenOffLater();
    }

    static Translation of(ShopContext shop, JsonNode answer) {
        JsonNode order = answer.path("data").path("order");
        if (!order.isObject()) {
            return Translation.NotUnderstood.because(ReasonKind.SHOPIFY_NO_ORDER);
        }
        if (order.path("test").asBoolean(false)) {
            return new Translation.Passed("a test order");
        }
        try {
            return new ShopifyTranslation(shop, order).understood();
        } catch (Unclear unclear) {
            return new Translation.NotUnderstood(List.of(unclear.reason()));
        }
    }

    private void refuseUnknownWords() {
        refuse("displayFulfillmentStatus", FULFILLMENT);
        if (Json.text(order, "displayFinancialStatus") != null) {
            refuse("displayFinancialStatus", FINANCIAL);
        }
    }

    private void refuse(String field, Set<String> known) {
        String word = Json.required(order, field);
        if (!known.contains(word)) {
            throw new Unclear(ReasonKind.SHOPIFY_WORD_UNKNOWN, field, word);
        }
    }

    /** Whether it was taken off before or after the first invoice, which would have it, is not told. */
    private void refuseFreightTakenOffLater() {
        boolean removed = Connections.nodes(order, "shippingLines")
                .anyMatch(line -> line.path("isRemoved").asBoolean(false));
        if (removed && shipments.stream().anyMatch(one -> one.fate() == ShopifyShipment.Fate.SENT)) {
            throw new Unclear(ReasonKind.SHOPIFY_FREIGHT_REMOVED);
        }
    }

    /** A cancelled order is not invoiced, and what was invoiced of it is credited with its deliveries. */
    private Translation understood() {
        var made = new OrderMaker(shop, order, column, cancelled, totals, history).order();
        if (cancelled) {
            return new Translation.Understood(made, deliveries(), List.of(), moneyKept());
        }
        Returns returns = new Returns(
                shop.integration().freightRule(),
                column,
                order.path("taxesIncluded").asBoolean(false),
                totals.lines(),
                history);
        List<Reason> questions = new ArrayList<>(returns.questions());
        questions.addAll(withoutPieces());
        questions.addAll(neverSent());
        return new Translation.Understood(made, deliveries(), returns.returns(), returns.refunds(), questions);
    }

    /** A fulfillment that names no pieces delivers none: what it was for is asked. */
    private List<Reason> withoutPieces() {
        return shipments.stream()
                .filter(one ->
                        one.fate() == ShopifyShipment.Fate.SENT && one.pieces().isEmpty())
                .map(one -> Reason.of(ReasonKind.SHOPIFY_NO_PIECES, one.key()))
                .toList();
    }

    private List<ShopDelivery> deliveries() {
        return shipments.stream()
                .filter(one -> one.fate() != ShopifyShipment.Fate.WAITING)
                .filter(one ->
                        one.fate() != ShopifyShipment.Fate.SENT || !one.pieces().isEmpty())
                .map(this::delivery)
                .toList();
    }

    private ShopDelivery delivery(ShopifyShipment shipment) {
        Map<String, BigDecimal> quantities = shipment.pieces().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> BigDecimal.valueOf(one.getValue())));
        boolean withdrawn = cancelled || shipment.fate() == ShopifyShipment.Fate.WITHDRAWN;
        return new ShopDelivery(shipment.key(), shipment.at(), quantities, withdrawn);
    }

    private List<Reason> moneyKept() {
        BigDecimal kept = column.cash(order.path("netPaymentSet"));
        return kept.signum() == 0
                ? List.of()
                : List.of(Reason.of(
                        ReasonKind.SHOPIFY_CANCELLED_WITH_MONEY,
                        column.money(kept).toString()));
    }

    /** Goods the shop is done with, but which no fulfillment names: nothing would ever invoice them. */
    private List<Reason> neverSent() {
        String status = Json.required(order, "displayFulfillmentStatus");
        boolean done = status.equals("FULFILLED") || status.equals("FULFILLMENT_NOT_REQUIRED");
        List<ShopifyLine> unsent = totals.lines().stream()
                .filter(line -> line.isGoods() && history.sent(line) < history.ordered(line))
                .toList();
        return done && !unsent.isEmpty()
                ? List.of(Reason.of(ReasonKind.SHOPIFY_NOT_SENT, LineReader.titles(unsent.stream())))
                : List.of();
    }
}
