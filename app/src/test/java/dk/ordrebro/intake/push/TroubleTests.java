package dk.ordrebro.intake.push;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.Buyer;
import dk.ordrebro.enrichment.Documents;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.order.Order;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Pushed orders that went wrong for somebody once, each with what is right. */
class TroubleTests {

    private static String read(String name) {
        try (InputStream file = Objects.requireNonNull(
                TroubleTests.class.getResourceAsStream("/dk/ordrebro/trouble/push/" + name + ".json"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Order order(String json) {
        PushedOrder pushed = new PushOrders().parse(Given.shop(), json.getBytes(StandardCharsets.UTF_8));
        assertThat(pushed).isInstanceOf(PushedOrder.Parsed.class);
        return ((PushedOrder.Parsed) pushed).order();
    }

    @Test
    void cleansAnEanNumberAndLeavesABrokenMailAddressOut() {
        Documents documents = Documents.of(order(read("09-ean-with-blanks-and-bad-mail")));

        Buyer buyer = documents.draft().buyer();
        assertThat(buyer.ean()).isEqualTo("5798009811578");
        assertThat(buyer.email()).isEmpty();
        assertThat(documents.trail().notes()).contains("EMAIL_LEFT_OUT|bo@@gmail,com");
    }

    @Test
    void leavesOutAnEanNumberWhoseCheckDigitDoesNotFit() {
        Documents documents = Documents.of(
                order(read("09-ean-with-blanks-and-bad-mail").replace("5798 0098 11578", "5798009811579")));

        assertThat(documents.draft().buyer().ean()).isNull();
        assertThat(documents.trail().notes()).contains("EAN_LEFT_OUT|5798009811579");
    }

    @Test
    void sellsWhereTheGoodsWerePickedUp() {
        String json = read("04-pickup-by-norwegian");
        String pickedUp = json.replaceFirst("\\{", "{ \"pickedUpIn\": \"DK\",");

        assertThat(Documents.of(order(pickedUp)).invoice()).isEqualTo("1250.00 / 250.00");
        assertThat(order(pickedUp).delivery().country()).isEqualTo("DK");
        assertThat(order(json).delivery().country()).isEqualTo("NO");
    }

    @Test
    void refusesAWordThatIsNoCountryToPickUpIn() {
        String odd = read("04-pickup-by-norwegian").replaceFirst("\\{", "{ \"pickedUpIn\": \"Danmark\",");

        assertThat(new PushOrders().parse(Given.shop(), odd.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PushedOrder.Refused.class);
    }
}
