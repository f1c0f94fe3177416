package dk.ordrebro.enrichment;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.CompanyFacts;
import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.place.StandardRates;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.template.TemplateSet;
import dk.ordrebro.enrichment.treatment.VatTreatment;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.question.Kind;
import dk.ordrebro.question.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where each rule ends: the last case it lets through and the first it does not. */
class BordersTests {

    private static final LocalDate HANDLED = LocalDate.of(2026, 11, 23);
    private static final RulesetId GERMAN = new RulesetId("oss");

    private final Enricher enricher = Enricher.bundled();

    private Enrichment enrich(GivenOrder given, TemplateSet templates, ChartOfAccounts chart) {
        Order order = given.build();
        Case usual = Given.caseOf(order, Given.everything(order));
        return enricher.enrich(new Case(usual.shop(), order, usual.fulfillment(), templates, chart, usual.reference()));
    }

    private Enrichment enrich(GivenOrder given) {
        return enrich(given, Given.templates(), Given.chart());
    }

    private static InvoiceDraft draft(Enrichment enrichment) {
        assertThat(enrichment).isInstanceOf(Enrichment.Ready.class);
        return ((Enrichment.Ready) enrichment).draft();
    }

    private static List<Kind> questions(Enrichment enrichment) {
        assertThat(enrichment).isInstanceOf(Enrichment.Needs.class);
        return ((Enrichment.Needs) enrichment)
                .questions().stream().map(Reason::kind).toList();
    }

    private static ChartOfAccounts lockedThrough(LocalDate day) {
        ChartOfAccounts usual = Given.chart();
        CompanyFacts facts = usual.company();
        return new ChartOfAccounts(
                new CompanyFacts(facts.programId(), facts.name(), facts.baseCurrency(), true, true, day, false),
                usual.accounts(),
                usual.rulesets(),
                usual.readAt());
    }

    @Test
    void booksOnTheFirstDayAfterALockedPeriod() {
        assertThat(questions(enrich(order().item("1", "100"), Given.templates(), lockedThrough(HANDLED))))
                .containsExactly(Question.PERIOD_LOCKED);
        assertThat(enrich(order().item("1", "100"), Given.templates(), lockedThrough(HANDLED.minusDays(1))))
                .isInstanceOf(Enrichment.Ready.class);
    }

    @Test
    void letsTheShopsVatDifferByHalfAnOreALine() {
        GivenOrder two = order().item("1", "100").item("1", "100");

        assertThat(enrich(two.statedVat("40.01"))).isInstanceOf(Enrichment.Ready.class);
        assertThat(enrich(two.statedVat("39.99"))).isInstanceOf(Enrichment.Ready.class);
        assertThat(questions(enrich(two.statedVat("40.02")))).containsExactly(Question.VAT_DISAGREES);
        assertThat(questions(enrich(order().item("1", "100").statedVat("20.01"))))
                .containsExactly(Question.VAT_DISAGREES);
    }

    @Test
    void takesNetAndVatForTheTotalWhereTheShopTellsNoOther() {
        assertThat(enrich(order().item("1", "100").statedNet("80").statedVat("20")))
                .isInstanceOf(Enrichment.Ready.class);
        assertThat(questions(enrich(order().item("1", "100").statedNet("90").statedVat("20"))))
                .containsExactly(Question.TOTAL_DISAGREES);
    }

