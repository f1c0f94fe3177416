package dk.ordrebro.intake.shipmondo;

import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.StatedTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a sales order ({@code docs/reference/shipmondo.md} 12.5). */
final class SalesLines {

    private final CurrencyUnit currency;
    private final StatedTotals stated;
    private final Told payment;
    private final Set<String> keys = new HashSet<>();

    SalesLines(CurrencyUnit currency, StatedTotals stated, Told payment) {
        this.currency = currency;
        this.stated = stated;
        this.payment = payment;
    }

    List<OrderLine> read(List<Told> told) {
        if (told.isEmpty()) {
            throw new Unclear(ReasonKind.SHIPMONDO_MISSING, "order_lines");
        }
        List<OrderLine> lines = new ArrayList<>();
        told.forEach(line -> lines.add(line(line)));
        return lines;
    }

    private OrderLine line(Told line) {
        String key = line.requiredText("id");
        if (!keys.add(key)) {
            throw new Unclear(ReasonKind.SHIPMONDO_LINE_TWICE, key);
        }
        String other = line.text("currency_code");
        if (!other.isEmpty() && !other.equals(currency.getCode())) {
            throw new Unclear(ReasonKind.SHIPMONDO_CURRENCIES, currency.getCode(), other);
        }
        BigDecimal quantity = line.required("quantity");
        BigDecimal off = line.number("discount_amount_excluding_vat").orElse(BigDecimal.ZERO);
        return new OrderLine(
                key,
                kind(line.requiredText("line_type")),
                line.text("item_sku").isEmpty() ? null : line.text("item_sku"),
                title(line),
                quantity,
                price(line, quantity, off),
                off.signum() == 0 ? null : new Discount.Amount(off),
                rate(line));
    }

    private static LineKind kind(String type) {
        return switch (type) {
            case "item" -> LineKind.ITEM;
            case "shipping" -> LineKind.FREIGHT;
            case "discount" -> LineKind.DISCOUNT;
            case "gift_card" -> LineKind.GIFT_CARD;
            case "payment_fee" -> LineKind.FEE;
            default -> throw new Unclear(ReasonKind.SHIPMONDO_LINE_TYPE, type);
        };
    }

    private static String title(Told line) {
        String name = line.requiredText("item_name");
        String variant = line.text("item_variant_code");
        return variant.isEmpty() || name.contains(variant) ? name : name + " (" + variant + ")";
    }

    /** The price may be left out where the line's total is given. */
    private static BigDecimal price(Told line, BigDecimal quantity, BigDecimal off) {
        return line.number("unit_price_excluding_vat")
                .orElseGet(() -> perPiece(line.required("amount_excluding_vat").add(off), quantity, line));
    }

    private static BigDecimal perPiece(BigDecimal total, BigDecimal quantity, Told line) {
        try {
            return quantity.signum() == 0 ? BigDecimal.ZERO : total.divide(quantity);
        } catch (ArithmeticException _) {
            // a third of a krone has no end, and a price must not be rounded here
            throw new Unclear(ReasonKind.SHIPMONDO_MISSING, "unit_price_excluding_vat: " + line.text("item_name"));
        }
    }

    /** The line's own rate; else what its amounts show; else what the order's totals show, if that is one rate. */
    private @Nullable VatRate rate(Told line) {
        if (line.text("line_type").equals("gift_card")
                && line.number("vat_percent").isEmpty()) {
            return VatRate.ZERO;
        }
        return line.number("vat_percent")
                .map(told -> Amounts.rate(told, "vat_percent"))
                .or(() -> line.number("amount_excluding_vat")
                        .flatMap(net -> line.number("vat_amount")
                                .filter(_ -> net.scale() <= currency.getDecimalPlaces())
                                .filter(vat -> vat.scale() <= currency.getDecimalPlaces())
                                .flatMap(vat -> Amounts.shown(
                                        Amounts.money(currency, net, "amount_excluding_vat"),
                                        Amounts.money(currency, vat, "vat_amount")))))
                .or(() -> Amounts.shown(stated.net(), stated.vat()))
                .orElseThrow(() -> new Unclear(
                        ReasonKind.SHIPMONDO_RATE_MISSING, line.text("item_name"), payment.text("vat_percent")));
    }
}
