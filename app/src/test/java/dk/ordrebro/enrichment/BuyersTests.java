package dk.ordrebro.enrichment;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.Buyer;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.Order;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who stands on the invoice. */
class BuyersTests {

    private static final Address NOWHERE = new Address("", "", "", "", "");

    private static Buyer buyer(GivenOrder given) {
        return buyer(given, Given.shop());
    }

    private static Buyer buyer(GivenOrder given, OrderIntegration shop) {
        Order order = given.item("1", "100").build();
        Case usual = Given.caseOf(order, Given.everything(order));
        Enrichment enrichment = Enricher.bundled()
                .enrich(new Case(
                        shop, order, usual.fulfillment(), usual.templates(), usual.chart(), usual.reference()));
        return ((Enrichment.Ready) enrichment).draft().buyer();
    }

    private static OrderIntegration collecting() {
        OrderIntegration shop = Given.shop();
        return new OrderIntegration(
                shop.company(),
                shop.id(),
                shop.name(),
                shop.platform(),
                shop.shopKey(),
                Given.BOOKS_ID,
                shop.freightRule(),
                ContactMode.COLLECTIVE,
                shop.productMode(),
                false,
                true);
    }

    private static Customer customer(@Nullable String key, @Nullable String company, String name) {
        return new Customer(key, company, name, null, null, null, false, null);
    }

    @Test
    void isNamedByCompanyElseNameElseAddressElseTheShopsKey() {
        assertThat(buyer(order().customer(customer("c-7", "Te ApS", "Ida Holm")))
                        .name())
                .isEqualTo("Te ApS");
        assertThat(buyer(order().customer(customer("c-7", " ", "Ida Holm"))).name())
                .isEqualTo("Ida Holm");
        assertThat(buyer(order().customer(customer("c-7", null, ""))
                                .billedTo(new Address("Bo Lund", "Å 1", "8000", "Aarhus C", "DK")))
                        .name())
                .isEqualTo("Bo Lund");
        assertThat(buyer(order().customer(customer("c-7", null, ""))).name()).isEqualTo("Kunde c-7");
    }

    @Test
    void getsTheBillsAddressUnlessThatIsEmptyOrAbroad() {
        Address bill = new Address("Ida Holm", "Kontoret 1", "2100", "København Ø", "dk");

        assertThat(buyer(order().billedTo(bill)).street()).isEqualTo("Kontoret 1");
        assertThat(buyer(order().billedTo(new Address("Ida Holm", " ", "", "", "DK")))
                        .street())
                .isEqualTo("Bredgade 4");
        assertThat(buyer(order().billedTo(new Address("Ida Holm", "Weg 1", "10115", "Berlin", "DE")))
                        .street())
                .isEqualTo("Bredgade 4");
    }

    @Test
    void isAnotherOneInAnotherCountryAndAsACompany() {
        assertThat(buyer(order()).key()).isEqualTo("nordlys:c-7:DK:p");
        assertThat(buyer(order().to("NO", "0150").rate("0")).key()).isEqualTo("nordlys:c-7:NO:p");
        assertThat(buyer(order().company("Te ApS", null, false)).key()).isEqualTo("nordlys:c-8:DK:c");
        assertThat(buyer(order().customer(customer(null, null, "Ida Holm"))).key())
                .isEqualTo("nordlys:o-1001:DK:p");
    }

    @Test
    void isOneForAllWhereTheShopWantsThatOrNobodyIsNamed() {
        Buyer all = buyer(order(), collecting());
        Buyer companies = buyer(order().company("Te ApS", null, false), collecting());
        Buyer nobody = buyer(order().customer(customer(null, null, "")).billedTo(NOWHERE));

        assertThat(all.key()).isEqualTo("nordlys:collective:DK:PERSON");
        assertThat(all.name()).isEqualTo("Webshop Privatkunder DK");
        assertThat(all.street()).isEmpty();
        assertThat(companies.type()).isEqualTo(BuyerType.COMPANY);
        assertThat(companies.name()).isEqualTo("Webshop Virksomheder DK");
        assertThat(nobody).isEqualTo(all);
    }
}