    private static Template rounding(RulesetId ruleset) {
        return new Template(TemplateKind.ROUNDING, Area.DOMESTIC, new AccountNumber(1110), ruleset);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    100.01, true
                    100.02, false
                    99.99,  true
                    99.98,  false
                    """)
    void roundsByOneOreALineAtTheMostUpOrDown(String stated, boolean rounded) {
        Enrichment enrichment = enrich(
                order().item("1", "100").statedGross(stated), Given.templatesAnd(rounding(Given.FREE)), Given.chart());

        if (rounded) {
            assertThat(draft(enrichment).expected().gross().getAmount()).isEqualByComparingTo(stated);
            assertThat(enrichment.trail().sums()).isEqualTo(Trail.SumRule.ROUNDING_LINE);
        } else {
            assertThat(questions(enrichment)).containsExactly(Question.TOTAL_DISAGREES);
        }
    }

    @Test
    void roundsNothingOnAnAccountWithVat() {
        assertThat(questions(enrich(
                        order().item("1", "100").statedGross("100.01"),
                        Given.templatesAnd(rounding(Given.NORMAL)),
                        Given.chart())))
                .containsExactly(Question.TOTAL_DISAGREES);
    }

    @Test
    void roundsOnThePartThatEndsTheOrder() {
        Order order = order().item("2", "50").statedGross("100.01").build();
        TemplateSet templates = Given.templatesAnd(rounding(Given.FREE));

        assertThat(part(order, templates, 0).lines()).hasSize(1);
        assertThat(part(order, templates, 1).lines())
                .extracting(line -> line.expected().gross().toString())
                .containsExactly("DKK 50.00", "DKK 0.01");
    }

    private InvoiceDraft part(Order order, TemplateSet templates, int from) {
        List<FulfilledLine> one = List.of(new FulfilledLine("1", BigDecimal.valueOf(from), BigDecimal.ONE));
        return draft(enricher.enrich(Given.caseOf(order, Given.part(from + 1, one), templates)));
    }

    @Test
    void putsAFeeOnItsOwnTemplateOnceThatIsFilledInAndElseOnFreights() {
        GivenOrder fee = order().line(LineKind.FEE, "1", "25", null);
        Template own = Given.template(TemplateKind.FEE, Area.DOMESTIC, 1120);
        Template empty = new Template(TemplateKind.FEE, Area.DOMESTIC, null, null);

        assertThat(account(enrich(fee, Given.templatesAnd(own), Given.chart()))).isEqualTo(1120);
        assertThat(account(enrich(fee, Given.templatesAnd(empty), Given.chart())))
                .isEqualTo(1115);
        assertThat(account(enrich(fee))).isEqualTo(1115);
    }

    private static int account(Enrichment enrichment) {
        return draft(enrichment).lines().getFirst().account().account().value();
    }

    @Test
    void asksForWhatHasGoneFromTheBooks() {
        ChartOfAccounts usual = Given.chart();
        List<Account> archived = usual.accounts().stream()
                .map(one -> new Account(one.id(), one.number(), one.name(), one.nature(), one.group(), true))
                .toList();
        GivenOrder given = order().item("1", "100");

        assertThat(questions(enrich(
                        given,
                        Given.templates(),
                        new ChartOfAccounts(usual.company(), archived, usual.rulesets(), usual.readAt()))))
                .containsExactly(Question.ACCOUNT_GONE);
        assertThat(questions(enrich(
                        given,
                        Given.templates(),
                        new ChartOfAccounts(usual.company(), usual.accounts(), List.of(), usual.readAt()))))
                .containsExactly(Question.RULESET_GONE);
    }

    @Test
    void sellsAtHomeWithOrWithoutVatAndAtNoOtherRate() {
        Template free = new Template(TemplateKind.ITEM, Area.DOMESTIC, new AccountNumber(1110), Given.FREE);
        TemplateSet freeAtHome = new TemplateSet(List.of(free));
        Template half = new Template(TemplateKind.ITEM, Area.DOMESTIC, new AccountNumber(1110), GERMAN);

        assertThat(enrich(order().rate("0").item("1", "100"), freeAtHome, Given.chart()))
                .isInstanceOf(Enrichment.Ready.class);
        assertThat(questions(enrich(
                        order().rate("19").item("1", "119"), new TemplateSet(List.of(half)), withGermanRate("19"))))
                .containsExactly(Question.RATE_DISAGREES);
    }

    private static ChartOfAccounts withGermanRate(String percent) {
        ChartOfAccounts usual = Given.chart();
        VatRuleset german = new VatRuleset(
                GERMAN,
                "OSS",
                List.of(new VatRuleset.Rule(Set.of("DE"), BuyerType.PERSON, VatRate.percent(percent))),
                VatRate.percent(percent));
        return new ChartOfAccounts(usual.company(), usual.accounts(), List.of(german), usual.readAt());
    }

    @ParameterizedTest
    @CsvSource({"19, true", "7, true", "20, false"})
    void takesTheDestinationsRateOrALowerOneForOss(String percent, boolean taken) {
        Template oss = new Template(TemplateKind.ITEM, Area.EU, new AccountNumber(1140), GERMAN);

        Enrichment enrichment = enrich(
                order().to("DE", "10115").rate(percent).item("1", "119"),
                new TemplateSet(List.of(oss)),
                withGermanRate(percent));

        if (taken) {
            assertThat(draft(enrichment).buyer().type()).isEqualTo(BuyerType.PERSON);
            assertThat(enrichment.trail().treatment()).isEqualTo(VatTreatment.EU_CONSUMER_OSS);
        } else {
            assertThat(questions(enrichment)).containsExactly(Question.FOREIGN_VAT);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    EE, 2025-06-30, 22
                    EE, 2025-07-01, 24
                    DE, 2020-06-30, 19
                    DE, 2020-12-31, 16
                    DE, 2021-01-01, 19
                    """)
    void knowsARateFromItsFirstDay(String country, LocalDate day, String percent) {
        assertThat(StandardRates.bundled().on(day, country)).contains(VatRate.percent(percent));
    }

