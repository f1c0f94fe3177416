package dk.ordrebro.intake.woocommerce;

import static dk.ordrebro.intake.woocommerce.WooOrder.naming;
import static dk.ordrebro.intake.woocommerce.WooOrder.refund;
import static dk.ordrebro.intake.woocommerce.WooOrder.woo;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ShopDelivery;
import dk.ordrebro.intake.ShopReturn;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.intake.Translation.Understood;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Payment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every shape an order or refund of WooCommerce can have, without a shop. */
class ShapeTests {

    private static final String NOON = "2026-11-23T11:00:00";

    private static Understood understood(Translation translation) {
        assertThat(translation).isInstanceOf(Understood.class);
        return (Understood) translation;
    }

    private static Order order(WooOrder woo) {
        Order order = understood(Recordings.translate(woo.build())).order();
        assertThat(Written.sum(order)).isEqualTo(order.stated().gross());
        return order;
    }

    private static List<String> held(WooOrder woo) {
        return held(woo.build());
    }

    private static List<String> held(ObjectNode woo) {
        assertThat(Recordings.translate(woo)).isInstanceOf(Translation.NotUnderstood.class);
        return ((Translation.NotUnderstood) Recordings.translate(woo))
                .reasons().stream().map(Reason::code).toList();
    }

    private static OrderLine only(WooOrder woo) {
        return order(woo).lines().getFirst();
    }

    // Amounts

    @Test
    void keepsGrossPricesGross() {
        OrderLine line = only(woo("1").item("3", "79.99", "20.00", "72.00", "18.00", "25"));

        assertThat(line.unitPrice()).isEqualTo("33.33");
        assertThat(line.discount()).hasToString("Amount[value=9.99]");
        assertThat(line.vatRate()).isEqualTo(VatRate.percent("25"));
    }

    @Test
    void keepsNetPricesNetWhereTheLedgerComesToTheSameVat() {
        Order net = order(
                woo("1").withoutVatInPrices().item("3", "90.00", "22.50", "25").freight("39.20", "9.80", "25"));
        Order gross = order(woo("1").withoutVatInPrices().item("1", "80.01", "20.01", "25"));

        assertThat(net.priceMode()).isEqualTo(PriceMode.EXCLUDING_VAT);
        assertThat(net.lines().getFirst().unitPrice()).isEqualTo("30.00");
        assertThat(gross.priceMode()).isEqualTo(PriceMode.INCLUDING_VAT);
    }

    @Test
    void leavesAShopThatRoundsAtTheSubtotalNetWithTheShopsTotal() {
        Understood told = understood(Recordings.translate(woo("1").withoutVatInPrices()
                .item("1", "0.02", "0.01", "25")
                .item("1", "0.02", "0.01", "25")
                .vat("0.01")
                .total("0.05")
                .build()));

        assertThat(told.order().priceMode()).isEqualTo(PriceMode.EXCLUDING_VAT);
        assertThat(told.order().stated().gross()).hasToString("DKK 0.05");
        assertThat(told.order().stated().vat()).hasToString("DKK 0.01");
    }

    @Test
    void takesAWholeKronerShopWhereItAddsUpAndHoldsItWithItsReasonWhereNot() {
        WooOrder adds = woo("1").item("3", "72", "18", "25").freight("39", "10", "25");

        assertThat(order(adds).stated().vat()).isNull();
        assertThat(held(adds.total("138"))).containsExactly("WOO_WHOLE_UNITS");
    }

    @Test
    void takesACurrencyWithoutDecimals() {
        Order yen = order(woo("1").with("currency", "JPY").item("3", "7999", "2000", "25"));

        assertThat(yen.stated().gross()).hasToString("JPY 9999");
        assertThat(yen.stated().vat()).hasToString("JPY 2000");
    }

    @Test
    void keepsAFreeOrderWithItsDiscountAndItsFreight() {
        OrderLine free =
                only(woo("1").item("2", "80.00", "20.00", "0.00", "0.00", "25").freight("39.20", "9.80", "25"));

        assertThat(free.discount()).hasToString("Amount[value=100.00]");
        assertThat(free.vatRate()).isEqualTo(VatRate.percent("25"));
    }

