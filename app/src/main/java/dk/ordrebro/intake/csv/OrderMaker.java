package dk.ordrebro.intake.csv;

import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderDiscount;
import dk.ordrebro.order.OrderKey;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Orders.Arrival;
import dk.ordrebro.order.Raw;
import dk.ordrebro.order.StatedTotals;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Makes an order of the rows that carry its number. */
final class OrderMaker {

    /** The number of a row is the key of its line, so this is none. */
    private static final String FREIGHT_KEY = "freight";

    private final OrderIntegration shop;
    private final CsvLayout layout;
    private final byte[] header;
    private final Countries countries;

    /** @param header the first line of the file, kept with every order so that its rows can be read alone */
    OrderMaker(OrderIntegration shop, CsvLayout layout, byte[] header) {
        this.shop = shop;
        this.layout = layout;
        this.header = header;
        this.countries = new Countries(layout.ownCountryNames());
    }

    Arrival arrival(Document.Complete document) {
        Item.Head head = Agreement.head(document.items());
        CurrencyUnit currency = head.currency().isEmpty() ? layout.currency() : CurrencyUnit.of(head.currency());
        Address address = address(head);
        Order order = new Order(
                key(document),
                document.number(),
                placedAt(document),
                currency,
                layout.prices(),
                customer(head),
                address,
                address,
                lines(document),
                discounts(document.items()),
                List.of(),
                stated(document.items(), currency),
                null);
        return new Arrival(order, raw(document));
    }

    OrderKey key(Document.Complete document) {
        return new OrderKey(shop.company(), shop.id(), document.number());
    }

    /** The earliest, should its rows differ. */
    static Instant placedAt(Document.Complete document) {
        return document.items().stream()
                .map(Item::at)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private List<OrderLine> lines(Document.Complete document) {
        List<OrderLine> lines = new ArrayList<>();
        for (Item item : document.items()) {
            lines.add(new OrderLine(
                    String.valueOf(lines.size() + 1),
                    layout.kindOf(item.sku()),
                    orNull(item.sku()),
                    item.title(),
                    item.quantity(),
                    item.unitPrice(),
                    null,
                    item.vatRate()));
        }
        Agreement.first(document.items(), Item.Sums::freight)
                .filter(freight -> freight.signum() != 0)
                .ifPresent(freight -> lines.add(new OrderLine(
                        FREIGHT_KEY, LineKind.FREIGHT, null, "Fragt", BigDecimal.ONE, freight, null, null)));
        return lines;
    }

    /** A file tells a reduction with or without a minus; it reduces either way. */
    private static List<OrderDiscount> discounts(List<Item> items) {
        return Agreement.first(items, Item.Sums::discount)
                .filter(discount -> discount.signum() != 0)
                .map(discount -> List.of(new OrderDiscount("Rabat", new Discount.Amount(discount.abs()), false)))
                .orElse(List.of());
    }

    /** With no more decimals than the currency has; a sum written finer is no amount anybody paid. */
    private static StatedTotals stated(List<Item> items, CurrencyUnit currency) {
        Money gross = Agreement.first(items, Item.Sums::total)
                .flatMap(total -> Optional.ofNullable(money(total, currency)))
                .orElse(null);
        Money vat = Agreement.first(items, Item.Sums::tax)
                .flatMap(tax -> Optional.ofNullable(money(tax, currency)))
                .orElse(null);
        return new StatedTotals(null, vat, gross);
    }

    private static @Nullable Money money(BigDecimal amount, CurrencyUnit currency) {
        return amount.stripTrailingZeros().scale() > currency.getDecimalPlaces()
                ? null
                : Money.of(currency, amount, RoundingMode.UNNECESSARY);
    }

    private static Customer customer(Item.Head head) {
        return new Customer(
                orNull(head.customer()),
                orNull(head.company()),
                head.name(),
                orNull(head.email()),
                null,
                orNull(head.vatNumber()),
                false,
                null);
    }

    private Address address(Item.Head head) {
        return new Address(head.name(), head.street(), head.postcode(), head.city(), countries.code(head.country()));
    }

    private Raw raw(Document.Complete document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header);
        document.items().forEach(item -> bytes.writeBytes(item.row().bytes()));
        return Raw.of(bytes.toByteArray());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
