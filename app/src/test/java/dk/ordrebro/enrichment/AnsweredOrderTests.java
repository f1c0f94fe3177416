package dk.ordrebro.enrichment;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.template.TemplateSet;
import dk.ordrebro.enrichment.treatment.VatTreatment;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.question.Answer;
import dk.ordrebro.question.AnswerId;
import dk.ordrebro.question.Kind;
import dk.ordrebro.question.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A question, its answer, and the document that follows. Amounts are with VAT, then the VAT of them, reckoned by hand. */
class AnsweredOrderTests {

    private static final Answer CHECKED = new Answer.VatNumberChecked(
            "DE263742566", Answer.VatNumberChecked.How.BY_HAND, Instant.parse("2026-11-24T09:00:00Z"), null);

    private final Enricher enricher = Enricher.bundled();

    private Enrichment enrich(Order order, TemplateSet templates, LocalDate day, Answer... answers) {
        Case plain = Given.caseOf(order, Given.everything(order), templates);
        return enricher.enrich(new Case(
                plain.shop(),
                order,
                plain.fulfillment(),
                templates,
                plain.chart(),
                plain.reference(),
                day,
                given(answers)));
    }

    private static List<dk.ordrebro.question.Given> given(Answer... answers) {
        return Arrays.stream(answers)
                .map(answer -> new dk.ordrebro.question.Given(
                        new AnswerId(new UUID(9, 1)),
                        new OrderId(new UUID(3, 1)),
                        "ASKED",
                        answer,
                        "ida@example.com",
                        Given.HANDLED,
                        "",
                        null))
                .toList();
    }

    private Enrichment enrich(GivenOrder order, Answer... answers) {
        return enrich(order.build(), Given.templates(), LocalDate.of(2026, 11, 23), answers);
    }

    private List<Kind> asked(GivenOrder order, Answer... answers) {
        assertThat(enrich(order, answers)).isInstanceOf(Enrichment.Needs.class);
        return ((Enrichment.Needs) enrich(order, answers))
                .questions().stream().map(Reason::kind).toList();
    }

    private Enrichment.Ready ready(GivenOrder order, Answer... answers) {
        assertThat(enrich(order, answers)).isInstanceOf(Enrichment.Ready.class);
        return (Enrichment.Ready) enrich(order, answers);
    }

    private InvoiceDraft draft(GivenOrder order, Answer... answers) {
        return ready(order, answers).draft();
    }

    private static String sum(InvoiceDraft draft) {
        return draft.expected().gross().getAmount() + " / "
                + draft.expected().vat().getAmount();
    }

    private static List<String> lines(InvoiceDraft draft) {
        return draft.lines().stream()
                .map(line -> line.description() + " " + line.expected().gross().getAmount())
                .toList();
    }

    private static GivenOrder tillSale() {
        return order().to("", "").item("1", "79");
    }

    @Test
    void sellsInTheShopsOwnCountry() {
        assertThat(asked(tillSale())).containsExactly(Question.COUNTRY_MISSING);

        Enrichment.Ready ready = ready(tillSale(), new Answer.ShopCountry("DK"));

        assertThat(sum(ready.draft())).isEqualTo("79.00 / 15.80");
        assertThat(ready.trail().treatment()).isEqualTo(VatTreatment.DOMESTIC);
        assertThat(ready.trail().notes()).contains("ANSWER_SHOP_COUNTRY|ida@example.com");
    }

    @Test
    void deliversWhereAPersonSays() {
        GivenOrder nowhere = order().rate("0").to("Skandinavien", "").item("1", "100");
        assertThat(asked(nowhere)).containsExactly(Question.COUNTRY_UNKNOWN);

        Enrichment.Ready ready = ready(nowhere, new Answer.Destination("NO", "0155", "Oslo"));

        assertThat(sum(ready.draft())).isEqualTo("100.00 / 0.00");
        assertThat(ready.trail().treatment()).isEqualTo(VatTreatment.EXPORT_ZERO);
        assertThat(ready.draft().buyer().country()).isEqualTo("NO");
    }

    @Test
    void takesTheLatestOfTwoPlaces() {
        GivenOrder nowhere = order().rate("0").to("", "").item("1", "100");

        assertThat(ready(nowhere, new Answer.ShopCountry("DK"), new Answer.Destination("NO", "0155", "Oslo"))
                        .trail()
                        .treatment())
                .isEqualTo(VatTreatment.EXPORT_ZERO);
    }

