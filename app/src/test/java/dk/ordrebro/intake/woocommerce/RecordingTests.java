package dk.ordrebro.intake.woocommerce;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.Translation;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every recording comes out as the readable file beside it says, and its total is the shop's own to the øre. */
class RecordingTests {

    @ParameterizedTest
    @CsvSource({
        "shop-cancelled,",
        "shop-de-consumer-oss-19.placed,",
        "shop-dk-b2b-company-vatfield.placed,",
        "shop-dk-consumer-incl-vat.placed,",
        "shop-dk-consumer-incl-vat.completed,",
        "shop-dk-fixed-cart-coupon-split.completed,",
        "shop-dk-percent-coupon-rounding.placed,",
        "shop-dk-percent-coupon-rounding.processing,",
        "shop-dk-percent-coupon-rounding.completed,",
        "shop-edited.completed-before,",
        "shop-edited.completed-after,",
        "shop-excl-tax-shop.completed,",
        "shop-refund-amount-only.order-after,shop-refund-amount-only.refund",
        "shop-refund-lines-and-shipping.order-after,shop-refund-lines-and-shipping.refund"
    })
    void readsAsTheFileBesideItSays(String name, String refund) {
        JsonNode order = Recordings.order(name);
        Translation translation =
                refund == null ? Recordings.translate(order) : Recordings.translate(order, Recordings.order(refund));

        assertThat(Written.of(translation)).isEqualTo(Recordings.text(name + ".expected.txt"));
        assertThat(translation).isInstanceOfSatisfying(Translation.Understood.class, told -> {
            assertThat(requireNonNull(told.order().stated().gross()).getAmount())
                    .isEqualByComparingTo(Json.text(order, "total"));
            assertThat(Written.sum(told.order()))
                    .isEqualTo(told.order().stated().gross());
        });
    }

    @ParameterizedTest
    @CsvSource({
        // sums to its total
        "public-app-order-details-partially-refunded,OK,304.45",
        "public-app-order-fully-refunded,OK,223.71",
        "public-app-order-with-attribution-info,OK,28.00",
        "public-app-order-with-gift-cards,OK,28.00",
        "public-app-order-with-subscription-renewal,OK,14.50",
        // its tax lines and its shipping were cut out of the sample
        "public-app-order-with-line-item-attributes,HELD,WOO_TAX_UNKNOWN",
        // older than rate_percent: the rate is unknown, the amounts are not
        "public-docs-order-1,OK,29.35",
        "public-docs-order-2,OK,29.35",
        // a tax the order does not list
        "public-app-order,HELD,WOO_TAX_UNKNOWN",
        "public-app-order-alternative-types,HELD,WOO_TAX_UNKNOWN"
    })
    void readsPublicSamplesInPlaceOrNamesTheReason(String name, String outcome, String what) {
        JsonNode order = Json.MAPPER.readTree(Recordings.publicText(name + ".json"));

        Translation translation = Recordings.translate(order);

        if (outcome.equals("OK")) {
            assertThat(translation)
                    .isInstanceOfSatisfying(
                            Translation.Understood.class,
                            told -> assertThat(
                                            requireNonNull(told.order().stated().gross())
                                                    .getAmount())
                                    .isEqualByComparingTo(new BigDecimal(what)));
        } else {
            assertThat(translation)
                    .isInstanceOfSatisfying(
                            Translation.NotUnderstood.class,
                            held -> assertThat(held.reasons())
                                    .extracting(Reason::code)
                                    .contains(what));
        }
    }
}
