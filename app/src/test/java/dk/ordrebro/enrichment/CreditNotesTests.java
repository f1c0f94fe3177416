package dk.ordrebro.enrichment;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.enrichment.credit.CreditNotes;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.MoneyBack;
import dk.ordrebro.order.Order;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreditNotesTests {

    private static final Template ROUNDING =
            new Template(TemplateKind.ROUNDING, Area.DOMESTIC, new AccountNumber(1110), Given.FREE);

    private static InvoiceDraft credit(Order order, boolean reopens, List<FulfilledLine> back) {
        Fulfillment delivery = Given.everything(order);
        Enrichment invoice = Enricher.bundled().enrich(Given.caseOf(order, delivery, Given.templatesAnd(ROUNDING)));
        return CreditNotes.credit(
                ((Enrichment.Ready) invoice).draft(),
                new InvoiceId("i"),
                delivery,
                Given.back(delivery, 2, reopens, back),
                new Reference("nordlys:1001:2"));
    }

    private static FulfilledLine pieces(String line, int from, int pieces) {
        return new FulfilledLine(line, BigDecimal.valueOf(from), BigDecimal.valueOf(pieces));
    }

    @Test
    void takesTheRoundingLineBackWithTheLastOfTheOthers() {
        Order order = order().item("2", "50").statedGross("100.01").build();

        assertThat(credit(order, true, List.of(pieces("1", 0, 2))).expected().gross())
                .hasToString("DKK 100.01");
        assertThat(credit(order, false, List.of(pieces("1", 0, 2))).expected().gross())
                .hasToString("DKK 100.01");
        assertThat(credit(order, false, List.of(pieces("1", 0, 1))).expected().gross())
                .hasToString("DKK 50.00");
    }

    @Test
    void keepsNetPricesWhereTheyGiveTheGrossThatIsDue() {
        Order order = order().net().item("2", "80").item("1", "40").build();

        InvoiceDraft credit = credit(order, false, List.of(pieces("1", 1, 1)));

        assertThat(credit.priceMode()).isEqualTo(PriceMode.EXCLUDING_VAT);
        assertThat(credit.lines()).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualByComparingTo("1");
            assertThat(line.unitPrice().toString()).isEqualTo("DKK 80.00");
        });
        assertThat(credit.expected().gross().toString()).isEqualTo("DKK 100.00");
    }

    /** Three pieces at 0.02 net are 0.08 with VAT, and one piece's 0.03 cannot be reached from 0.02 net by a ledger that adds 25 % to it. */
    @Test
    void turnsToGrossPricesWhereNetOnesCannotGiveTheGrossThatIsDue() {
        Order order = order().net().item("3", "0.02").build();

        InvoiceDraft first = credit(order, false, List.of(pieces("1", 0, 1)));
        InvoiceDraft second = credit(order, false, List.of(pieces("1", 1, 1)));
        InvoiceDraft third = credit(order, false, List.of(pieces("1", 2, 1)));

        assertThat(first.expected()
                        .gross()
                        .plus(second.expected().gross())
                        .plus(third.expected().gross())
                        .toString())
                .isEqualTo("DKK 0.08");
        assertThat(List.of(first.priceMode(), second.priceMode(), third.priceMode()))
                .contains(PriceMode.INCLUDING_VAT);
    }

    @Test
    void takesBackTheStretchThatCameBackAndNoOtherLine() {
        Order order = order().item("3", "33.33").item("1", "10").freight("39").build();

        InvoiceDraft credit = credit(order, false, List.of(pieces("1", 1, 2)));

        assertThat(credit.lines()).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualByComparingTo("2");
            assertThat(line.unitPrice().toString()).isEqualTo("DKK 33.33");
        });
        assertThat(credit.expected().gross().toString()).isEqualTo("DKK 66.66");
        assertThat(credit.message()).isEqualTo("Kreditnota til ordre #1001");
    }

    private static CreditNotes notes(Order order, Fulfillment... earlier) {
        Fulfillment delivery = Given.everything(order);
        Enrichment invoice = Enricher.bundled().enrich(Given.caseOf(order, delivery));
        return new CreditNotes(((Enrichment.Ready) invoice).draft(), new InvoiceId("i"), delivery, List.of(earlier));
    }

    private static Fulfillment paidBack(Order order, int number, String line, String pieces, MoneyBack money) {
        return Given.back(
                Given.everything(order),
                number,
                false,
                List.of(new FulfilledLine(line, BigDecimal.ZERO, new BigDecimal(pieces), money)));
    }

    private static MoneyBack kroner(String amount) {
        return MoneyBack.of(new BigDecimal(amount));
    }

    @Test
    void creditsAnAmountOffALineWithItsVat() {
        Order order = order().item("2", "129").freight("39").build();

        InvoiceDraft credit =
                notes(order).credit(paidBack(order, 2, "1", "0", kroner("90")), new Reference("nordlys:1001:2"));

        assertThat(credit.expected().toString()).contains("DKK 90.00", "DKK 18.00");
        assertThat(credit.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.account().account()).isEqualTo(new AccountNumber(1110)));
    }

    @Test
    void creditsWhatTheShopPaidBackForPiecesThoughItIsAnOereBeside() {
        Order order = order().item("3", "33.33").build();

        InvoiceDraft credit =
                notes(order).credit(paidBack(order, 2, "1", "2", kroner("66.67")), new Reference("nordlys:1001:2"));

        assertThat(credit.expected().gross().toString()).isEqualTo("DKK 66.67");
    }

    @Test
    void spreadsAnAmountOverWhatIsLeftOfEachLine() {
        Order order = order().item("1", "100").item("1", "300").build();
        Fulfillment before = paidBack(order, 2, "1", "0", kroner("60"));

        InvoiceDraft credit =
                notes(order, before).credit(paidBack(order, 3, "", "0", kroner("34")), new Reference("nordlys:1001:3"));

        assertThat(credit.lines())
                .extracting(line -> line.expected().gross().toString())
                .containsExactly("DKK 4.00", "DKK 30.00");
        assertThat(credit.expected().vat().toString()).isEqualTo("DKK 6.80");
    }

    @Test
    void booksGoodwillOnItsOwnAccountWithTheVatOfTheLines() {
        Order order = order().item("1", "125").build();

        InvoiceDraft credit = notes(order)
                .credit(
                        paidBack(order, 2, "", "0", new MoneyBack(new BigDecimal("25"), 1120)),
                        new Reference("nordlys:1001:2"));

        assertThat(credit.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.account().account()).isEqualTo(new AccountNumber(1120)));
        assertThat(credit.expected().vat().toString()).isEqualTo("DKK 5.00");
    }

    @Test
    void saysByHowMuchTheMoneyExceedsWhatIsLeft() {
        Order order = order().item("1", "100").freight("39").build();
        Fulfillment before = paidBack(order, 2, "1", "0", kroner("60"));

        assertThat(notes(order, before).beyond(paidBack(order, 3, "1", "0", kroner("40"))))
                .isEmpty();
        assertThat(notes(order, before).beyond(paidBack(order, 3, "1", "0", kroner("40.01"))))
                .hasValueSatisfying(over -> assertThat(over.toString()).isEqualTo("DKK 0.01"));
        assertThat(notes(order, before).beyond(paidBack(order, 3, "", "0", kroner("80"))))
                .hasValueSatisfying(over -> assertThat(over.toString()).isEqualTo("DKK 1.00"));
    }

    @Test
    void givesBackOnlyTheRestOfALineWhosePiecesComeBackAfterMoneyDid() {
        Order order = order().item("2", "100").build();
        Fulfillment money = paidBack(order, 2, "1", "0", kroner("30"));
        Fulfillment pieces = Given.back(Given.everything(order), 3, false, List.of(pieces("1", 0, 2)));

        InvoiceDraft credit = notes(order, money).credit(pieces, new Reference("nordlys:1001:3"));

        assertThat(credit.expected().gross().toString()).isEqualTo("DKK 170.00");
    }

    @Test
    void takesAnOereBesideThePiecesFromOtherLinesOfTheRate() {
        Order order = order().item("3", "33.33").freight("39").build();

        Fulfillment all = paidBack(order, 2, "1", "3", kroner("100.01"));

        assertThat(notes(order).beyond(all)).isEmpty();
        assertThat(notes(order)
                        .credit(all, new Reference("nordlys:1001:2"))
                        .expected()
                        .gross())
                .hasToString("DKK 100.01");
        assertThat(notes(order).beyond(paidBack(order, 2, "1", "3", kroner("100.03"))))
                .hasValueSatisfying(over -> assertThat(over).hasToString("DKK 0.01"));
    }
}