    @Test
    void takesALineMadeDearerByHandAtItsPrice() {
        OrderLine line = only(woo("1").item("2", "40.00", "10.00", "80.00", "20.00", "25"));

        assertThat(line.unitPrice()).isEqualTo("50.00");
        assertThat(line.discount()).isNull();
    }

    @Test
    void takesFractionsNoPiecesLongNamesAndDeletedProducts() {
        WooOrder woo = woo("1").item("0.5", "80.00", "20.00", "25").item("0", "0.00", "0.00", "25");
        woo.last("line_items").put("name", "Ø".repeat(300)).putNull("sku").put("product_id", 0);
        Order order = order(woo);

        assertThat(order.lines().getFirst().unitPrice()).isEqualTo("200.00");
        assertThat(order.lines().getLast().title()).hasSize(300);
        assertThat(order.lines().getLast().sku()).isNull();
    }

    @Test
    void dividesAPriceSoThatThePiecesComeToTheAmount() {
        OrderLine line = only(woo("1").item("7", "80.03", "20.00", "25"));

        assertThat(line.value().setScale(2, RoundingMode.HALF_UP)).isEqualTo("100.03");
    }

    @Test
    void takesSeveralFreightsAndLeavesFreeOnesOut() {
        Order order = order(woo("1").item("1", "80.00", "20.00", "25")
                .freight("39.20", "9.80", "25")
                .freight("0.00", "0.00", "")
                .freight("20.00", "5.00", "25"));

        assertThat(order.lines())
                .extracting(OrderLine::kind)
                .containsExactly(LineKind.ITEM, LineKind.FREIGHT, LineKind.FREIGHT);
    }

    @Test
    void addsTaxesOnOneLineAndTakesACompoundOneOnTop() {
        assertThat(only(woo("1").item("1", "100.00", "17.00", "12+5")).vatRate())
                .isEqualTo(VatRate.percent("17"));
        assertThat(only(woo("1").item("1", "100.00", "15.50", "5+10")).vatRate())
                .isEqualTo(VatRate.percent("15.5"));
    }

    @Test
    void takesNoVatWhereNoneWasCharged() {
        assertThat(only(woo("1").item("1", "119.96", "0.00", "")).vatRate()).isEqualTo(VatRate.ZERO);
    }

    @Test
    void takesFeesAndPutsANegativeOneOnTheGoodsOfItsRate() {
        Order order = order(woo("1").item("2", "318.40", "79.60", "25")
                .fee("Ekspedition", "20.00", "5.00", "25")
                .fee("Kulance", "-16.00", "-3.97", "25")
                .fee("Pant", "3.00", "0.00", ""));

        assertThat(order.lines()).extracting(OrderLine::isReduction).containsExactly(false, false, true, false);
        assertThat(order.lines().get(2).unitPrice()).isEqualTo("-19.97");
        assertThat(order.lines().get(2).vatRate()).isEqualTo(VatRate.percent("25"));
        assertThat(order.lines().get(3).vatRate()).isEqualTo(VatRate.ZERO);
    }

    @Test
    void holdsWhatItCannotBeSureOf() {
        assertThat(held(woo("1").item("1", "80.00", "20.00", "25").fee("Rabat", "-10.00", "0.00", "")))
                .containsExactly("WOO_UNTAXED_REDUCTION");
        assertThat(held(woo("1").item("1", "80.00", "20.00", "25").fee("Gavekort A7", "-10.00", "0.00", "")))
                .containsExactly("WOO_GIFT_CARD_FEE");
        assertThat(held(woo("1").item("1", "80.00", "12.00", "25"))).containsExactly("WOO_RATE_DIFFERS");
        assertThat(held(woo("1").item("1", "80.00", "20.00", ""))).containsExactly("WOO_TAX_UNKNOWN");
        assertThat(held(woo("1").item("1", "80.00", "20.00", "25").total("99.00")))
                .containsExactly("WOO_SUM_DIFFERS");
        assertThat(held(woo("1").item("0", "80.00", "20.00", "25"))).containsExactly("WOO_NO_PIECES");
        assertThat(held(woo("1").with("currency", "XXQ"))).containsExactly("WOO_CURRENCY");
        assertThat(held(woo("1").with("status", "pakket"))).containsExactly("WOO_STATUS");
        assertThat(held(woo("1").item("1", "80.004", "20.00", "25"))).containsExactly("WOO_DECIMALS");
        assertThat(held(woo("1").with("date_created_gmt", ""))).containsExactly("WOO_FIELD_MISSING");
        assertThat(held(Json.MAPPER.createObjectNode().put("code", "x"))).containsExactly("WOO_NO_ORDER");
        WooOrder unreadable = woo("1").item("1", "80.00", "20.00", "25");
        unreadable.last("line_items").put("total", "mange");
        assertThat(held(unreadable)).containsExactly("WOO_LINE_UNREADABLE");
        WooOrder credit = woo("1").item("1", "80.00", "20.00", "25");
        ObjectNode withCoupon = credit.build();
        withCoupon
                .withArray("coupon_lines")
                .addObject()
                .put("code", "abc")
                .put("discount", "10")
                .put("discount_type", "smart_coupon");
        assertThat(held(withCoupon)).containsExactly("WOO_GIFT_CARD_COUPON");
    }

