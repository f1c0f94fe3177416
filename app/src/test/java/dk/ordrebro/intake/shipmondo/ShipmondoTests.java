package dk.ordrebro.intake.shipmondo;

import static dk.ordrebro.intake.shipmondo.SalesOrders.add;
import static dk.ordrebro.intake.shipmondo.SalesOrders.line;
import static dk.ordrebro.intake.shipmondo.SalesOrders.payment;
import static dk.ordrebro.intake.shipmondo.SalesOrders.resource;
import static dk.ordrebro.intake.shipmondo.SalesOrders.sent;
import static dk.ordrebro.intake.shipmondo.SalesOrders.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.ordrebro.intake.Published;
import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.ShopDelivery;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.intake.Translation.NotUnderstood;
import dk.ordrebro.intake.Translation.Understood;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Payment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Shipmondo's orders as ours. Translating asks nobody, so no HTTP is needed. */
class ShipmondoTests {

    private Understood understood(Object json) {
        Translation translation = SalesOrders.translate(json);
        assertThat(translation).isInstanceOf(Understood.class);
        return (Understood) translation;
    }

    private String reason(Object json) {
        Translation translation = SalesOrders.translate(json);
        assertThat(translation).isInstanceOf(NotUnderstood.class);
        return ((NotUnderstood) translation).reasons().getFirst().code();
    }

