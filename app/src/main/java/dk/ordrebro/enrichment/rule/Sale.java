package dk.ordrebro.enrichment.rule;

import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.place.Territory;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.Payment;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What rules ask of a sale as a whole.
 *
 * @param country ISO code, {@code XI} for Northern Ireland; empty for a place that VAT treats otherwise than its country
 * @param outsideOf the member state such a place belongs to; else empty
 * @param methods the shop's words for what it was paid with, in small letters
 */
public record Sale(
        Area area, String country, String outsideOf, BuyerKind buyer, Set<String> methods, OrderIntegrationId shop) {

    public Sale {
        methods = Set.copyOf(methods);
    }

    /** A sale of an order that goes to a territory. */
    public static Sale of(Order order, Territory territory) {
        boolean special = territory.isApart();
        return new Sale(
                territory.area(),
                special ? "" : territory.taxedBy(),
                special ? territory.vatCountry() : "",
                BuyerKind.of(order.customer()),
                order.payments().stream()
                        .map(Payment::title)
                        .map(title -> title.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                order.key().integration());
    }
}
