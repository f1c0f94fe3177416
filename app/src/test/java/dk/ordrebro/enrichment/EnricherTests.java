package dk.ordrebro.enrichment;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.template.TemplateSet;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Kind;
import dk.ordrebro.question.Reason;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnricherTests {

    private final Enricher enricher = Enricher.bundled();

    private Enrichment enrich(Order order) {
        return enricher.enrich(Given.caseOf(order, Given.everything(order)));
    }

    private InvoiceDraft draft(GivenOrder order) {
        Enrichment enrichment = enrich(order.build());
        assertThat(enrichment).isInstanceOf(Enrichment.Ready.class);
        return ((Enrichment.Ready) enrichment).draft();
    }

    private List<Kind> questions(GivenOrder order) {
        Enrichment enrichment = enrich(order.build());
        assertThat(enrichment).isInstanceOf(Enrichment.Needs.class);
        return ((Enrichment.Needs) enrichment)
                .questions().stream().map(Reason::kind).toList();
    }

    // docs/reference/vat.md 5.4
    @Test
    void sumsTheWorkedExamplesOfTheReference() {
        assertThat(draft(order().item("3", "33.33"))).satisfies(gross("99.99", "20.00"));
        assertThat(draft(order().item("1", "100.02"))).satisfies(gross("100.02", "20.00"));
        assertThat(draft(order().item("3", "33.33", percent("10")))).satisfies(gross("89.99", "18.00"));
        assertThat(draft(order().item("1", "200")
                        .item("1", "200")
                        .item("1", "200")
                        .off("100")))
                .satisfies(gross("500.00", "100.00"));
        assertThat(draft(order().in("JPY").item("3", "3333"))).satisfies(gross("9999", "2000"));
        assertThat(draft(order().item("1000000", "999999.99"))).satisfies(gross("999999990000.00", "199999998000.00"));
        GivenOrder tiny = order();
        for (int i = 0; i < 10; i++) {
            tiny.item("1", "0.03");
        }
        assertThat(draft(tiny)).satisfies(gross("0.30", "0.06"));
    }

    private static java.util.function.Consumer<InvoiceDraft> gross(String gross, String vat) {
        return draft -> {
            assertThat(draft.expected().gross().getAmount()).isEqualByComparingTo(gross);
            assertThat(draft.expected().vat().getAmount()).isEqualByComparingTo(vat);
        };
    }

    private static Discount percent(String percent) {
        return new Discount.Percent(new BigDecimal(percent));
    }

    @Test
    void reachesATotalThatNetPricesCannotReach() {
        InvoiceDraft draft = draft(order().net().item("1", "80.016").statedGross("100.02"));

        assertThat(draft.priceMode()).isEqualTo(PriceMode.INCLUDING_VAT);
        assertThat(draft.expected().gross().toString()).isEqualTo("DKK 100.02");
    }

    @Test
    void letsTheOrdersTotalDecideBetweenTheWaysOfSumming() {
        assertThat(draft(order().net().item("1", "0.02").item("1", "0.02").statedGross("0.06"))
                        .expected()
                        .gross()
                        .toString())
                .isEqualTo("DKK 0.06");
        assertThat(draft(order().net().item("1", "0.02").item("1", "0.02").statedGross("0.05"))
                        .expected()
                        .gross()
                        .toString())
                .isEqualTo("DKK 0.05");
    }

    @Test
    void holdsATotalNoWayOfSummingMeets() {
        assertThat(questions(order().item("1", "100").statedGross("139"))).containsExactly(Question.TOTAL_DISAGREES);
    }

    @Test
    void addsARoundingLineOnlyWhereAPersonHasChosenAnAccountForIt() {
        Order order = order().item("1", "100").statedGross("100.01").build();
        Template rounding = new Template(
                TemplateKind.ROUNDING, Area.DOMESTIC, new dk.ordrebro.accounting.AccountNumber(1110), Given.FREE);

        Enrichment with = enricher.enrich(Given.caseOf(order, Given.everything(order), Given.templatesAnd(rounding)));

        assertThat(enrich(order)).isInstanceOf(Enrichment.Needs.class);
        assertThat(((Enrichment.Ready) with).draft().expected().gross().toString())
                .isEqualTo("DKK 100.01");
    }

    @Test
    void keepsQuantityAndUnitPriceAndPutsTheRestInTheDiscount() {
        var line = draft(order().net().item("3", "26.664").statedGross("99.99"))
                .lines()
                .getFirst();

        assertThat(line.quantity()).isEqualByComparingTo("3");
        assertThat(line.expected().gross().toString()).isEqualTo("DKK 99.99");
        assertThat(line.discount().isNegative()).isFalse();
    }

    @Test
    void spreadsADiscountLineOverTheGoods() {
        InvoiceDraft draft = draft(order().item("1", "100")
                .item("1", "300")
                .line(LineKind.DISCOUNT, "1", "-40", null)
                .freight("49"));

        assertThat(draft.lines()).hasSize(3);
        assertThat(draft.lines().get(0).expected().gross().toString()).isEqualTo("DKK 90.00");
        assertThat(draft.lines().get(1).expected().gross().toString()).isEqualTo("DKK 270.00");
        assertThat(draft.expected().gross().toString()).isEqualTo("DKK 409.00");
    }

    @Test
    void neverLetsAGiftCardLowerWhatIsInvoiced() {
        InvoiceDraft draft = draft(order().item("1", "500").paidByGiftCard("200"));

        assertThat(draft.expected().gross().toString()).isEqualTo("DKK 500.00");
        assertThat(draft.message()).contains("Betalt med gavekort");
    }

    @Test
    void putsFreightLastAndOnItsOwnAccount() {
        InvoiceDraft draft = draft(order().freight("49").item("1", "100"));

        assertThat(draft.lines()).extracting(l -> l.account().account().value()).containsExactly(1110, 1115);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    DK, 8000,     25, DOMESTIC, DK, PERSON
                    DK, 3900,      0, OUTSIDE,  GL, PERSON
                    DK, FO-100,    0, OUTSIDE,  FO, PERSON
                    DE, 10115,    25, EU,       DE, PERSON
                    DE, 27498,     0, OUTSIDE,  DE, PERSON
                    FI, AX-22100,  0, OUTSIDE,  AX, PERSON
                    NO, 0150,      0, OUTSIDE,  NO, PERSON
                    UK, SW1A 1AA,  0, OUTSIDE,  GB, PERSON
                    US, 10001,     0, OUTSIDE,  US, PERSON
                    """)
    void takesTheAreaFromTheDeliveryAddress(
            String country, String postcode, String rate, Area area, String vatCountry, BuyerType buyer) {
        Order order = order().to(country, postcode).rate(rate).item("1", "100").build();
        // Heligoland lies in a country whose consumers pay VAT: only a ruleset without VAT is right there
        TemplateSet templates = new TemplateSet(Given.templates().templates().stream()
                .map(t -> t.area() == Area.OUTSIDE ? new Template(t.kind(), t.area(), t.account(), Given.FREE) : t)
                .toList());

        Enrichment enrichment = enricher.enrich(Given.caseOf(order, Given.everything(order), templates));

        assertThat(enrichment).isInstanceOf(Enrichment.Ready.class);
        assertThat(enrichment.trail().area()).isEqualTo(area);
        InvoiceDraft draft = ((Enrichment.Ready) enrichment).draft();
        assertThat(draft.buyer().country()).isEqualTo(vatCountry);
        assertThat(draft.buyer().type()).isEqualTo(buyer);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    '',  8000,  COUNTRY_MISSING
                    QQ,  8000,  COUNTRY_UNKNOWN
                    XK1, 8000,  COUNTRY_UNKNOWN
                    GB,  '',    AREA_UNSURE
                    DK,  800,   AREA_UNSURE
                    DK,  3800,  AREA_UNSURE
                    CY,  9100,  AREA_UNSURE
                    """)
    void asksWhereAnAddressLeavesTheAreaOpen(String country, String postcode, Question code) {
        assertThat(questions(order().to(country, postcode).item("1", "100"))).contains(code);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    DK,  800,   25, DK 800 By
                    GB,  '',    0,  GB By
                    DE,  10115, 38, DE|38 %
                    """)
    void asksInTheWordsOfTheOrder(String country, String postcode, String rate, String facts) {
        Enrichment enrichment =
                enrich(order().to(country, postcode).rate(rate).item("1", "138").build());

        assertThat(((Enrichment.Needs) enrichment).questions())
                .extracting(question -> String.join(
                        "|", question.facts().stream().map(Fact::plain).toList()))
                .containsExactly(facts);
    }

    @Test
    void takesAnyAssignedCountryTheTableDoesNotNameForOutside() {
        assertThat(enrich(
                        order().to("JP", "100-0001").rate("0").item("1", "100").build()))
                .isInstanceOf(Enrichment.Ready.class);
    }

    @Test
    void zeroRatesAnEuBusinessOnlyWithAVerifiedNumberOfAnotherState() {
        assertThat(questions(order().to("DE", "10115").rate("0").item("1", "100")))
                .containsExactly(Question.VAT_NUMBER_INVALID);
        assertThat(questions(order().to("DE", "10115")
                        .company("Tee GmbH", "DE136695976", false)
                        .rate("0")
                        .item("1", "100")))
                .containsExactly(Question.VAT_NUMBER_UNVERIFIED);
        assertThat(questions(order().to("DE", "10115")
                        .company("Te ApS", "DK13585628", true)
                        .rate("0")
                        .item("1", "100")))
                .containsExactly(Question.VAT_NUMBER_INVALID);

        InvoiceDraft draft = draft(order().to("DE", "10115")
                .company("Tee GmbH", "DE136695976", true)
                .rate("0")
                .item("1", "100"));

        assertThat(draft.buyer().type()).isEqualTo(BuyerType.COMPANY);
        assertThat(draft.message()).contains("DE136695976").contains("§ 34");
    }

    @Test
    void decidesTheAreaBeforeItLooksAtAVatNumber() {
        Enrichment enrichment = enrich(order().to("ES", "35001")
                .company("Islas SL", "ESB12345674", true)
                .rate("0")
                .item("1", "100")
                .build());

        assertThat(enrichment.trail().area()).isEqualTo(Area.OUTSIDE);
    }

    @Test
    void holdsTaxChargedOnAnExport() {
        assertThat(questions(order().to("NO", "0150").rate("25").item("1", "125")))
                .containsExactly(Question.TAX_CHARGED_ON_EXPORT);
    }

    @Test
    void holdsARateTheRulesetDoesNotGive() {
        assertThat(questions(order().rate("12").item("1", "112"))).containsExactly(Question.RATE_DISAGREES);
        assertThat(questions(order().to("DE", "10115").rate("19").item("1", "119")))
                .containsExactly(Question.RATE_DISAGREES);
        assertThat(questions(order().to("DE", "10115").rate("38").item("1", "138")))
                .containsExactly(Question.FOREIGN_VAT);
    }

    @Test
    void asksForATemplateOnceHoweverManyLinesNeedIt() {
        Order order = order().item("1", "100").item("1", "100").freight("10").build();

        Enrichment enrichment =
                enricher.enrich(Given.caseOf(order, Given.everything(order), new TemplateSet(List.of())));

        assertThat(((Enrichment.Needs) enrichment).questions())
                .extracting(Reason::facts)
                .containsExactly(
                        List.of(new Fact.TemplateOf("ITEM", "DOMESTIC")),
                        List.of(new Fact.TemplateOf("FREIGHT", "DOMESTIC")));
    }

    @Test
    void neverGuessesTheAccountOfAGiftCardSold() {
        assertThat(questions(order().rate("0").line(LineKind.GIFT_CARD, "1", "500", null)))
                .containsExactly(Question.GIFT_CARD_TEMPLATE_MISSING);
    }

    @Test
    void findsNothingToInvoiceWhereEverythingIsFree() {
        assertThat(enrich(order().to("", "").item("-9", "0").build())).isInstanceOf(Enrichment.Nothing.class);
        assertThat(enrich(order().item("2", "80").offPercent("100", false).build()))
                .isInstanceOf(Enrichment.Nothing.class);
    }

    @Test
    void leavesNoNegativeLineToTheLedger() {
        assertThat(questions(order().item("1", "100").item("-1", "10"))).containsExactly(Question.NEGATIVE_LINE);
    }

    @Test
    void holdsACancellationWithoutItsOriginalUnlessTheShopAllowsIt() {
        Order order = order().item("-2", "50").build();
        Case held = Given.caseOf(order, Given.everything(order));
        Case allowed = new Case(
                Given.shop(true), order, held.fulfillment(), held.templates(), held.chart(), new Reference("n:1:1"));

        assertThat(((Enrichment.Needs) enricher.enrich(held)).questions())
                .extracting(Reason::kind)
                .containsExactly(Question.ORIGINAL_UNKNOWN);
        InvoiceDraft credit = ((Enrichment.Ready) enricher.enrich(allowed)).draft();
        assertThat(credit.type()).isEqualTo(DocumentType.CREDIT_NOTE);
        assertThat(credit.expected().gross().toString()).isEqualTo("DKK 100.00");
    }

    @Test
    void refusesACurrencyTheLedgerCannotHold() {
        assertThat(questions(order().in("KWD").item("3", "3.333"))).contains(Question.CURRENCY_DECIMALS);
    }
}