    private static BigDecimal gross(Order order) {
        return order.lines().stream().map(Amounts::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void readsTheRecordedOrderAsTheFileBesideItSays() {
        Translation read = SalesOrders.translate(sent());

        assertThat(SalesOrders.written(read))
                .isEqualTo(new String(resource("constructed-sales-order-sent.expected.txt"), StandardCharsets.UTF_8));
    }

    @Test
    void sumsToTheOrdersOwnTotal() {
        Order order = understood(sent()).order();

        assertThat(gross(order))
                .isPositive()
                .isEqualByComparingTo(
                        Objects.requireNonNull(order.stated().gross()).getAmount());
    }

    @ParameterizedTest
    @CsvSource({
        "public-sandbox-orders_create_fulfillment.json, 0",
        "public-sandbox-orders_create_shipment.json, 0",
        "public-sandbox-orders_delete.json, 0",
        // its unit prices were rounded by the shop that pushed them: the sum gate holds such an order
        "public-sandbox-orders_payment_captured.json, 0.07",
        "public-sandbox-orders_status_update.json, 0"
    })
    void readsWhatOthersRecordedToTheOre(String name, BigDecimal missing) throws IOException {
        Order order = understood(published(name)).order();

        assertThat(gross(order).add(missing))
                .isEqualByComparingTo(
                        Objects.requireNonNull(order.stated().gross()).getAmount());
    }

    @Test
    void holdsThePublishedExampleWhoseDeliveryNamesALineItDoesNotHave() throws IOException {
        assertThat(reason(published("public-openapi-example-sales-order.json"))).isEqualTo("SHIPMONDO_FULFILLED_LINE");
    }

    private static String published(String name) throws IOException {
        return Files.readString(Published.order("shipmondo", name));
    }

    @Test
    void believesTheFulfillmentsAndNotTheStateBesideThem() {
        ObjectNode lagging =
                sent(order -> order.put("fulfillment_status", "unfulfilled").put("order_status", "packed"));

        assertThat(understood(lagging).deliveries()).hasSize(1);
    }

    @Test
    void tellsPartsAndMistakesApart() {
        ObjectNode order = sent(it -> {
            ((ObjectNode) it.get("order_fulfillments").get(0)).put("cancelled", true);
            it.withArray("order_fulfillments")
                    .addObject()
                    .put("id", 6685)
                    .put("type", "outbound")
                    .put("cancelled", false)
                    .put("created_at", "2026-11-24T09:00:00+01:00")
                    .putArray("fulfillment_lines")
                    .addObject()
                    .put("order_line_id", 1)
                    .put("shipped_quantity", "1.0");
        });

        assertThat(understood(order).deliveries())
                .extracting(ShopDelivery::shopKey, ShopDelivery::cancelled)
                .containsExactly(tuple("6684", true), tuple("6685", false));
        assertThat(understood(order).deliveries().getLast().quantities()).isEqualTo(Map.of("1", BigDecimal.ONE));
    }

    @Test
    void leavesAloneWhatShipmondoBooksItselfAndSaysSo() {
        Understood read = understood(sent(order -> order.put("bookkeeping_integration_id", 241)));

        assertThat(read.deliveries()).isEmpty();
        assertThat(read.questions()).containsExactly(Reason.of(ReasonKind.SHIPMONDO_BOOKS_ITSELF, "241"));
        assertThat(understood(sent(order -> {
                            order.put("bookkeeping_integration_id", 241);
                            order.putArray("order_fulfillments");
                        }))
                        .questions())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0.25\"", "0.25", "25", "\"25.0\"", "\"0.24999\"", "0.250000000000000001"})
    void readsARateHoweverItIsWritten(String rate) {
        String json = sent().toString().replace("\"vat_percent\":\"0.25\"", "\"vat_percent\":" + rate);

        assertThat(understood(json).order().lines())
                .extracting(OrderLine::vatRate)
                .containsOnly(VatRate.percent("25"));
    }

    @Test
    void takesAMissingRateFromTheOrdersTotalsOnlyWhereTheyShowOneRate() {
        ObjectNode clear = sent(order -> order.get("order_lines").forEach(line -> {
            ((ObjectNode) line).remove(List.of("vat_percent", "vat_amount", "amount_excluding_vat"));
        }));
        ObjectNode mixed = clear.deepCopy();
        total(mixed, "342.32", "71.10", "413.42");

        assertThat(understood(clear).order().lines())
                .extracting(OrderLine::vatRate)
                .containsOnly(VatRate.percent("25"));
        assertThat(reason(mixed)).isEqualTo("SHIPMONDO_RATE_MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-40", "40"})
    void readsADiscountLineWithEitherSign(String price) {
        ObjectNode order = sent(it -> {
            add(it, 4, "discount", price, "0.25");
            total(it, "302.32", "75.58", "377.90");
        });

        Order read = understood(order).order();

        assertThat(read.lines().getLast().kind()).isEqualTo(LineKind.DISCOUNT);
        assertThat(read.lines().getLast().value()).isEqualByComparingTo("-40");
        assertThat(gross(read)).isEqualByComparingTo("377.90");
    }

    @Test
    void takesADiscountOffItsLine() {
        ObjectNode order = sent(it -> {
            line(it, 0).put("discount_amount_excluding_vat", "39.92");
            total(it, "302.40", "75.60", "378.00");
        });

        assertThat(gross(understood(order).order())).isEqualByComparingTo("378.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-100,327.90", "100,327.90", "-100,427.90"})
    void makesAPaymentOfAGiftCardThatPays(String priceAndTotal) {
        int comma = priceAndTotal.indexOf(',');
        String[] said = {priceAndTotal.substring(0, comma), priceAndTotal.substring(comma + 1)};
        ObjectNode order = sent(it -> {
            add(it, 4, "gift_card", said[0], "0.0");
            payment(it).put("amount_including_vat", said[1]);
            payment(it).remove("amount_excluding_vat");
        });

        Order read = understood(order).order();

        assertThat(read.payments()).extracting(Payment::kind).containsExactly(Payment.Kind.GIFT_CARD);
        assertThat(read.payments().getFirst().amount().toString()).isEqualTo("DKK 100.00");
        assertThat(read.lines()).extracting(OrderLine::kind).doesNotContain(LineKind.GIFT_CARD);
        assertThat(Objects.requireNonNull(read.stated().gross()).toString()).isEqualTo("DKK 427.90");
    }

    @Test
    void sellsAGiftCardWithTheFirstDelivery() {
        ObjectNode order = sent(it -> {
            add(it, 4, "gift_card", "100", "0.0");
            total(it, "442.32", "85.58", "527.90");
        });

        Understood read = understood(order);

        assertThat(read.order().lines().getLast().kind()).isEqualTo(LineKind.GIFT_CARD);
        assertThat(read.deliveries().getFirst().quantities()).containsEntry("4", BigDecimal.ONE);
    }

    @Test
    void readsAFeeAndANegativeOne() {
        ObjectNode order = sent(it -> {
            add(it, 4, "payment_fee", "-8", "0.25");
            total(it, "334.32", "83.58", "417.90");
        });

        assertThat(understood(order).order().lines().getLast().kind()).isEqualTo(LineKind.FEE);
        assertThat(gross(understood(order).order())).isEqualByComparingTo("417.90");
    }

    @Test
    void asksAPersonAboutReturnsMoneyBackAndCancellationsAfterDelivery() {
        ObjectNode order = sent(it -> {
            it.put("order_status", "cancelled");
            payment(it).put("refunded_amount", "49.00");
            it.withArray("order_fulfillments")
                    .addObject()
                    .put("id", 7)
                    .put("code", "27001-2")
                    .put("type", "return")
                    .put("cancelled", false)
                    .put("created_at", "2026-11-25T09:00:00+01:00");
        });

        Understood read = understood(order);

        assertThat(read.questions())
                .containsExactlyInAnyOrder(
                        Reason.of(ReasonKind.SHIPMONDO_RETURN, "27001-2"), Reason.of(ReasonKind.SHIPMONDO_CANCELLED));
        assertThat(read.refunds())
                .singleElement()
                .satisfies(one -> assertThat(one.gross()).hasToString("DKK 49.00"));
        assertThat(read.deliveries()).hasSize(1);
        assertThat(read.returns()).isEmpty();
    }

    @Test
    void holdsWhatItDoesNotUnderstand() {
        assertThat(reason(sent(it -> it.put("order_status", "teleported")))).isEqualTo("SHIPMONDO_STATUS");
        assertThat(reason(sent(it -> line(it, 0).put("line_type", "surprise")))).isEqualTo("SHIPMONDO_LINE_TYPE");
        assertThat(reason(sent(it -> line(it, 0).put("currency_code", "EUR")))).isEqualTo("SHIPMONDO_CURRENCIES");
        assertThat(reason(sent(it -> payment(it).put("currency_code", "KRO")))).isEqualTo("SHIPMONDO_CURRENCY");
        assertThat(reason(sent(it -> line(it, 0).put("quantity", "to")))).isEqualTo("SHIPMONDO_NO_NUMBER");
        assertThat(reason(sent(it -> line(it, 1).put("id", 1)))).isEqualTo("SHIPMONDO_LINE_TWICE");
        assertThat(reason(sent(it -> it.remove("order_lines")))).isEqualTo("SHIPMONDO_MISSING");
        assertThat(reason(sent(it -> line(it, 0).put("id", 99)))).isEqualTo("SHIPMONDO_FULFILLED_LINE");
        assertThat(reason(sent(it -> payment(it).put("amount_including_vat", "427.905"))))
                .isEqualTo("SHIPMONDO_AMOUNT_TOO_FINE");
        assertThat(reason(sent(it -> {
                    add(it, 4, "discount", "-40", "0.25");
                    total(it, "400", "100", "500");
                })))
                .isEqualTo("SHIPMONDO_SUMS_DIFFER");
        assertThat(reason("no json")).isEqualTo("SHIPMONDO_NO_JSON");
        assertThat(reason(sent().toString().replace("\"119.96\"", "1E+999999"))).isEqualTo("SHIPMONDO_NO_NUMBER");
    }

    @Test
    void holdsWhatIsWrittenInAWayItDoesNotUnderstand() {
        assertThat(reason(sent(it -> fulfillment(it).put("cancelled", "maybe"))))
                .isEqualTo("SHIPMONDO_NO_FLAG");
        assertThat(reason(sent(it -> it.put("ordered_at", "last week")))).isEqualTo("SHIPMONDO_NO_TIME");
        assertThat(reason(sent(it -> line(it, 0).put("vat_percent", "-0.25")))).isEqualTo("SHIPMONDO_RATE");
        assertThat(reason(sent(it -> fulfillment(it).put("type", "sideways")))).isEqualTo("SHIPMONDO_FULFILLMENT_TYPE");
        assertThat(reason(sent(it -> fulfillment(it).putArray("fulfillment_lines"))))
                .isEqualTo("SHIPMONDO_FULFILLMENT_EMPTY");
        assertThat(reason(sent(it -> {
                    add(it, 4, "gift_card", "-80", "0.25");
                    payment(it).put("amount_including_vat", "327.90");
                    payment(it).remove("amount_excluding_vat");
                    payment(it).remove("vat_amount");
                })))
                .isEqualTo("SHIPMONDO_GIFT_CARD_VAT");
    }

    private static ObjectNode fulfillment(ObjectNode order) {
        return (ObjectNode) order.get("order_fulfillments").get(0);
    }

    @Test
    void takesACompanyFromWhereShipmondoPutsIt() {
        ObjectNode order = sent(it -> ((ObjectNode) it.get("bill_to"))
                .put("name", "Holm Studio ApS")
                .put("attention", "Ida Holm")
                .put("vat_no", "DK12345674"));

        assertThat(understood(order).order().customer())
                .extracting("companyName", "name", "vatNumber", "shopKey")
                .containsExactly("Holm Studio ApS", "Ida Holm", "DK12345674", "DK12345674");
        assertThat(understood(sent(it -> it.remove("bill_to"))).order().billing())
                .isEqualTo(understood(sent()).order().delivery());
    }

    @Test
    void keepsAnEmptyOrderAndALineOfNothing() {
        ObjectNode order = sent(it -> {
            it.get("order_lines").forEach(line -> ((ObjectNode) line).put("unit_price_excluding_vat", "0"));
            line(it, 1).put("quantity", "0.0");
            it.putArray("order_fulfillments");
            total(it, "0", "0", "0.0");
        });

        assertThat(gross(understood(order).order())).isZero();
    }
}
