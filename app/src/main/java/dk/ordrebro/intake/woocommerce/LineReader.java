package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.LineKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the lines, freights and fees of an order in the shop's amounts, and collects what it does not understand. */
final class LineReader {

    private final JsonNode order;
    private final Taxes taxes;
    private final Plugins plugins;
    private final boolean wholeUnits;
    private final List<Reason> faults;

    /** @param wholeUnits whether the order was made in whole units of the currency, whatever the shop shows now */
    LineReader(JsonNode order, Taxes taxes, Plugins plugins, boolean wholeUnits, List<Reason> faults) {
        this.wholeUnits = wholeUnits;
        this.order = order;
        this.taxes = taxes;
        this.plugins = plugins;
        this.faults = faults;
    }

    List<Sold> read() {
        List<Sold> sold = new ArrayList<>();
        Json.list(order, "line_items").forEach(line -> item(line).ifPresent(sold::add));
        Json.list(order, "shipping_lines").forEach(line -> freight(line).ifPresent(sold::add));
        Json.list(order, "fee_lines").forEach(line -> fee(line).ifPresent(sold::add));
        Json.list(order, "coupon_lines").forEach(this::coupon);
        boolean taxed = sold.stream().anyMatch(one -> one.after().vat().signum() != 0);
        sold.stream()
                .filter(one -> taxed && one.isReduction() && one.after().vat().signum() == 0)
                .forEach(one -> faults.add(Reason.of(
                        ReasonKind.WOO_UNTAXED_REDUCTION,
                        one.title(),
                        one.after().net().toPlainString())));
        return sold;
    }

    private Optional<Sold> item(JsonNode line) {
        String title = title(line, "name");
        Optional<BigDecimal> quantity = Json.number(line, "quantity");
        Optional<Amounts> after = amounts(line, "total", title);
        Optional<Amounts> before = amounts(line, "subtotal", title);
        if (quantity.isEmpty() || after.isEmpty() || before.isEmpty()) {
            quantity.ifPresentOrElse(_ -> {}, () -> odd(title, "quantity"));
            return Optional.empty();
        }
        if (quantity.get().signum() == 0 && !after.get().isZero()) {
            faults.add(Reason.of(
                    ReasonKind.WOO_NO_PIECES, title, after.get().gross().toPlainString()));
            return Optional.empty();
        }
        String sku = Json.words(line, "sku");
        return rate(line, title, quantity.get(), after.get())
                .map(rate -> new Sold(
                        key(line),
                        kind(line, title, rate),
                        sku.isEmpty() ? null : sku,
                        title,
                        quantity.get(),
                        before.get(),
                        after.get(),
                        rate.orElse(null)));
    }

    /** A gift card that was taxed when it was sold is goods to the books; only an untaxed one is money owed. */
    private LineKind kind(JsonNode line, String title, Optional<VatRate> rate) {
        boolean untaxed = rate.filter(VatRate::isZero).isPresent();
        return untaxed && (plugins.isGiftCard(line) || plugins.callsGiftCard(title))
                ? LineKind.GIFT_CARD
                : LineKind.ITEM;
    }

    private Optional<Sold> freight(JsonNode line) {
        return single(line, LineKind.FREIGHT, title(line, "method_title"));
    }

    private Optional<Sold> fee(JsonNode line) {
        String title = title(line, "name");
        Optional<Amounts> charged = amounts(line, "total", title);
        if (charged.isEmpty() || charged.get().net().signum() >= 0) {
            return charged.flatMap(_ -> single(line, LineKind.FEE, title));
        }
        if (plugins.callsGiftCard(title)) {
            faults.add(Reason.of(
                    ReasonKind.WOO_GIFT_CARD_FEE, title, charged.get().gross().toPlainString()));
            return Optional.empty();
        }
        return Optional.of(one(
                line,
                LineKind.FEE,
                title,
                charged.get(),
                taxes.ofReduction(line, charged.get()).orElse(null)));
    }

    /** Free delivery is no line. */
    private Optional<Sold> single(JsonNode line, LineKind kind, String title) {
        return amounts(line, "total", title)
                .filter(charged -> !charged.isZero())
                .flatMap(charged -> rate(line, title, BigDecimal.ONE, charged)
                        .map(rate -> one(line, kind, title, charged, rate.orElse(null))));
    }

    private static Sold one(JsonNode line, LineKind kind, String title, Amounts charged, @Nullable VatRate rate) {
        return new Sold(key(line), kind, null, title, BigDecimal.ONE, charged, charged, rate);
    }

    /** Coupons are inside the lines already; only those that are money in disguise matter. */
    private void coupon(JsonNode line) {
        String type = Json.text(line, "discount_type");
        if (plugins.giftCardCoupon().contains(type)) {
            faults.add(
                    Reason.of(ReasonKind.WOO_GIFT_CARD_COUPON, Json.words(line, "code"), Json.text(line, "discount")));
        }
    }

    private Optional<Optional<VatRate>> rate(JsonNode line, String title, BigDecimal quantity, Amounts charged) {
        return switch (taxes.rate(line, title, quantity, charged)) {
            case Taxes.Found.Rate(var rate) -> Optional.of(rate);
            case Taxes.Found.Odd(var reason) -> {
                faults.add(reason);
                yield Optional.empty();
            }
        };
    }

    private Optional<Amounts> amounts(JsonNode line, String name, String title) {
        Optional<BigDecimal> net = Json.number(line, name);
        Optional<BigDecimal> vat = Json.number(line, name + "_tax");
        if (net.isEmpty() || vat.isEmpty()) {
            odd(title, net.isEmpty() ? name : name + "_tax");
            return Optional.empty();
        }
        return Optional.of(
                wholeUnits ? new Amounts(whole(net.get()), whole(vat.get())) : new Amounts(net.get(), vat.get()));
    }

    private static BigDecimal whole(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP);
    }

    private void odd(String title, String field) {
        faults.add(Reason.of(ReasonKind.WOO_LINE_UNREADABLE, title, field));
    }

    private static String key(JsonNode line) {
        return Json.text(line, "id");
    }

    private static String title(JsonNode line, String name) {
        String title = Json.words(line, name);
        return title.isEmpty() ? "#" + key(line) : title;
    }
}
