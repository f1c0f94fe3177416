package dk.ordrebro.intake.vendure;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.enrichment.Given;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.intake.Translation.Understood;
import dk.ordrebro.integration.ShopConnection;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An order whose buyer's VAT number stands in a field of the shop's own making. */
class TroubleTests {

    private static Understood understood(String setting) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                TroubleTests.class.getResourceAsStream("/dk/ordrebro/trouble/vendure/vendure-eu-b2b.json"))) {
            ShopConnection connection = new ShopConnection(
                    Given.COMPANY, Given.SHOP_ID, Map.of(Fields.VAT_NUMBER, setting), Map.of(), Map.of());
            return (Understood) new VendureOrder(VendureApi.JSON.readTree(file.readAllBytes()))
                    .translate(new ShopContext(Given.shop(), connection));
        }
    }

    @Test
    void findsTheVatNumberInACustomField() throws IOException {
        assertThat(understood("").order().customer().vatNumber()).isEqualTo("DE136695976");
        assertThat(understood("order.vatNumber").order().customer().vatNumber()).isEqualTo("DE136695976");
    }

    @Test
    void asksForTheFieldWhereItsOwnerSaysItIs() {
        assertThat(VendureQueries.one("order.eanNo")).contains("currencyCode customFields { eanNo }");
        assertThat(VendureQueries.changed("customer.vatNumber"))
                .contains("emailAddress phoneNumber customFields { vatNumber } }");
        assertThat(VendureQueries.one("address.vat")).contains("countryCode phoneNumber customFields { vat }");
        assertThat(VendureQueries.one("")).doesNotContain("customFields");
        assertThat(VendureQueries.one("order.x } secrets { y")).doesNotContain("customFields", "secrets");
    }
}
