package dk.ordrebro.intake.shopify;

import static dk.ordrebro.intake.shopify.GivenShopifyOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.ShopDelivery;
import dk.ordrebro.intake.ShopReturn;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.intake.Translation.Understood;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Payment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class TranslationTests {

    private static final BigDecimal ONE = BigDecimal.ONE;

    private static Understood understood(GivenShopifyOrder given) {
        return understood(given.json());
    }

    private static Understood understood(ObjectNode json) {
        Translation translation = ShopifyDesk.translate(json);
        assertThat(translation).as(Shown.of(translation)).isInstanceOf(Understood.class);
        return (Understood) translation;
    }

    private static String heldFor(ObjectNode json) {
        return ((Translation.NotUnderstood) ShopifyDesk.translate(json))
                .reasons()
                .getFirst()
                .code();
    }

    private static List<String> questions(Understood understood) {
        return understood.questions().stream().map(Reason::code).toList();
    }

    private static OrderLine line(Order order, String key) {
        return order.lines().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode first(ObjectNode order, String connection) {
        return (ObjectNode) order.path(connection).path("nodes").path(0);
    }

    private static ObjectNode money(ObjectNode owner, String name, String amount) {
        ObjectNode bag = owner.putObject(name);
        for (String column : List.of("shopMoney", "presentmentMoney")) {
            bag.putObject(column).put("amount", amount).put("currencyCode", "DKK");
        }
        return owner;
    }

    @Test
    void readsPricesWithVat() {
        Order order = understood(order("1").line("10", 2, "149.95", "24.99").freight("49.00"))
                .order();

        assertThat(order.priceMode()).isEqualTo(PriceMode.INCLUDING_VAT);
        assertThat(line(order, "10").discount()).isEqualTo(new Discount.Amount(new BigDecimal("24.99")));
        assertThat(line(order, "freight-9").kind()).isEqualTo(LineKind.FREIGHT);
        assertThat(order.stated().gross()).hasToString("DKK 323.91");
    }

    @Test
    void readsPricesWithoutVat() {
        Order order = understood(order("1").net().line("10", 3, "26.66").freight("31.20"))
                .order();

        assertThat(order.priceMode()).isEqualTo(PriceMode.EXCLUDING_VAT);
        assertThat(order.stated().net()).hasToString("DKK 111.18");
        assertThat(order.stated().gross()).hasToString("DKK 138.98");
    }

    @Test
    void readsACurrencyWithoutDecimals() {
        Order order = understood(order("1").in("JPY").line("10", 3, "1100")).order();

        assertThat(order.stated().gross()).hasToString("JPY 3300");
        assertThat(order.exchangeRate()).isNull();
    }

    @Test
    void holdsAmountsFinerThanTheCurrency() {
        ObjectNode json = order("1").in("JPY").line("10", 1, "1100").json();
        ((ObjectNode) json.path("totalTaxSet").path("presentmentMoney")).put("amount", "100.5");

        assertThat(heldFor(json)).isEqualTo("SHOPIFY_DECIMALS");
    }

    @Test
    void takesNoTaxLineAsNoVat() {
        assertThat(line(understood(order("1").untaxed("10", 1, "80")).order(), "10")
                        .vatRate())
                .isEqualTo(VatRate.ZERO);
    }

    @Test
    void holdsSeveralTaxesOnOneLine() {
        ObjectNode json = order("1").line("10", 1, "100").json();
        ArrayNode taxes = (ArrayNode) first(json, "lineItems").path("taxLines");
        taxes.add(taxes.path(0).deepCopy());

        assertThat(heldFor(json)).isEqualTo("SHOPIFY_SEVERAL_TAXES");
    }

    @Test
    void holdsTaxThatAMarketplacePays() {
        ObjectNode json = order("1").line("10", 1, "100").json();
        ((ObjectNode) first(json, "lineItems").path("taxLines").path(0)).put("channelLiable", true);

        assertThat(heldFor(json)).isEqualTo("SHOPIFY_TAX_PAID_BY_CHANNEL");
    }

    @Test
    void holdsTaxThatIsNotItsRates() {
        ObjectNode json = order("1").line("10", 1, "100").json();
        ((ObjectNode) first(json, "lineItems").path("taxLines").path(0)).put("rate", new BigDecimal("0.12"));

        assertThat(heldFor(json)).isEqualTo("SHOPIFY_TAX_ODD");
    }

    @Test
    void holdsTotalsThatDoNotAddUp() {
        ObjectNode json = order("1").line("10", 1, "100").json();
        money(money(json, "totalPriceSet", "100.01"), "currentTotalPriceSet", "100.01");

        assertThat(heldFor(json)).isEqualTo("SHOPIFY_TOTALS");
    }

    @Test
    void holdsDuties() {
        assertThat(heldFor(money(order("1").line("10", 1, "100").json(), "originalTotalDutiesSet", "12.00")))
                .isEqualTo("SHOPIFY_DUTIES");
    }

    @ParameterizedTest
    @CsvSource({"displayFulfillmentStatus", "displayFinancialStatus"})
    void holdsAWordItDoesNotKnow(String field) {
        assertThat(heldFor(order("1").line("10", 1, "100").json().put(field, "TELEPORTED")))
                .isEqualTo("SHOPIFY_WORD_UNKNOWN");
    }

    @Test
    void holdsAnOrderItHasNotReadToTheEnd() {
        ObjectNode json = order("1").line("10", 1, "100").json();
        ((ObjectNode) json.path("lineItems"))
                .putObject("pageInfo")
                .put("hasNextPage", true)
                .put("endCursor", "x");

        assertThat(heldFor(json)).isEqualTo("SHOPIFY_INCOMPLETE");
    }

    @Test
    void passesOverTestOrders() {
        assertThat(ShopifyDesk.translate(order("1").line("10", 1, "100").json().put("test", true)))
                .isInstanceOf(Translation.Passed.class);
    }

    @Test
    void takesTheTipFromTheTotalWhereItHasNoLine() {
        Order order = understood(order("1").line("10", 1, "100").tip("15")).order();

        assertThat(line(order, "tip").kind()).isEqualTo(LineKind.FEE);
        assertThat(order.stated().gross()).hasToString("DKK 115.00");
    }

    @Test
    void takesATipThatIsALineAsAFee() {
        ObjectNode json = order("1").line("10", 1, "100").untaxed("11", 1, "15").json();
        ((ObjectNode) json.path("lineItems").path("nodes").path(1))
                .put("nonFulfillableQuantity", 1)
                .putNull("sku");
        money(json, "totalTipReceivedSet", "15");

        Order order = understood(json).order();
        assertThat(line(order, "11").kind()).isEqualTo(LineKind.FEE);
        assertThat(order.lines()).hasSize(2);
    }

    @Test
    void tellsGiftCardsSoldFromGiftCardsUsed() {
        ObjectNode json = order("1").untaxed("10", 1, "500").json();
        first(json, "lineItems").put("isGiftCard", true);
        ((ObjectNode) json.path("transactions").path(0)).put("gateway", "gift_card");

        Order order = understood(json).order();
        assertThat(line(order, "10").kind()).isEqualTo(LineKind.GIFT_CARD);
        assertThat(order.payments()).extracting(Payment::kind).containsExactly(Payment.Kind.GIFT_CARD);
        assertThat(order.stated().gross()).hasToString("DKK 500.00");
    }

    @Test
    void readsAnOrderWithoutACustomer() {
        ObjectNode json = order("1").line("10", 1, "100").json();
        json.putNull("customer")
                .putNull("billingAddress")
                .putNull("shippingAddress")
                .putNull("email");

        Order order = understood(json).order();
        assertThat(order.customer().shopKey()).isNull();
        assertThat(order.delivery().country()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CVR-nr., 12345674, '', 12345674",
        "Firmanr, 12345674, '', ",
        "Firmanr, 12345674, firmanr, 12345674",
        "VAT number, DE136695976, '', DE136695976"
    })
    void findsTheVatNumberWhereTheShopKeepsIt(String key, String value, String setting, String expected) {
        ObjectNode json = order("1").line("10", 1, "100").json();
        ((ArrayNode) json.path("customAttributes")).addObject().put("key", key).put("value", value);

        var translation = (Understood) ShopifyDesk.translate(json, Map.of(ShopifyFields.VAT_FIELD, setting));
        assertThat(translation.order().customer().vatNumber()).isEqualTo(expected);
        assertThat(translation.order().customer().vatNumberVerified()).isFalse();
    }

    @Test
    void findsTheVatNumberInAnAddressLine() {
        ObjectNode json = order("1").line("10", 1, "100").json();
        ((ObjectNode) json.path("billingAddress")).put("company", "Kaffe GmbH").put("address2", "USt-ID DE136695976");

        var translation = (Understood) ShopifyDesk.translate(json, Map.of(ShopifyFields.VAT_FIELD, "address2"));
        assertThat(translation.order().customer().vatNumber()).isEqualTo("DE136695976");
        assertThat(translation.order().customer().companyName()).isEqualTo("Kaffe GmbH");
    }

    @Test
    void readsTheCompanyOfBusinessToBusiness() {
        ObjectNode json = order("1").untaxed("10", 1, "100").json();
        ObjectNode buyer = json.putObject("purchasingEntity").put("__typename", "PurchasingCompany");
        buyer.putObject("company").put("name", "Groß & Sohn GmbH");
        buyer.putObject("location")
                .putObject("taxSettings")
                .put("taxRegistrationId", "DE136695976")
                .putArray("taxExemptions")
                .add("EU_REVERSE_CHARGE_EXEMPTION_RULE");

        var customer = understood(json).order().customer();
        assertThat(customer.companyName()).isEqualTo("Groß & Sohn GmbH");
        assertThat(customer.vatNumber()).isEqualTo("DE136695976");
    }

    @Test
    void makesADeliveryOfEachFulfillmentAndNoneOfWhatWaits() {
        Understood read = understood(order("1")
                .line("10", 3, "100")
                .sent("f1", Map.of("10", 1))
                .sent("f2", Map.of("10", 1), "CANCELLED")
                .sent("f3", Map.of("10", 1), "OPEN"));

        assertThat(read.deliveries()).extracting(ShopDelivery::shopKey).containsExactly("f1", "f2");
        assertThat(read.deliveries()).extracting(ShopDelivery::cancelled).containsExactly(false, true);
    }

    @Test
    void takesBackWhatWasSentAndLeavesOutWhatWasGivenUp() {
        Understood read = understood(order("1")
                .line("10", 3, "100", "30")
                .freight("49")
                .sent("f1", Map.of("10", 2))
                .refunded("r1", Map.of("10", 1), "CANCEL", false)
                .refunded("r2", Map.of("10", 1), "RETURN", true));

        OrderLine line = line(read.order(), "10");
        assertThat(line.quantity()).isEqualByComparingTo("2");
        assertThat(line.discount()).isEqualTo(new Discount.Amount(new BigDecimal("20.00")));
        assertThat(read.order().stated().gross()).hasToString("DKK 229.00");
        assertThat(read.returns())
                .extracting(ShopReturn::quantities)
                .containsExactly(Map.of("10", ONE, "freight-9", ONE));
        assertThat(read.questions()).isEmpty();
    }

    @Test
    void asksAboutPiecesRefundedWhileTheyAreStillToBeSent() {
        Understood read = understood(order("1")
                .line("10", 2, "100")
                .sent("f1", Map.of("10", 1))
                .refunded("r1", Map.of("10", 2), "NO_RESTOCK", false));

        assertThat(questions(read)).containsExactly("SHOPIFY_REFUNDED_BEFORE_SENT");
        assertThat(read.returns()).isEmpty();
    }

    @Test
    void leavesOutPiecesRefundedThatTheShopWillNotSendAnyMore() {
        ObjectNode json = order("1")
                .line("10", 2, "100")
                .sent("f1", Map.of("10", 1))
                .refunded("r1", Map.of("10", 1), "NO_RESTOCK", false)
                .json();
        first(json, "lineItems").put("unfulfilledQuantity", 0);

        Understood read = understood(json);
        assertThat(line(read.order(), "10").quantity()).isEqualByComparingTo("1");
        assertThat(read.returns()).isEmpty();
        assertThat(read.order().stated().gross()).hasToString("DKK 100.00");
    }

    @Test
    void asksAboutMoneyRefundedWithoutPieces() {
        Understood read = understood(
                order("1").line("10", 1, "100").sent("f1", Map.of("10", 1)).refundedMoney("r1", "25"));

        assertThat(read.questions()).isEmpty();
        assertThat(read.returns()).isEmpty();
        assertThat(read.refunds()).singleElement().satisfies(one -> {
            assertThat(one.shopKey()).isEqualTo("r1");
            assertThat(one.gross()).hasToString("DKK 25.00");
        });
    }

    @Test
    void creditsPiecesForWhatTheShopPaidBackWhenItKeptSome() {
        ObjectNode json = order("1")
                .line("10", 1, "100")
                .sent("f1", Map.of("10", 1))
                .refunded("r1", Map.of("10", 1), "RETURN", false)
                .json();
        ObjectNode refund = (ObjectNode) json.path("refunds").path(0);
        ObjectNode adjustment = ((ArrayNode) refund.path("orderAdjustments").path("nodes")).addObject();
        money(money(adjustment.put("reason", "RESTOCK"), "amountSet", "10.00"), "taxAmountSet", "0.00");

        Understood read = understood(json);
        assertThat(read.questions()).isEmpty();
        assertThat(read.returns()).singleElement().satisfies(back -> {
            assertThat(back.quantities().get("10")).isEqualByComparingTo("1");
            assertThat(back.amounts().get("10")).isEqualByComparingTo("90.00");
        });
    }

    @Test
    void asksWhatMoneyWasForThatWasPaidBackBeyondThePieces() {
        ObjectNode json = order("1")
                .line("10", 1, "100")
                .sent("f1", Map.of("10", 1))
                .refunded("r1", Map.of("10", 1), "RETURN", false)
                .json();
        ObjectNode refund = (ObjectNode) json.path("refunds").path(0);
        ObjectNode adjustment = ((ArrayNode) refund.path("orderAdjustments").path("nodes")).addObject();
        money(money(adjustment.put("reason", "REFUND_DISCREPANCY"), "amountSet", "-15.00"), "taxAmountSet", "0.00");

        Understood read = understood(json);
        assertThat(read.returns())
                .singleElement()
                .satisfies(back -> assertThat(back.amounts()).isEmpty());
        assertThat(read.refunds())
                .singleElement()
                .satisfies(one -> assertThat(one.gross()).hasToString("DKK 15.00"));
    }

    @Test
    void countsFreightThatIsToldTwiceOnce() {
        ObjectNode json = order("1")
                .line("10", 1, "100")
                .freight("49")
                .sent("f1", Map.of("10", 1))
                .refunded("r1", Map.of(), "RETURN", true)
                .json();
        ObjectNode refund = (ObjectNode) json.path("refunds").path(0);
        ObjectNode again = ((ArrayNode) refund.path("orderAdjustments").path("nodes")).addObject();
        money(money(again.putNull("reason"), "amountSet", "-49.00"), "taxAmountSet", "-9.80");

        Understood read = understood(json);
        assertThat(read.returns()).extracting(ShopReturn::quantities).containsExactly(Map.of("freight-9", ONE));
        assertThat(read.questions()).isEmpty();
    }

    @Test
    void creditsAPartOfTheFreightByItsAmount() {
        ObjectNode json = order("1")
                .line("10", 1, "100")
                .freight("49")
                .sent("f1", Map.of("10", 1))
                .refunded("r1", Map.of(), "RETURN", true)
                .json();
        ObjectNode refund = (ObjectNode) json.path("refunds").path(0);
        money(first(refund, "refundShippingLines"), "subtotalAmountSet", "20.00");

        Understood read = understood(json);
        assertThat(read.questions()).isEmpty();
        assertThat(read.returns()).singleElement().satisfies(back -> {
            assertThat(back.quantities()).isEmpty();
            assertThat(back.amounts().values())
                    .singleElement()
                    .satisfies(amount -> assertThat(amount).isEqualByComparingTo("20.00"));
        });
    }

    @Test
    void invoicesNothingOfACancelledOrderAndTakesItsDeliveriesBack() {
        ObjectNode json = order("1")
                .line("10", 2, "100")
                .freight("49")
                .sent("f1", Map.of("10", 1))
                .json();
        json.put("cancelledAt", "2026-11-23T13:00:00+01:00");

        Understood read = understood(json);
        assertThat(read.order().deliverableLines()).isEmpty();
        assertThat(read.deliveries()).extracting(ShopDelivery::cancelled).containsExactly(true);
        assertThat(read.questions()).isEmpty();
        assertThat(questions(understood(money(json, "netPaymentSet", "249.00"))))
                .containsExactly("SHOPIFY_CANCELLED_WITH_MONEY");
    }

    @Test
    void acceptsAnEditedOrderByItsPresentTotal() {
        ObjectNode json = order("1")
                .line("10", 1, "100")
                .line("11", 1, "50")
                .sent("f1", Map.of("10", 1))
                .json();
        money(money(json, "totalPriceSet", "100.00"), "totalTaxSet", "20.00");

        assertThat(understood(json).order().stated().gross()).hasToString("DKK 150.00");
    }

    @Test
    void holdsFreightTakenOffAnOrderThatWasDelivered() {
        ObjectNode json = order("1")
                .line("10", 1, "100")
                .freight("49")
                .sent("f1", Map.of("10", 1))
                .json();
        first(json, "shippingLines").put("isRemoved", true);
        money(money(json, "currentTotalPriceSet", "100.00"), "currentTotalTaxSet", "20.00");

        assertThat(heldFor(json)).isEqualTo("SHOPIFY_FREIGHT_REMOVED");
    }

    @Test
    void holdsCurrenciesItCannotRead() {
        assertThat(heldFor(order("1").line("10", 1, "100").json().put("presentmentCurrencyCode", "KRO")))
                .isEqualTo("SHOPIFY_CURRENCY");
        ObjectNode mixed = order("1").line("10", 1, "100").json();
        ((ObjectNode) mixed.path("totalTaxSet").path("presentmentMoney")).put("currencyCode", "EUR");
        assertThat(heldFor(mixed)).isEqualTo("SHOPIFY_CURRENCIES_MIXED");
    }

    @Test
    void holdsADeliveryOfALineTheOrderDoesNotHave() {
        assertThat(heldFor(order("1")
                        .line("10", 1, "100")
                        .sent("f1", Map.of("99", 1))
                        .json()))
                .isEqualTo("SHOPIFY_LINE_UNKNOWN");
    }

    @Test
    void holdsAnAnswerWithoutAnOrder() {
        Translation translation = ShopifyTranslation.of(ShopifyDesk.shop(Map.of()), Json.MAPPER.createObjectNode());

        assertThat(((Translation.NotUnderstood) translation).reasons())
                .containsExactly(Reason.of(ReasonKind.SHOPIFY_NO_ORDER));
    }

    @Test
    void holdsARateThatIsNone() {
        ObjectNode json = order("1").line("10", 1, "100").json();
        ((ObjectNode) first(json, "lineItems").path("taxLines").path(0)).put("rate", new BigDecimal("-0.25"));

        assertThat(heldFor(json)).isEqualTo("SHOPIFY_TAX_RATE");
    }

    @Test
    void holdsAnOrdersTaxThatIsNotItsLines() {
        ObjectNode json = order("1").line("10", 1, "100").json();
        money(money(json, "totalTaxSet", "19.00"), "currentTotalTaxSet", "19.00");

        assertThat(heldFor(json)).isEqualTo("SHOPIFY_TAX_TOTAL");
    }

    @Test
    void holdsPiecesGivenUpForMoreThanTheyCost() {
        ObjectNode json = order("1")
                .line("10", 2, "100")
                .refunded("r1", Map.of("10", 1), "CANCEL", false)
                .json();
        ObjectNode piece = (ObjectNode) json.path("refunds")
                .path(0)
                .path("refundLineItems")
                .path("nodes")
                .path(0);
        money(piece, "subtotalSet", "90.00");

        assertThat(heldFor(json)).isIn("SHOPIFY_REFUND_ODD", "SHOPIFY_TOTALS");
    }

    @Test
    void holdsPiecesThatDoNotAddUp() {
        ObjectNode json = order("1").line("10", 2, "100").json();
        first(json, "lineItems").put("currentQuantity", 1);

        assertThat(heldFor(json)).isEqualTo("SHOPIFY_PIECES");
    }

    @Test
    void asksAboutGoodsNoFulfillmentNames() {
        Understood read = understood(order("1").line("10", 1, "100").status("FULFILLMENT_NOT_REQUIRED"));

        assertThat(questions(read)).containsExactly("SHOPIFY_NOT_SENT");
    }
}
