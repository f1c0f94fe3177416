package dk.ordrebro.intake.vendure;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.ShopReturn;
import dk.ordrebro.intake.refund.ShopRefund;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads refunds that have been paid out. One whose amount is that of its pieces, with or without freight, is a return of those that went out. Any
 * other amount is a question, unless what was paid and kept is the order's total as it stands: then the order tells it all.
 */
final class Refunds {

    private final JsonNode order;
    private final Amounts amounts;
    private final Pieces pieces;
    private final Map<String, JsonNode> lines = new HashMap<>();
    private final Map<String, Long> calledOff = new HashMap<>();
    private final List<ShopReturn> returns = new ArrayList<>();
    private final List<ShopRefund> refunds = new ArrayList<>();
    private final List<Reason> questions = new ArrayList<>();

    Refunds(JsonNode order, Amounts amounts, Pieces pieces) {
        this.order = order;
        this.amounts = amounts;
        this.pieces = pieces;
        order.path("lines").forEach(line -> {
            lines.put(line.path("id").asString(), line);
            calledOff.put(line.path("id").asString(), pieces.calledOff(line));
        });
        settled().forEach(this::read);
        askForWhatCameBackUnpaid();
    }

    List<ShopReturn> returns() {
        return List.copyOf(returns);
    }

    /** Money that is not the price of the pieces named. */
    List<ShopRefund> refunds() {
        return List.copyOf(refunds);
    }

    List<Reason> questions() {
        return List.copyOf(questions);
    }

    private Stream<JsonNode> settled() {
        return order.path("payments")
                .valueStream()
                .flatMap(payment -> payment.path("refunds").valueStream())
                .filter(refund -> refund.path("state").asString("").equals("Settled"));
    }

    private void read(JsonNode refund) {
        long rest = Amounts.minor(refund.path("total")) - value(refund);
        long count = refund.path("lines")
                .valueStream()
                .mapToLong(line -> line.path("quantity").asLong())
                .sum();
        boolean freightToo = freight() > 0 && Math.abs(rest - freight()) <= count;
        // Each piece may have been rounded by itself.
        if (Math.abs(rest) <= count || freightToo) {
            takeBack(refund, freightToo);
        } else if (!paidIsTotal()) {
            refunds.add(new ShopRefund(
                    "refund:" + refund.path("id").asString(),
                    paidOut(refund),
                    amounts.money(refund.path("total")),
                    refund.path("reason").asString("")));
        }
    }

    private long value(JsonNode refund) {
        return refund.path("lines")
                .valueStream()
                .mapToLong(line -> Amounts.minor(line(line).path("proratedUnitPriceWithTax"))
                        * line.path("quantity").asLong())
                .sum();
    }

    private JsonNode line(JsonNode refunded) {
        return lines.getOrDefault(refunded.path("orderLineId").asString(), refunded);
    }

    private long freight() {
        return order.path("shippingLines")
                .valueStream()
                .mapToLong(line -> Amounts.minor(line.path("discountedPriceWithTax")))
                .sum();
    }

    private void takeBack(JsonNode refund, boolean freightToo) {
        Map<String, BigDecimal> back = new LinkedHashMap<>();
        for (JsonNode line : refund.path("lines")) {
            String id = line.path("orderLineId").asString();
            long asked = line.path("quantity").asLong();
            long neverSent = Math.min(asked, calledOff.getOrDefault(id, 0L));
            calledOff.merge(id, -neverSent, Long::sum);
            if (asked > neverSent) {
                back.put(id, BigDecimal.valueOf(asked - neverSent));
            }
        }
        if (freightToo) {
            order.path("shippingLines").forEach(line -> back.put(Lines.freightKey(line), BigDecimal.ONE));
        }
        if (!back.isEmpty()) {
            returns.add(new ShopReturn("refund:" + refund.path("id").asString(), paidOut(refund), back));
        }
    }

    private static Instant paidOut(JsonNode refund) {
        return Instant.parse(refund.path("createdAt").asString());
    }

    private boolean paidIsTotal() {
        long paid = order.path("payments")
                .valueStream()
                .filter(payment -> payment.path("state").asString("").equals("Settled"))
                .mapToLong(payment -> Amounts.minor(payment.path("amount")))
                .sum();
        long refunded = settled()
                .mapToLong(refund -> Amounts.minor(refund.path("total")))
                .sum();
        return paid - refunded == Amounts.minor(order.path("totalWithTax"));
    }

    /** Goods that came back without money following: only a person knows whether it will. */
    private void askForWhatCameBackUnpaid() {
        for (JsonNode line : order.path("lines")) {
            BigDecimal paid = returns.stream()
                    .map(back -> back.quantities().getOrDefault(line.path("id").asString(), BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (BigDecimal.valueOf(pieces.back(line)).compareTo(paid) > 0) {
                questions.add(Reason.of(
                        ReasonKind.VENDURE_BACK_UNPAID,
                        line.path("productVariant").path("name").asString("")));
            }
        }
    }
}
