package dk.ordrebro.intake.shipmondo;

import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.shipmondo.PushedNumbers.Pushed;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A pushed sales order as Shipmondo would answer with it: its own words, and with them ids, states and the amounts that follow from the lines. The ids
 * of lines and fulfillments are made of the order's number and their place in it, so that they are the same every time.
 */
final class SalesOrderForm {

    private static final int PLACES = 1_000;

    private final ObjectNode form;
    private final Pushed pushed;

    SalesOrderForm(JsonNode body, Pushed pushed) {
        this.form = body.deepCopy() instanceof ObjectNode object ? object : Told.MAPPER.createObjectNode();
        this.pushed = pushed;
        form.put("id", pushed.number());
        form.remove(List.of("order_fulfillments", "bookkeeping_integration_id"));
        if (!form.hasNonNull("ordered_at")) {
            form.put("ordered_at", pushed.receivedAt().toString());
        }
        lines();
    }

    /** The number of the order an id of a line or a fulfillment was made for. */
    static long orderOf(long id) {
        return id / PLACES;
    }

    static int placeOf(long id) {
        return (int) (id % PLACES);
    }

    /** As it is read. */
    ObjectNode asTold() {
        return form;
    }

    private void lines() {
        int place = 1;
        for (JsonNode node : form.path("order_lines")) {
            if (node instanceof ObjectNode line) {
                line.put("id", pushed.number() * PLACES + place);
            }
            place++;
            if (place >= PLACES) {
                throw new Unclear(ReasonKind.SHIPMONDO_TOO_MANY_LINES, Integer.toString(PLACES - 1));
            }
        }
    }

    /** As it is answered. */
    ObjectNode answered(List<Fulfillment> fulfillments, Instant changedAt) {
        form.path("order_lines").valueStream().map(ObjectNode.class::cast).forEach(line -> {
            derive(line);
            line.put("shipped_quantity", shipped(line, fulfillments).toPlainString());
        });
        boolean any = fulfillments.stream().anyMatch(one -> !one.isReturn());
        boolean all = form.path("order_lines")
                .valueStream()
                .map(Told::new)
                .filter(line -> line.text("line_type").equals("item"))
                .allMatch(line -> line.required("shipped_quantity").compareTo(line.required("quantity")) >= 0);
        form.put(
                "reference",
                Objects.requireNonNullElse(form.path("reference").stringValue(null), new Told(form).text("order_id")));
        form.put("order_status", any && all ? "packed" : "open");
        form.put("fulfillment_status", !any ? "unfulfilled" : all ? "fulfilled" : "partially_fulfilled");
        form.put("fulfilled_percent", any && all ? 100 : 0);
        form.put("shipped_percent", 0);
        form.putNull("payment_status");
        form.putNull("bookkeeping_integration_id");
        form.put("archived", false);
        ArrayNode told = form.putArray("order_fulfillments");
        fulfillments.stream()
                .filter(one -> !one.isReturn())
                .map(this::fulfillment)
                .forEach(told::add);
        form.put("created_at", pushed.receivedAt().toString());
        form.put("updated_at", changedAt.toString());
        return form;
    }

    private static void derive(ObjectNode line) {
        Told told = new Told(line);
        BigDecimal net = told.number("unit_price_excluding_vat")
                .map(price -> told.required("quantity")
                        .multiply(price)
                        .subtract(told.number("discount_amount_excluding_vat").orElse(BigDecimal.ZERO)))
                .orElseGet(() -> told.number("amount_excluding_vat").orElse(BigDecimal.ZERO));
        BigDecimal vat = told.number("vat_percent")
                .map(rate -> Amounts.rate(rate, "vat_percent").fraction().multiply(net))
                .orElse(BigDecimal.ZERO);
        line.put("amount_excluding_vat", shown(net));
        line.put("vat_amount", shown(vat));
        line.put("amount_including_vat", shown(net.add(vat)));
    }

    private static String shown(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static BigDecimal shipped(ObjectNode line, List<Fulfillment> fulfillments) {
        String key = new Told(line).text("id");
        return fulfillments.stream()
                .flatMap(one -> parts(one, key)
                        .map(part -> one.reopens()
                                ? part.quantity().negate()
                                : one.isReturn() ? BigDecimal.ZERO : part.quantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stream<FulfilledLine> parts(Fulfillment one, String key) {
        return one.lines().stream().filter(part -> part.lineKey().equals(key));
    }

    ObjectNode fulfillment(Fulfillment one) {
        ObjectNode told = Told.MAPPER.createObjectNode();
        told.put("id", pushed.number() * PLACES + one.number());
        told.put("sales_order_id", pushed.number());
        told.put("code", new Told(form).text("order_id") + "-" + one.number());
        told.put("type", "outbound");
        told.putNull("shipment_id");
        told.put("cancelled", false);
        told.put("created_at", one.handledAt().toString());
        told.put("updated_at", one.handledAt().toString());
        ArrayNode lines = told.putArray("fulfillment_lines");
        for (FulfilledLine part : one.lines()) {
            lines.addObject()
                    .put("order_line_id", Long.parseLong(part.lineKey()))
                    .put("shipped_quantity", part.quantity().toPlainString());
        }
        return told;
    }
}