    @Test
    void sellsAtHomeWhatWasPickedUpByAForeigner() {
        // a Norwegian postcode that would be Greenland's, were it a Danish one
        GivenOrder norwegian = order().to("NO", "3912").item("1", "1250");
        assertThat(asked(norwegian)).containsExactly(Question.TAX_CHARGED_ON_EXPORT);

        Enrichment.Ready ready = ready(norwegian, new Answer.PickedUpInDenmark());

        assertThat(sum(ready.draft())).isEqualTo("1250.00 / 250.00");
        assertThat(ready.trail().treatment()).isEqualTo(VatTreatment.DOMESTIC);
        assertThat(ready.draft().buyer().city()).isEqualTo("3912 By NO");
        assertThat(ready.draft().buyer().country()).isEqualTo("DK");
    }

    /** The postcode of the printed address decided nothing, or something else; what a person says does. */
    @ParameterizedTest
    @CsvSource({"800, AREA_UNSURE", "3912,"})
    void sellsAtHomeWhatWasPickedUpWhateverTheDanishPostcode(String postcode, @Nullable Question question) {
        GivenOrder danish = order().to("DK", postcode).item("1", "1250");
        if (question != null) {
            assertThat(asked(danish)).containsExactly(question);
        }

        for (Answer answer :
                List.of(new Answer.PickedUpInDenmark(), new Answer.DanishSale(), new Answer.ShopCountry("DK"))) {
            Enrichment.Ready ready = ready(danish, answer);

            assertThat(sum(ready.draft())).isEqualTo("1250.00 / 250.00");
            assertThat(ready.trail().treatment()).isEqualTo(VatTreatment.DOMESTIC);
        }
    }

    private static GivenOrder german() {
        return order().rate("0").to("DE", "24937").company("Brandt GmbH", "DE263742566", false);
    }

    @Test
    void sellsWithoutVatOnceTheNumberIsChecked() {
        assertThat(asked(german().item("1", "100"))).containsExactly(Question.VAT_NUMBER_UNVERIFIED);

        InvoiceDraft draft = draft(german().item("1", "100"), CHECKED);

        assertThat(sum(draft)).isEqualTo("100.00 / 0.00");
        assertThat(draft.buyer().registrationNumber()).isEqualTo("DE263742566");
    }

    @Test
    void stillAsksForACheckOfANumberThatWasTyped() {
        GivenOrder unnamed = order().rate("0")
                .to("DE", "24937")
                .company("Brandt GmbH", null, false)
                .item("1", "100");

        assertThat(asked(unnamed)).containsExactly(Question.VAT_NUMBER_INVALID);
        assertThat(asked(unnamed, new Answer.VatNumberTyped("DE263742566")))
                .containsExactly(Question.VAT_NUMBER_UNVERIFIED);
        assertThat(sum(draft(unnamed, new Answer.VatNumberTyped("DE263742566"), CHECKED)))
                .isEqualTo("100.00 / 0.00");
    }

    @Test
    void neverPutsVatOnANetPriceByGuessing() {
        GivenOrder untold = order().net()
                .rate(null)
                .to("DE", "24937")
                .company("Brandt GmbH", "DE263742566", false)
                .item("1", "100");

        assertThat(asked(untold)).containsExactly(Question.RATE_UNTOLD);
        assertThat(sum(draft(untold, CHECKED))).isEqualTo("100.00 / 0.00");
        assertThat(sum(draft(untold, new Answer.DanishVatInside()))).isEqualTo("100.00 / 20.00");
    }

    @Test
    void putsDanishVatInsideWhatEachLineCost() {
        GivenOrder zero = german().item("3", "33.33")
                .item("1", "0.01")
                .freight("39")
                .off("10")
                .statedGross("129.00")
                .statedVat("0");
        // 99.99 + 0.01 less 10 is 90.00, of which 89.99 and 0.01; VAT 18.00, 0.00 and 7.80
        InvoiceDraft draft = draft(zero, new Answer.DanishVatInside());

        assertThat(sum(draft)).isEqualTo("129.00 / 25.80");
        assertThat(draft.lines()).allSatisfy(line -> assertThat(line.rate()).isEqualTo(VatRate.percent("25")));
        assertThat(draft.lines().stream()
                        .map(line -> line.expected().gross().getAmount().toString()))
                .containsExactly("89.99", "0.01", "39.00");
    }

