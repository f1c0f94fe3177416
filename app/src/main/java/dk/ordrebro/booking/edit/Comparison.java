package dk.ordrebro.booking.edit;

import dk.ordrebro.booking.edit.Difference.What;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderDiscount;
import dk.ordrebro.order.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares an order as a document was made of it with the order as it is now, in what a document says: who bought, where it goes, and what was
 * delivered at which price. Status, notes, payments, e-mail and telephone do not matter for a document, and neither does how a number is written.
 */
final class Comparison {

    private final Order then;
    private final Order now;
    private final List<Difference> found = new ArrayList<>();

    private Comparison(Order then, Order now) {
        this.then = then;
        this.now = now;
    }

    /** What no longer fits the document of a delivery. Lines added since are not its affair. */
    static List<Difference> of(Order then, Order now, Fulfillment delivery) {
        Comparison comparison = new Comparison(then, now);
        comparison.heads();
        comparison.discounts();
        delivery.lines().stream().map(part -> part.lineKey()).distinct().forEach(comparison::line);
        return List.copyOf(comparison.found);
    }

    /** Goods and charges that came to an order since. */
    static List<Difference> added(Order then, Order now) {
        List<Difference> added = new ArrayList<>();
        for (OrderLine line : now.deliverableLines()) {
            BigDecimal before = line(then, line.key()).map(OrderLine::quantity).orElse(BigDecimal.ZERO);
            if (line.quantity().subtract(before).signum() == line.quantity().signum()) {
                added.add(new Difference(What.LINE_ADDED, line.title(), plain(before), plain(line.quantity())));
            }
        }
        return added;
    }

    private void heads() {
        differ(What.CURRENCY, then.currency().getCode(), now.currency().getCode());
        Customer before = then.customer();
        Customer after = now.customer();
        differ(What.COMPANY_NAME, text(before.companyName()), text(after.companyName()));
        differ(What.BUYER, before.name(), after.name());
        differ(What.VAT_NUMBER, number(before.vatNumber()), number(after.vatNumber()));
        differ(What.EAN, number(before.ean()), number(after.ean()));
        differ(What.BILLING_ADDRESS, address(then.billing()), address(now.billing()));
        differ(What.DELIVERY_COUNTRY, place(then.delivery()), place(now.delivery()));
    }

    private void differ(What what, String before, String after) {
        if (!same(before, after)) {
            found.add(Difference.of(what, before, after));
        }
    }

    private void discounts() {
        Set<String> before = discounts(then);
        Set<String> after = discounts(now);
        if (!before.equals(after)) {
            found.add(Difference.of(What.ORDER_DISCOUNT, String.join(", ", before), String.join(", ", after)));
        }
    }

    /** Discounts of the whole order, whether told as such or as lines that reduce; worth nothing, they do not count. */
    private Set<String> discounts(Order order) {
        Stream<String> whole = order.discounts().stream()
                .filter(one -> value(one.discount()).signum() != 0)
                .map(Comparison::words);
        Stream<String> lines = order.lines().stream()
                .filter(OrderLine::isReduction)
                .map(line -> plain(rounded(line.value())) + rate(line.vatRate()));
        return Stream.concat(whole, lines).sorted().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String words(OrderDiscount one) {
        return words(one.discount()) + (one.onFreightToo() ? " +" : "");
    }

    private static String words(@Nullable Discount discount) {
        return switch (discount) {
            case null -> "";
            case Discount.Percent(var percent) -> percent.signum() == 0 ? "" : plain(percent) + " %";
            case Discount.Amount(var amount) -> amount.signum() == 0 ? "" : plain(amount);
        };
    }

    private static BigDecimal value(Discount discount) {
        return switch (discount) {
            case Discount.Percent(var percent) -> percent;
            case Discount.Amount(var amount) -> amount;
        };
    }

    private void line(String key) {
        OrderLine before = line(then, key).orElse(null);
        if (before == null) {
            return;
        }
        Optional<OrderLine> kept = line(now, key).filter(line -> line.quantity().signum() != 0);
        if (kept.isEmpty()) {
            found.add(new Difference(What.LINE_GONE, before.title(), plain(before.quantity()), ""));
            return;
        }
        OrderLine after = kept.get();
        line(What.ARTICLE, before, text(before.sku()), text(after.sku()));
        line(What.VAT_RATE, before, rate(before.vatRate()), rate(after.vatRate()));
        line(What.LINE_DISCOUNT, before, words(before.discount()), words(after.discount()));
        if (after.quantity().abs().compareTo(before.quantity().abs()) < 0) {
            line(What.QUANTITY, before, plain(before.quantity()), plain(after.quantity()));
        }
        BigDecimal was = rounded(before.unitPrice().multiply(before.quantity()));
        BigDecimal is = rounded(after.unitPrice().multiply(before.quantity()));
        if (was.compareTo(is) != 0 || then.priceMode() != now.priceMode()) {
            line(What.PRICE, before, plain(before.unitPrice()), plain(after.unitPrice()));
        }
    }

    private void line(What what, OrderLine line, String before, String after) {
        if (!same(before, after)) {
            found.add(new Difference(what, line.title(), before, after));
        }
    }

    private BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(then.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
    }

    private static Optional<OrderLine> line(Order order, String key) {
        return order.lines().stream().filter(line -> line.key().equals(key)).findFirst();
    }

    private static String address(Address address) {
        return Stream.of(address.name(), address.street(), address.postcode(), address.city(), address.country())
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String place(Address address) {
        return (address.postcode() + " " + address.country()).strip();
    }

    private static String rate(@Nullable VatRate rate) {
        return rate == null ? "" : " " + plain(rate.percent()) + " %";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static String number(@Nullable String text) {
        return text(text).replaceAll("[\\s.-]", "");
    }

    private static boolean same(String before, String after) {
        return bare(before).equals(bare(after));
    }

    private static String bare(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
