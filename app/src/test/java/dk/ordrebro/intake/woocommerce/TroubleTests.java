package dk.ordrebro.intake.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.enrichment.Documents;
import dk.ordrebro.intake.ShopReturn;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.intake.Translation.Understood;
import dk.ordrebro.order.Customer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Inputs that went wrong for somebody once, each with what is right. */
class TroubleTests {

    private static JsonNode read(String name) {
        try (InputStream file = Objects.requireNonNull(
                TroubleTests.class.getResourceAsStream("/dk/ordrebro/trouble/woocommerce/" + name + ".json"), name)) {
            return Json.MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Translation translated(String name) {
        JsonNode told = read(name);
        JsonNode[] refunds =
                StreamSupport.stream(told.path("refunds").spliterator(), false).toArray(JsonNode[]::new);
        return Recordings.translate(told.path("order"), refunds);
    }

    private static Understood understood(String name) {
        Translation translation = translated(name);
        assertThat(translation).as(Written.of(translation)).isInstanceOf(Understood.class);
        return (Understood) translation;
    }

    @ParameterizedTest
    @CsvSource({
        "01-only-a-phone-in-shipping, 100.00 / 20.00",
        "shipping-without-country-221, 128.00 / 25.60",
        "woo-pickup-swedish-billing, 79.00 / 15.80",
        "07-norwegian-picks-up-in-denmark, 1250.00 / 250.00",
        "woo-free-gift-without-taxes, 128.00 / 25.60",
        "whole-kroner-two-decimals-read-198, 378.00 / 75.60",
        "woo-eu-vat-compliance-keys, 73.90 / 0.00"
    })
    void booksWhatIsRight(String name, String right) {
        Understood told = understood(name);

        assertThat(told.questions()).isEmpty();
        assertThat(Documents.of(told.order()).invoice()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        "refund-one-oere-less-273, 879.16",
        "refund-one-oere-more-275, 1268.09",
        "price-part-of-a-line-refunded-152, 50.00",
        "woo-refund-amount-of-line-quantity-0, 90.00"
    })
    void creditsTheShopsOwnAmount(String name, String right) {
        Understood told = understood(name);

        assertThat(told.questions()).isEmpty();
        assertThat(told.refunds()).isEmpty();
        ShopReturn back = told.returns().getFirst();
        assertThat(Documents.of(told.order()).credit(back.quantities(), back.amounts()))
                .startsWith(right);
    }

    @Test
    void findsANumberThatAnotherPluginFoundValid() {
        Customer customer = understood("woo-eu-vat-compliance-keys").order().customer();

        assertThat(customer.vatNumber()).isEqualTo("DE136695976");
        assertThat(customer.vatNumberVerified()).isTrue();
    }

    @Test
    void namesPermalinksWhereTheShopLeadsToTheSameAddressWithASlash() {
        JsonNode answer = read("http-plain-permalinks").path("answer");

        assertThat(Api.PLAIN_PERMALINKS
                        .matcher(answer.path("headers").path("Location").asString())
                        .find())
                .isTrue();
        assertThat(List.of("https://shop.example/wp-json/wc/v3/orders?per_page=1", "https://www.shop.example/"))
                .noneMatch(place -> Api.PLAIN_PERMALINKS.matcher(place).find());
    }
}