    // Gift cards

    @Test
    void takesAGiftCardUsedAsAPayment() {
        Order order = order(woo("1").item("1", "80.00", "20.00", "25").giftCard("24"));

        assertThat(order.stated().gross()).hasToString("DKK 100.00");
        assertThat(order.payments()).extracting(Payment::kind).containsExactly(Payment.Kind.GIFT_CARD);
    }

    @Test
    void knowsAGiftCardSoldByItsPluginOrItsNameWhereItIsUntaxed() {
        WooOrder byPlugin = woo("1").item("1", "500.00", "0.00", "");
        byPlugin.last("line_items").withArray("meta_data").addObject().put("key", "pw_gift_card_amount");
        WooOrder byName = woo("1").item("1", "500.00", "0.00", "");
        byName.last("line_items").put("name", "Gavekort 500 kr.");
        WooOrder taxed = woo("1").item("1", "400.00", "100.00", "25");
        taxed.last("line_items").put("name", "Gavekort til kurset");

        assertThat(only(byPlugin).kind()).isEqualTo(LineKind.GIFT_CARD);
        assertThat(only(byName).kind()).isEqualTo(LineKind.GIFT_CARD);
        assertThat(only(taxed).kind()).isEqualTo(LineKind.ITEM);
    }

    // Buyers

    @Test
    void decodesEntitiesOnce() {
        WooOrder woo = woo("1").item("1", "80.00", "20.00", "25");
        ObjectNode node = woo.build();
        ((ObjectNode) node.path("billing")).put("company", "Firma &amp; S&oslash;n&#8217;s &amp;amp; ApS ");

        assertThat(understood(Recordings.translate(node)).order().customer().companyName())
                .isEqualTo("Firma & Søn’s &amp; ApS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_billing_vat_number",
                "_vat_number",
                "vat_number",
                "_billing_vat_id",
                "_billing_vat",
                "_billing_cvr",
                "billing_cvr",
                "_oss_vat_number",
                "_wc_billing/lab/vat-number",
                "_wc_other/mit-plugin/cvr"
            })
    void findsTheVatNumberWhereverPluginsPutIt(String key) {
        Order order = order(woo("1").item("1", "80.00", "20.00", "25").meta(key, " DK12345674 "));

        assertThat(order.customer().vatNumber()).isEqualTo("DK12345674");
        assertThat(order.customer().vatNumberVerified()).isFalse();
    }

    @Test
    void looksFirstWhereTheShopsOwnerSaysAndBelievesAPluginThatChecked() {
        JsonNode node = woo("1").item("1", "80.00", "20.00", "25")
                .meta("_billing_vat_number", "DE136695976")
                .meta("firmanr", "DK12345674")
                .meta("_vat_number_is_valid", "true")
                .build();

        Order order = understood(Recordings.translate(Map.of(Buyer.VAT_NUMBER_KEY, "firmanr"), node))
                .order();

        assertThat(order.customer().vatNumber()).isEqualTo("DK12345674");
        assertThat(order.customer().vatNumberVerified()).isTrue();
    }

    // Statuses

    private static List<ShopDelivery> deliveries(WooOrder woo) {
        return understood(Recordings.translate(woo.build())).deliveries();
    }

