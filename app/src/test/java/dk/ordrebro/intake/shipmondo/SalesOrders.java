package dk.ordrebro.intake.shipmondo;

import dk.ordrebro.enrichment.Given;
import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.intake.ShopDelivery;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.intake.push.PushOrders;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Raw;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Sales orders for tests: the recording of an order that was sent, and what differs from it. */
final class SalesOrders {

    private SalesOrders() {}

    /** Two mugs, a tea and freight: 427.90 with VAT, all delivered. */
    static ObjectNode sent() {
        return (ObjectNode) Told.MAPPER.readTree(resource("constructed-sales-order-sent.json"));
    }

    static ObjectNode sent(Consumer<ObjectNode> change) {
        ObjectNode order = sent();
        change.accept(order);
        return order;
    }

    static ObjectNode line(ObjectNode order, int index) {
        return (ObjectNode) order.get("order_lines").get(index);
    }

    static ObjectNode payment(ObjectNode order) {
        return (ObjectNode) order.get("payment_details");
    }

    /** Adds a line of quantity 1. */
    static void add(ObjectNode order, int id, String type, String unitPrice, String rate) {
        order.withArray("order_lines")
                .addObject()
                .put("id", id)
                .put("line_type", type)
                .put("item_name", type + " " + id)
                .put("quantity", "1.0")
                .put("unit_price_excluding_vat", unitPrice)
                .put("vat_percent", rate)
                .put("currency_code", "DKK");
    }

    static void total(ObjectNode order, String net, String vat, String gross) {
        payment(order).put("amount_excluding_vat", net).put("vat_amount", vat).put("amount_including_vat", gross);
    }

    static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(SalesOrders.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ShopContext shop() {
        return new ShopContext(
                Given.shop(),
                new ShopConnection(Given.shop().company(), Given.shop().id(), Map.of(), Map.of(), Map.of()));
    }

    static Translation translate(Object json) {
        return SalesOrder.translate(shop(), Raw.of(json.toString()));
    }

    /** What a translation says, for a person to read: the order in our push format, and below it what was delivered and asked. */
    static String written(Translation translation) {
        return switch (translation) {
            case Translation.Understood(var order, var deliveries, var returns, var refunds, var questions) -> {
                StringBuilder text = new StringBuilder(new PushOrders().write(order)).append('\n');
                deliveries.forEach(one -> text.append(written(one)).append('\n'));
                returns.forEach(one -> text.append("return ").append(one).append('\n'));
                questions.forEach(one -> text.append(written(one)).append('\n'));
                yield text.toString();
            }
            case Translation.Passed(String why) -> "passed over: " + why + "\n";
            case Translation.NotUnderstood(var reasons) -> "not understood: " + reasons + "\n";
        };
    }

    private static String written(ShopDelivery one) {
        return (one.cancelled() ? "cancelled delivery " : "delivery ") + one.shopKey() + " at " + one.handledAt() + ": "
                + new TreeMap<>(one.quantities());
    }

    private static String written(Reason question) {
        return "question " + question.code() + " " + question.facts();
    }
}