    @Test
    void keepsWhatWasChargedWithForeignVatOnNetPrices() {
        GivenOrder foreign = order().net()
                .rate("27")
                .to("DE", "24937")
                .item("1", "100")
                .statedGross("127.00")
                .statedVat("27.00");
        assertThat(asked(foreign)).containsExactly(Question.FOREIGN_VAT);

        Enrichment.Ready ready = ready(foreign, new Answer.DanishSale());

        assertThat(sum(ready.draft())).isEqualTo("127.00 / 25.40");
        assertThat(ready.trail().treatment()).isEqualTo(VatTreatment.DOMESTIC);
    }

    private static GivenOrder cheaperFreight() {
        return order().item("1", "125").line(LineKind.FREIGHT, "1", "-10", null).statedGross("115.00");
    }

    @Test
    void takesANegativeLineForADiscountOrAReturnedPiece() {
        assertThat(asked(cheaperFreight())).containsExactly(Question.NEGATIVE_LINE);

        for (var what : List.of(Answer.NegativeLineIs.What.DISCOUNT, Answer.NegativeLineIs.What.RETURN)) {
            InvoiceDraft draft = draft(cheaperFreight(), new Answer.NegativeLineIs("2", what));
            assertThat(sum(draft)).isEqualTo("115.00 / 23.00");
            assertThat(draft.lines()).hasSize(1);
        }
    }

    @Test
    void takesANegativeLineForAPayment() {
        InvoiceDraft draft =
                draft(cheaperFreight(), new Answer.NegativeLineIs("2", Answer.NegativeLineIs.What.PAYMENT));

        assertThat(sum(draft)).isEqualTo("125.00 / 25.00");
    }

    @Test
    void leavesOtherNegativeLinesAQuestion() {
        assertThat(asked(cheaperFreight(), new Answer.NegativeLineIs("7", Answer.NegativeLineIs.What.DISCOUNT)))
                .containsExactly(Question.NEGATIVE_LINE);
    }

    @Test
    void lowersEverythingByADiscountTheGoodsCannotBear() {
        GivenOrder large = order().item("1", "100")
                .freight("50")
                .line(LineKind.DISCOUNT, "1", "-125", null)
                .statedGross("25.00");
        assertThat(asked(large)).containsExactly(Question.DISCOUNT_TOO_LARGE);

        InvoiceDraft draft = draft(large, new Answer.NegativeLineIs("3", Answer.NegativeLineIs.What.DISCOUNT));

        // 125 spread over 100 and 50 leaves 16.67 and 8.33; VAT 3.33 and 1.67
        assertThat(sum(draft)).isEqualTo("25.00 / 5.00");
    }

    private static Answer difference(Answer.DifferenceIs.What what) {
        return new Answer.DifferenceIs(what);
    }

    @Test
    void writesFreightThatOnlyTheTotalHasAsALine() {
        GivenOrder short39 = order().item("1", "89").statedGross("128.00").statedVat("25.60");
        assertThat(asked(short39)).containsExactly(Question.TOTAL_DISAGREES);

        Enrichment.Ready ready = ready(short39, difference(Answer.DifferenceIs.What.FREIGHT));

        assertThat(sum(ready.draft())).isEqualTo("128.00 / 25.60");
        assertThat(lines(ready.draft())).containsExactly("SKU-1 item 1 89.00", "Fragt 39.00");
        assertThat(ready.draft().lines().getLast().account().account().toString())
                .isEqualTo("1115");
        assertThat(ready.trail().notes()).contains("ANSWER_DIFFERENCE_IS|ida@example.com");
    }

    @Test
    void writesTheMissingFreightOnTheLastPartOnly() {
        Order order =
                order().net().rate("25").item("2", "80").statedGross("239.00").build();
        Case whole = Given.caseOf(order, Given.everything(order));
        List<String> sums = java.util.stream.Stream.of(0, 1)
                .map(from ->
                        Given.part(from + 1, List.of(new FulfilledLine("1", new BigDecimal(from), BigDecimal.ONE))))
                .map(part -> enricher.enrich(new Case(
                        whole.shop(),
                        order,
                        part,
                        whole.templates(),
                        whole.chart(),
                        whole.reference(),
                        LocalDate.of(2026, 11, 23),
                        given(difference(Answer.DifferenceIs.What.FEE)))))
                .map(enrichment -> sum(((Enrichment.Ready) enrichment).draft()))
                .toList();

        assertThat(sums).containsExactly("100.00 / 20.00", "139.00 / 27.80");
    }