    private static List<String> questions(WooOrder woo, JsonNode... refunds) {
        return understood(Recordings.translate(woo.build(), refunds)).questions().stream()
                .map(Reason::code)
                .toList();
    }

    private static WooOrder mug() {
        return woo("1").item("3", "79.99", "20.00", "25").freight("39.20", "9.80", "25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "processing", "on-hold", "failed", "cancelled", "refunded"})
    void deliversNothingBeforeItIsCompleted(String status) {
        assertThat(deliveries(mug().with("status", status))).isEmpty();
        assertThat(questions(mug().with("status", status))).isEmpty();
    }

    @Test
    void deliversEverythingWhenItIsCompleted() {
        assertThat(deliveries(mug().completed(NOON))).singleElement().satisfies(one -> {
            assertThat(one.quantities()).isEmpty();
            assertThat(one.shopKey()).startsWith("completed/2026-11-23T11:00:00Z/");
            assertThat(one.handledAt()).hasToString("2026-11-23T11:00:00Z");
        });
    }

    @Test
    void asksWhenItIsMovedBackOrThrownAwaySoonAfter() {
        assertThat(deliveries(mug().completed(NOON).with("status", "processing")))
                .isEmpty();
        assertThat(questions(mug().completed(NOON).with("status", "processing")))
                .containsExactly("WOO_MOVED_BACK");
        assertThat(questions(
                        mug().completed(NOON).with("status", "trash").with("date_modified_gmt", "2026-11-24T00:00:00")))
                .containsExactly("WOO_TRASHED");
        assertThat(questions(
                        mug().completed(NOON).with("status", "trash").with("date_modified_gmt", "2027-11-24T00:00:00")))
                .isEmpty();
        assertThat(Recordings.translate(mug().with("status", "trash").build())).isInstanceOf(Translation.Passed.class);
        assertThat(Recordings.translate(mug().with("status", "checkout-draft").build()))
                .isInstanceOf(Translation.Passed.class);
    }

    @Test
    void takesBackWhatIsCancelledAfterItWasCompleted() {
        assertThat(deliveries(mug().completed(NOON).with("status", "cancelled")))
                .singleElement()
                .satisfies(one -> assertThat(one.cancelled()).isTrue());
    }

    @Test
    void knowsTheShopsOwnStatuses() {
        Map<String, String> settings =
                Map.of(Status.DELIVERED_TOO, "wc-Afsendt, afhentet", Status.WAITING_TOO, "pakkes");

        assertThat(understood(Recordings.translate(
                                settings, mug().with("status", "afsendt").build()))
                        .deliveries())
                .hasSize(1);
        assertThat(understood(Recordings.translate(
                                settings, mug().with("status", "pakkes").build()))
                        .deliveries())
                .isEmpty();
    }

    // Refunds; line 101 is three mugs of 33.33, line 102 freight of 49.00

    private static List<ShopReturn> returns(JsonNode... refunds) {
        Understood told = understood(Recordings.translate(mug().completed(NOON).build(), refunds));
        assertThat(told.questions()).isEmpty();
        return told.returns();
    }

    private static List<String> paidBack(JsonNode... refunds) {
        return understood(Recordings.translate(mug().completed(NOON).build(), refunds)).refunds().stream()
                .map(one -> one.gross().toString())
                .toList();
    }

    private static List<String> asked(JsonNode... refunds) {
        return questions(mug().completed(NOON), refunds);
    }

    @Test
    void returnsPiecesAndFreight() {
        ObjectNode refund = refund("9", "82.33");
        naming(refund, "line_items", 101, "1", "26.66", "6.67");
        naming(refund, "shipping_lines", 102, "0", "39.20", "9.80");

        assertThat(returns(refund)).singleElement().satisfies(back -> {
            assertThat(back.shopKey()).isEqualTo("refund/9");
            assertThat(back.quantities()).containsEntry("101", BigDecimal.ONE).hasSize(2);
            assertThat(back.quantities().get("102")).isEqualByComparingTo("1");
        });
    }

    @Test
    void returnsAShareOfTheFreight() {
        ObjectNode refund = naming(refund("9", "20.00"), "shipping_lines", 102, "0", "16.00", "4.00");

        BigDecimal share =
                requireNonNull(returns(refund).getFirst().quantities().get("102"));

        assertThat(share.multiply(new BigDecimal("49.00")).setScale(2, RoundingMode.HALF_UP))
                .isEqualTo("20.00");
    }

    @Test
    void returnsEverythingWhenTheStatusRefundsItAll() {
        assertThat(returns(refund("9", "148.99")).getFirst().quantities()).containsOnlyKeys("101", "102");
        ObjectNode first = naming(refund("8", "33.33"), "line_items", 101, "1", "26.66", "6.67");
        assertThat(returns(refund("9", "115.66"), first))
                .extracting(back -> back.quantities().get("101"))
                .containsExactly(BigDecimal.ONE, new BigDecimal("2"));
    }

    @Test
    void asksWhatMoneyWasForOnlyWhereTheShopDoesNotSay() {
        assertThat(paidBack(refund("9", "25.00"))).containsExactly("DKK 25.00");
        assertThat(paidBack(naming(refund("9", "30.00"), "line_items", 101, "1", "26.66", "6.67")))
                .containsExactly("DKK 30.00");
        assertThat(paidBack(naming(refund("9", "33.33"), "line_items", 999, "1", "26.66", "6.67")))
                .containsExactly("DKK 33.33");
        assertThat(asked(refund("9", "en del"))).containsExactly("WOO_REFUND_UNREADABLE");
    }

    @Test
    void takesAnAmountOffTheLineThatTheShopNames() {
        assertThat(returns(naming(refund("9", "10.00"), "line_items", 101, "0", "8.00", "2.00")))
                .singleElement()
                .satisfies(back -> {
                    assertThat(back.quantities()).isEmpty();
                    assertThat(back.amounts().get("101")).isEqualByComparingTo("10.00");
                });
        assertThat(returns(naming(refund("9", "10.00"), "line_items", 101, "1", "8.00", "2.00")))
                .singleElement()
                .satisfies(back -> {
                    assertThat(back.quantities().get("101")).isEqualByComparingTo("1");
                    assertThat(back.amounts().get("101")).isEqualByComparingTo("10.00");
                });
    }

    @Test
    void asksAboutFreightRefundedTwiceButKeepsTheFirst() {
        ObjectNode once = naming(refund("8", "49.00"), "shipping_lines", 102, "0", "39.20", "9.80");
        ObjectNode twice = naming(refund("9", "49.00"), "shipping_lines", 102, "0", "39.20", "9.80");
        Understood told = understood(Recordings.translate(mug().completed(NOON).build(), twice, once));

        assertThat(told.returns()).extracting(ShopReturn::shopKey).containsExactly("refund/8");
        assertThat(told.refunds()).extracting(one -> one.shopKey()).containsExactly("refund/9");
    }

    @Test
    void asksRatherThanCreditTwiceWhenAnAmountWasRefundedBeforeTheRest() {
        assertThat(paidBack(refund("8", "25.00"), refund("9", "123.99"))).containsExactly("DKK 25.00", "DKK 123.99");
    }

    @Test
    void asksAboutPartsOfAnOrderWithADeductionAndReturnsTheWhole() {
        WooOrder woo = woo("1").item("2", "318.40", "79.60", "25")
                .fee("Kulance", "-16.00", "-4.00", "25")
                .completed(NOON);
        ObjectNode part = naming(refund("9", "199.00"), "line_items", 101, "1", "159.20", "39.80");

        assertThat(understood(Recordings.translate(woo.build(), part)).refunds())
                .extracting(one -> one.gross().toString())
                .containsExactly("DKK 199.00");
        assertThat(understood(Recordings.translate(woo.build(), refund("9", "378.00")))
                        .returns())
                .hasSize(1);
    }

    @Test
    void passesOverARefundWithoutMoneyAndCreditsNothingBeforeTheDelivery() {
        assertThat(returns(naming(refund("9", "0.00"), "line_items", 101, "1", "0", "0")))
                .isEmpty();
        ObjectNode early = naming(refund("9", "33.33"), "line_items", 101, "1", "26.66", "6.67")
                .put("date_created_gmt", "2026-11-20T08:00:00");
        assertThat(returns(early).getFirst().at()).hasToString("2026-11-23T11:00:00Z");
    }
}
