package dk.ordrebro.intake.vendure;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the lines of an order, with VAT, each discount on the line it belongs to (Vendure's own spreading, "prorated"). */
final class Lines {

    /** Enough for a price that, times its quantity, is the line's amount to the øre. */
    private static final int PRICE_DECIMALS = 12;

    private final JsonNode order;
    private final Amounts amounts;
    private final Pieces pieces;
    private final List<Reason> wrong = new ArrayList<>();

    Lines(JsonNode order, Amounts amounts, Pieces pieces) {
        this.order = order;
        this.amounts = amounts;
        this.pieces = pieces;
    }

    /** What of it could not be understood; complete after {@link #all()}. */
    List<Reason> wrong() {
        return List.copyOf(wrong);
    }

    /** Items, then freight, then surcharges; of an order that was cancelled before anything went out only the items, all of quantity 0. */
    List<OrderLine> all() {
        Stream<OrderLine> items = order.path("lines").valueStream().map(this::item);
        return pieces.nothingGoesOut()
                ? items.toList()
                : Stream.of(
                                items,
                                order.path("shippingLines").valueStream().map(this::freight),
                                order.path("surcharges").valueStream().map(this::surcharge))
                        .flatMap(lines -> lines)
                        .toList();
    }

    private OrderLine item(JsonNode line) {
        if (line.path("taxLines").size() > 1) {
            wrong.add(Reason.of(ReasonKind.VENDURE_SEVERAL_TAXES, title(line)));
        }
        BigDecimal quantity = BigDecimal.valueOf(pieces.ordered(line));
        long now = line.path("quantity").asLong();
        long value = now == 0
                ? Amounts.minor(line.path("proratedUnitPriceWithTax")) * pieces.ordered(line)
                : Amounts.minor(line.path("proratedLinePriceWithTax")) * pieces.ordered(line) / now;
        return line(
                line.path("id").asString(),
                LineKind.ITEM,
                line.path("productVariant").path("sku").asString(null),
                title(line),
                quantity,
                Amounts.minor(line.path("unitPriceWithTax")),
                value,
                rate(line.path("taxRate")));
    }

    /**
     * A line whose amount is exactly as the shop says: by its price and a discount where the price is the higher, else by a price with more
     * decimals (a net price times a quantity, rounded by Vendure, can be an øre more than the rounded gross price times it).
     */
    private OrderLine line(
            String key,
            LineKind kind,
            @Nullable String sku,
            String title,
            BigDecimal quantity,
            long unitPrice,
            long value,
            @Nullable VatRate rate) {
        long reduction = unitPrice * quantity.longValueExact() - value;
        boolean byDiscount = reduction >= 0;
        BigDecimal price = byDiscount
                ? amounts.decimal(unitPrice)
                : amounts.decimal(value).divide(quantity, PRICE_DECIMALS, RoundingMode.HALF_UP);
        Discount discount = byDiscount && reduction > 0 ? new Discount.Amount(amounts.decimal(reduction)) : null;
        return new OrderLine(key, kind, sku, title, quantity, price, discount, rate);
    }

    private OrderLine freight(JsonNode line) {
        String method = line.path("shippingMethod").path("name").asString("");
        return line(
                freightKey(line),
                LineKind.FREIGHT,
                null,
                method.isBlank() ? "Fragt" : method,
                BigDecimal.ONE,
                Amounts.minor(line.path("priceWithTax")),
                Amounts.minor(line.path("discountedPriceWithTax")),
                freightRate(line, method));
    }

    static String freightKey(JsonNode line) {
        return "shipping-" + line.path("id").asString();
    }

    /** Vendure does not tell the rate of freight, only amounts with and without VAT and the rates of the order. */
    private @Nullable VatRate freightRate(JsonNode line, String method) {
        long net = Amounts.minor(line.path("discountedPrice"));
        long gross = Amounts.minor(line.path("discountedPriceWithTax"));
        if (net == 0 && gross == 0) {
            return null;
        }
        List<VatRate> fitting = order.path("taxSummary")
                .valueStream()
                .map(tax -> rate(tax.path("taxRate")))
                .filter(Objects::nonNull)
                .distinct()
                .filter(rate -> Math.abs(withVat(net, rate) - gross) <= 1)
                .toList();
        if (fitting.size() != 1) {
            wrong.add(Reason.of(
                    ReasonKind.VENDURE_FREIGHT_VAT, method, amounts.decimal(net) + " → " + amounts.decimal(gross)));
            return null;
        }
        return fitting.getFirst();
    }

    private static long withVat(long net, VatRate rate) {
        return BigDecimal.valueOf(net)
                .multiply(BigDecimal.ONE.add(rate.fraction()))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private OrderLine surcharge(JsonNode line) {
        long gross = Amounts.minor(line.path("priceWithTax"));
        return new OrderLine(
                "surcharge-" + line.path("id").asString(),
                LineKind.FEE,
                line.path("sku").asString(null),
                line.path("description").asString("Gebyr"),
                BigDecimal.ONE,
                amounts.decimal(gross),
                null,
                rate(line.path("taxRate")));
    }

    private static String title(JsonNode line) {
        return line.path("productVariant").path("name").asString("").strip();
    }

    private static @Nullable VatRate rate(JsonNode percent) {
        return percent.isNumber() ? new VatRate(percent.decimalValue()) : null;
    }
}
