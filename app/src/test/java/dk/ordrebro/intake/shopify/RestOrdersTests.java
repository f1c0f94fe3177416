package dk.ordrebro.intake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.intake.Published;
import dk.ordrebro.order.Raw;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Orders in the older shape, of our own and as published by others. */
class RestOrdersTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "constructed-dk-code-discount-across",
                "constructed-dk-consumer-incl-vat",
                "constructed-dk-partial-refund-line-and-shipping",
                "constructed-dkk-shop-eur-presentment"
            })
    void comeToTheSameInBothShapes(String name) throws IOException {
        JsonNode asked =
                RecordingsTests.json(name + ".graphql.json").path("data").path("order");
        JsonNode told = RestOrder.asGraphql(RecordingsTests.json(name + ".webhook.json"));

        assertThat(withoutPayments(told)).isEqualTo(withoutPayments(asked));
    }

    private static String withoutPayments(JsonNode order) {
        return Shown.of(ShopifyDesk.translate(order)).replaceAll("(?m)^paid: .*\\R", "");
    }

    /**
     * Published orders; most of them do not add up and are held for it. Not mapped: a refund, fulfillments, a gift card and transactions that
     * stand alone in {@code public-rest-refund-*}, {@code -fulfillments}, {@code -gift-card} and {@code -transactions} belong to no whole order.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    public-rest-order-450789469            | held: SHOPIFY_TAX_ODD [IPod Nano - 8gb (green), 3.98, 6 %, 11.74]
                    public-rest-order-cancelled            | held: SHOPIFY_TAX_ODD
                    public-rest-order-created-1073459963   | held: SHOPIFY_SEVERAL_TAXES
                    public-rest-order-created-1073459976   | gross EUR 238.47
                    public-rest-order-created-1073459980   | gross USD 199.00
                    public-webhook-orders-paid             | gross USD 2629.95
                    public-go-order-with-transaction       | passed over
                    """)
    void readsPublishedOrdersOrSaysWhyNot(String name, String expected) throws IOException {
        JsonNode published = Json.read(Raw.of(Files.readAllBytes(Published.order("shopify", name + ".json"))));
        JsonNode rest = published.has("order") ? published.path("order") : published;

        assertThat(Shown.of(ShopifyDesk.translate(RestOrder.asGraphql(rest)))).contains(expected);
    }
}
