package dk.ordrebro.enrichment;

import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Order;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Everything a draft is made from. Enriching the same case twice gives the same draft.
 *
 * @param shop whose settings apply
 * @param fulfillment a delivery (not a return) of {@code order}
 * @param reference to be stamped on the document
 */
public record Case(
        OrderIntegration shop,
        Order order,
        Fulfillment fulfillment,
        TemplateSet templates,
        ChartOfAccounts chart,
        Reference reference) {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    /** The invoice date: the day of the fulfillment in Copenhagen. */
    public LocalDate day() {
        return day(fulfillment);
    }

    /** The day of a fulfillment in Copenhagen. */
    public static LocalDate day(Fulfillment fulfillment) {
        return LocalDate.ofInstant(fulfillment.handledAt(), COPENHAGEN);
    }

    Case with(Order other, Fulfillment part) {
        return new Case(shop, other, part, templates, chart, reference);
    }
}
