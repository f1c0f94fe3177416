package dk.ordrebro.enrichment;

import dk.ordrebro.accounting.Buyer;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.enrichment.place.Territory;
import dk.ordrebro.enrichment.treatment.Verdict;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.Order;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom the invoice is made out to. The country is the delivery's, because the accounting program takes the VAT rate from it;
 * the billing address is printed only where it lies in the same country.
 */
final class Buyers {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s.,;<>\"]{2,}");

    private Buyers() {}

    static Buyer of(Case given, Territory territory, Verdict.Decided verdict, TrailNotes trail) {
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
                email(customer, trail),
                Objects.requireNonNullElse(customer.phone(), ""),
                ean(customer, trail));
    }

    /** A ledger refuses a whole customer for an e-mail address that cannot be one. */
    private static String email(Customer customer, TrailNotes trail) {
        String email = Objects.requireNonNullElse(customer.email(), "").strip();
        if (email.isEmpty() || EMAIL.matcher(email).matches()) {
            return email;
        }
        trail.note("EMAIL_LEFT_OUT", email);
        return "";
    }

    private static @Nullable String ean(Customer customer, TrailNotes trail) {
        String written = customer.ean();
        if (written == null || written.isBlank()) {
            return null;
        }
        Optional<String> gln = Gln.of(written);
        if (gln.isEmpty()) {
            trail.note("EAN_LEFT_OUT", written);
        }
        return gln.orElse(null);
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
