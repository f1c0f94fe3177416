package dk.ordrebro.intake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.enrichment.Documents;
import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.intake.Translation.Understood;
import dk.ordrebro.order.LineKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Inputs that went wrong for somebody once, each with what is right. */
class TroubleTests {

    private static Understood understood(String name) {
        try (InputStream file = Objects.requireNonNull(
                TroubleTests.class.getResourceAsStream("/dk/ordrebro/trouble/shopify/" + name + ".json"), name)) {
            Translation translation = ShopifyTranslation.of(ShopifyDesk.shop(Map.of()), Json.MAPPER.readTree(file));
            assertThat(translation).as(Shown.of(translation)).isInstanceOf(Understood.class);
            return (Understood) translation;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void needsNoRateForWhatIsFree() {
        Understood told = understood("shopify-free-lines-without-tax-lines");

        assertThat(told.questions()).isEmpty();
        assertThat(Documents.of(told.order()).invoice()).isEqualTo("79.00 / 15.80");
    }

    @Test
    void asksWhatADeliveryWithoutPiecesWas() {
        Understood told = understood("shopify-delivery-without-pieces");

        assertThat(told.questions()).extracting(Reason::code).contains("SHOPIFY_NO_PIECES");
        assertThat(told.deliveries()).isEmpty();
    }

    /** Whether it is asked what the money was for is decided by what was delivered, which here is nothing. */
    @Test
    void deliversNothingOfWhatWasRefundedBeforeItWasSent() {
        Understood told = understood("shopify-amount-refund-nothing-sent");

        assertThat(told.questions()).isEmpty();
        assertThat(told.deliveries()).isEmpty();
        assertThat(told.refunds()).isNotEmpty();
    }

    @Test
    void knowsAGiftCardAndATip() {
        assertThat(understood("shopify-gift-card-sold").order().lines())
                .extracting(line -> line.kind())
                .containsExactly(LineKind.GIFT_CARD);
        assertThat(understood("shopify-tip").order().lines())
                .extracting(line -> line.kind())
                .contains(LineKind.FEE);
    }
}