    @Test
    void sellsToAVerifiedBusinessWhereTheShopSaysNothingOfVat() {
        GivenOrder verified = order().to("DE", "10115").rate(null).company("Tee GmbH", "DE136695976", true);
        GivenOrder unverified = order().to("DE", "10115").rate(null).company("Tee GmbH", "DE136695976", false);

        assertThat(enrich(verified.item("1", "100")).trail().treatment()).isEqualTo(VatTreatment.EU_BUSINESS_ZERO);
        assertThat(enrich(unverified.item("1", "100")).trail().treatment())
                .isEqualTo(VatTreatment.EU_CONSUMER_DANISH_VAT);
        assertThat(questions(enrich(
                        order().to("DE", "10115").rate(null).item("1", "100").statedVat("0"))))
                .as("no VAT was charged, and nobody says to whom")
                .containsExactly(Question.VAT_NUMBER_INVALID);
    }

    @Test
    void completesPostcodesThatLostTheirZeros() {
        Enrichment vatican = enrich(order().to("IT", "120").rate("0").item("1", "100"));

        assertThat(vatican.trail().area()).isEqualTo(Area.OUTSIDE);
        assertThat(vatican.trail().territory()).contains("Vatican");
    }

    @Test
    void notesThatAPostcodeIsMissingWhereItWouldMatter() {
        assertThat(enrich(order().to("DE", "").item("1", "100")).trail().notes())
                .anySatisfy(note -> assertThat(note).contains("NO_POSTCODE").contains("DE"));
        assertThat(enrich(order().to("SE", "").item("1", "100")).trail().notes())
                .noneSatisfy(note -> assertThat(note).contains("NO_POSTCODE"));
    }

    @Test
    void discountsFreightOnlyWhereTheDiscountIsOnThatToo() {
        GivenOrder onAll = order().item("1", "100").freight("50").offPercent("10", true);
        GivenOrder onGoods = order().item("1", "100").freight("50").offPercent("10", false);

        assertThat(grosses(enrich(onAll))).containsExactly("DKK 90.00", "DKK 45.00");
        assertThat(grosses(enrich(onGoods))).containsExactly("DKK 90.00", "DKK 50.00");
    }

    private static List<String> grosses(Enrichment enrichment) {
        return draft(enrichment).lines().stream()
                .map(line -> line.expected().gross().toString())
                .toList();
    }

    @Test
    void makesAProductOfEachSkuOnlyWhereTheShopWantsThat() {
        Order order = order().item("1", "100").freight("49").build();
        Case usual = Given.caseOf(order, Given.everything(order));
        Case perSku =
                new Case(perSku(), order, usual.fulfillment(), usual.templates(), usual.chart(), usual.reference());

        List<DraftLine> grouped = draft(enricher.enrich(usual)).lines();
        List<DraftLine> each = draft(enricher.enrich(perSku)).lines();

        assertThat(grouped)
                .extracting(line -> line.account().title())
                .containsExactly("Varer (Indland)", "Fragt (Indland)");
        assertThat(each).extracting(line -> line.account().title()).containsExactly("item 1", "Fragt (Indland)");
        assertThat(each).extracting(line -> line.account().sku()).containsExactly("SKU-1", "");
    }

    private static OrderIntegration perSku() {
        OrderIntegration shop = Given.shop();
        return new OrderIntegration(
                shop.company(),
                shop.id(),
                shop.name(),
                shop.platform(),
                shop.shopKey(),
                Given.BOOKS_ID,
                shop.freightRule(),
                shop.contactMode(),
                ProductMode.PER_SKU,
                false,
                true);
    }
}
