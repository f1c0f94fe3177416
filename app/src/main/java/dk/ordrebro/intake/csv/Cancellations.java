package dk.ordrebro.intake.csv;

import dk.ordrebro.intake.csv.Originals.Bought;
import dk.ordrebro.intake.csv.Originals.Delivered;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.Orders;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a cancellation into returns where the file and our books tell what it cancels: each of its lines must find one delivered line of the
 * same customer, SKU and unit price, of which enough is left; the latest first. All lines or none: a cancellation that is only half explained is
 * left for a person.
 */
final class Cancellations {

    private final Handling handling;
    private final OrderIntegration shop;
    private final Originals originals;

    Cancellations(Orders orders, Handling handling, OrderIntegration shop) {
        this.handling = handling;
        this.shop = shop;
        this.originals = new Originals(orders, shop);
    }

    /**
     * Makes the returns, or finds those an earlier run has made.
     *
     * @return how many were made now; empty where the originals are not known
     */
    Optional<Integer> takeBack(Document.Complete cancellation) {
        String customer = cancellation.items().getFirst().head().customer();
        if (customer.isEmpty()) {
            return Optional.empty();
        }
        Instant at = OrderMaker.placedAt(cancellation);
        Map<String, Bought> bought = new HashMap<>();
        for (Item item : cancellation.items()) {
            bought.computeIfAbsent(item.sku(), sku -> originals.bought(customer, sku, at));
        }
        if (bought.values().stream().anyMatch(b -> b.returns().stream().anyMatch(r -> isNamedAfter(cancellation, r)))) {
            return Optional.of(0);
        }
        return match(cancellation, bought).map(matched -> makeReturns(cancellation, matched, at));
    }

    private static boolean isNamedAfter(Document.Complete cancellation, Fulfillment made) {
        String key = made.shopKey();
        return key != null && (key.equals(cancellation.number()) || key.startsWith(cancellation.number() + "/"));
    }

    /** Pieces to take back, by delivery and line key. */
    private static Optional<Map<FulfillmentId, Map<String, BigDecimal>>> match(
            Document.Complete cancellation, Map<String, Bought> bought) {
        Map<FulfillmentId, Map<String, BigDecimal>> matched = new LinkedHashMap<>();
        for (Item item : cancellation.items()) {
            BigDecimal pieces = item.quantity().negate();
            Optional<Delivered> original =
                    bought.getOrDefault(item.sku(), new Bought(List.of(), List.of())).lines().stream()
                            .filter(line -> line.unitPrice().compareTo(item.unitPrice()) == 0)
                            .filter(line -> line.left()
                                            .subtract(reserved(matched, line))
                                            .compareTo(pieces)
                                    >= 0)
                            .findFirst();
            if (original.isEmpty()) {
                return Optional.empty();
            }
            matched.computeIfAbsent(original.get().delivery(), _ -> new LinkedHashMap<>())
                    .merge(original.get().lineKey(), pieces, BigDecimal::add);
        }
        return Optional.of(matched);
    }

    private static BigDecimal reserved(Map<FulfillmentId, Map<String, BigDecimal>> matched, Delivered line) {
        return matched.getOrDefault(line.delivery(), Map.of()).getOrDefault(line.lineKey(), BigDecimal.ZERO);
    }

    /** The first return bears the cancellation's number, further ones number/2, number/3, since two may belong to one order. */
    private int makeReturns(
            Document.Complete cancellation, Map<FulfillmentId, Map<String, BigDecimal>> matched, Instant at) {
        List<Fulfillment> made = new ArrayList<>();
        matched.forEach((delivery, pieces) -> {
            String name = cancellation.number() + (made.isEmpty() ? "" : "/" + (made.size() + 1));
            made.add(handling.takeBack(shop.company(), delivery, pieces, at, name));
        });
        return made.size();
    }
}
