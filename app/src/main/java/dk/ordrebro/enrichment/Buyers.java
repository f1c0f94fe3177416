package dk.ordrebro.enrichment;

import dk.ordrebro.accounting.Buyer;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.Order;
import java.util.Objects;

/**
 * Whom the invoice is made out to. The country is the delivery's, because the accounting program takes the VAT rate from it;
 * the billing address is printed only where it lies in the same country.
 */
final class Buyers {

    private Buyers() {}

    static Buyer of(Case given, Territory territory, Verdict.Decided verdict) {
        Order order = given.order();
        if (given.shop().contactMode() == ContactMode.COLLECTIVE || isNameless(order)) {
            return collective(given, territory, verdict.buyer());
        }
        Customer customer = order.customer();
        Address address = printed(order);
        return new Buyer(
                key(given, territory, verdict),
                verdict.buyer(),
                name(customer, address),
                territory.vatCountry(),
                address.street(),
                address.postcode(),
                address.city(),
                verdict.registrationNumber(),
                Objects.requireNonNullElse(customer.email(), ""),
                Objects.requireNonNullElse(customer.phone(), ""),
                customer.ean());
    }

    private static Address printed(Order order) {
        boolean sameCountry =
                order.billing().country().equalsIgnoreCase(order.delivery().country());
        return sameCountry && !order.billing().street().isBlank() ? order.billing() : order.delivery();
    }

    private static boolean isNameless(Order order) {
        return order.customer().shopKey() == null
                && name(order.customer(), order.billing()).isBlank();
    }

    private static String name(Customer customer, Address address) {
        if (customer.companyName() != null && !customer.companyName().isBlank()) {
            return customer.companyName();
        }
        if (!customer.name().isBlank()) {
            return customer.name();
        }
        String shopKey = customer.shopKey();
        return address.name().isBlank() && shopKey != null ? "Kunde " + shopKey : address.name();
    }

    /** Customers who buy from several countries, or as company and privately, are several buyers: each has a VAT rate of its own. */
    private static String key(Case given, Territory territory, Verdict.Decided verdict) {
        Order order = given.order();
        String customer = order.customer().shopKey();
        String base = customer != null ? customer : "o-" + order.key().shopOrderId();
        String type = verdict.buyer() == BuyerType.COMPANY ? "c" : "p";
        return given.shop().shopKey() + ":" + base + ":" + territory.vatCountry() + ":" + type;
    }

    private static Buyer collective(Case given, Territory territory, BuyerType type) {
        String kind = type == BuyerType.COMPANY ? "Virksomheder" : "Privatkunder";
        return new Buyer(
                given.shop().shopKey() + ":collective:" + territory.vatCountry() + ":" + type.name(),
                type,
                "Webshop " + kind + " " + territory.vatCountry(),
                territory.vatCountry(),
                "",
                "",
                "",
                "",
                "",
                "",
                null);
    }
}
