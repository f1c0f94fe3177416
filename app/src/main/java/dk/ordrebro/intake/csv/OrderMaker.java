package dk.ordrebro.intake.csv;

import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderKey;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Orders.Arrival;
import dk.ordrebro.order.Raw;
import dk.ordrebro.order.StatedTotals;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Makes an order of the rows that carry its number. */
final class OrderMaker {

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
        Item.Head head = document.items().getFirst().head();
        Address address = address(head);
        Order order = new Order(
                key(document),
                document.number(),
                placedAt(document),
                head.currency().isEmpty() ? layout.currency() : CurrencyUnit.of(head.currency()),
                layout.prices(),
                customer(head),
                address,
                address,
                lines(document),
                List.of(),
                List.of(),
                StatedTotals.NONE,
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
        return lines;
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