    @Test
    void spreadsAMissingAmountAsADiscount() {
        GivenOrder over = order().item("1", "100").freight("25").statedGross("100.00");

        InvoiceDraft draft = draft(over, difference(Answer.DifferenceIs.What.DISCOUNT));

        // 25 off 100 and 25: 80.00 and 20.00
        assertThat(sum(draft)).isEqualTo("100.00 / 20.00");
        assertThat(lines(draft)).containsExactly("SKU-1 item 1 80.00", "freight 2 20.00");
    }

    @Test
    void invoicesAllThatWasSoldWherePartWasPaidOtherwise() {
        GivenOrder wallet = order().item("1", "750").statedGross("625.00").statedVat("125.00");

        assertThat(sum(draft(wallet, difference(Answer.DifferenceIs.What.PAYMENT))))
                .isEqualTo("750.00 / 150.00");
    }

    @Test
    void neverTakesFreightForWhatMadeAnOrderCheaper() {
        assertThat(asked(order().item("1", "100").statedGross("90"), difference(Answer.DifferenceIs.What.FREIGHT)))
                .containsExactly(Question.TOTAL_DISAGREES);
    }

    @Test
    void roundsDownByTheOereAndUpOnAnAccountForIt() {
        Answer rounding = difference(Answer.DifferenceIs.What.ROUNDING);
        assertThat(sum(draft(order().item("1", "100.01").statedGross("100.00"), rounding)))
                .isEqualTo("100.00 / 20.00");

        GivenOrder up = order().item("1", "70.75").statedGross("71.00");
        assertThat(asked(up, rounding)).containsExactly(Question.TEMPLATE_INCOMPLETE);

        TemplateSet templates = Given.templatesAnd(new Template(
                TemplateKind.ROUNDING,
                Area.DOMESTIC,
                Given.templates().templates().getFirst().account(),
                Given.FREE));
        Enrichment booked = enrich(up.build(), templates, LocalDate.of(2026, 11, 23), rounding);

        InvoiceDraft draft = ((Enrichment.Ready) booked).draft();
        assertThat(sum(draft)).isEqualTo("71.00 / 14.15");
        assertThat(lines(draft)).containsExactly("SKU-1 item 1 70.75", "Øreafrunding 0.25");
    }

    @Test
    void neverRoundsAwayMoreThanAKrone() {
        assertThat(asked(order().item("1", "100").statedGross("98.99"), difference(Answer.DifferenceIs.What.ROUNDING)))
                .containsExactly(Question.TOTAL_DISAGREES);
    }

    @Test
    void takesTheLedgersVat() {
        GivenOrder odd = order().item("1", "100").statedGross("100.00").statedVat("17.00");
        assertThat(asked(odd)).containsExactly(Question.VAT_DISAGREES);

        assertThat(sum(draft(odd, new Answer.LedgerVat()))).isEqualTo("100.00 / 20.00");
    }

    @Test
    void datesOnlyTheDocumentAnotherDay() {
        Order order = order().item("1", "125").build();

        Enrichment.Ready ready = (Enrichment.Ready) enrich(
                order, Given.templates(), LocalDate.of(2026, 12, 1), new Answer.InvoiceDay(LocalDate.of(2026, 12, 1)));

        assertThat(ready.draft().date()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(ready.trail().notes()).contains("ANSWER_INVOICE_DAY|ida@example.com");
    }

    @Test
    void creditsACancellationWithoutAnOriginalWhereAPersonSaysSo() {
        GivenOrder cancelled = order().item("-1", "125").statedGross("-125.00");
        assertThat(asked(cancelled)).containsExactly(Question.ORIGINAL_UNKNOWN);

        InvoiceDraft draft = draft(cancelled, new Answer.StandAloneCredit());

        assertThat(draft.type()).isEqualTo(DocumentType.CREDIT_NOTE);
        assertThat(sum(draft)).isEqualTo("125.00 / 25.00");
    }

    @Test
    void neverChangesWhatTheShopSaid() {
        Order order = tillSale().build();
        enrich(order, Given.templates(), LocalDate.of(2026, 11, 23), new Answer.ShopCountry("DK"));

        assertThat(order.delivery()).extracting(Address::country).isEqualTo("");
    }
}
