package dk.ordrebro.enrichment;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.place.Placement;
import dk.ordrebro.enrichment.place.Territories;
import dk.ordrebro.enrichment.place.Territory;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.enrichment.rule.BuyerKind;
import dk.ordrebro.enrichment.rule.Condition;
import dk.ordrebro.enrichment.rule.Rule;
import dk.ordrebro.enrichment.rule.RuleId;
import dk.ordrebro.enrichment.rule.Rulebook;
import dk.ordrebro.enrichment.rule.Sale;
import dk.ordrebro.enrichment.treatment.VatTreatment;
import dk.ordrebro.money.MoneyJson;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.Payment;
import dk.ordrebro.question.Answer;
import dk.ordrebro.question.AnswerId;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Whole kinds of business that templates alone cannot book: what the rules below them do. */
class RuledOrderTests {

    private static final LocalDate HANDLED = LocalDate.of(2026, 11, 23);
    private static final VatRate SEVEN = VatRate.percent("7");
    private static final RulesetId GERMAN_FULL = oss("DE", "19");
    private static final RulesetId GERMAN_REDUCED = oss("DE", "7");
    private static final RulesetId SWEDISH = oss("SE", "25");

    private static final RulesetId EVERYWHERE = new RulesetId("everywhere");

    private final Enricher enricher = Enricher.bundled();

    private static RulesetId oss(String country, String percent) {
        return new RulesetId("oss-" + country + "-" + percent);
    }

    private static VatRuleset ruleset(RulesetId id, String name, String country, String percent) {
        return new VatRuleset(
                id,
                name,
                List.of(new VatRuleset.Rule(Set.of(country), BuyerType.PERSON, VatRate.percent(percent))),
                VatRate.ZERO);
    }

    private static ChartOfAccounts chart() {
        ChartOfAccounts usual = Given.chart();
        List<VatRuleset> rulesets = new ArrayList<>(usual.rulesets());
        rulesets.add(ruleset(GERMAN_FULL, "OSS Tyskland 19 %", "DE", "19"));
        rulesets.add(ruleset(GERMAN_REDUCED, "OSS Tyskland 7 %", "DE", "7"));
        rulesets.add(ruleset(SWEDISH, "OSS Sverige 25 %", "SE", "25"));
        rulesets.add(new VatRuleset(EVERYWHERE, "Altid 25 %", List.of(), Given.DANISH));
        return new ChartOfAccounts(usual.company(), usual.accounts(), rulesets, usual.readAt());
    }

    private static Rule rule(int account, RulesetId ruleset, Condition... conditions) {
        return new Rule(
                new RuleId(new UUID(7, account + ruleset.value().hashCode())),
                List.of(conditions),
                new AccountNumber(account),
                ruleset);
    }

    private static Rulebook rules(Rule... rules) {
        return new Rulebook(List.of(rules), null);
    }

    private static Rulebook oss(Rule... rules) {
        return new Rulebook(List.of(rules), LocalDate.of(2026, 1, 1));
    }

    private Enrichment enrich(Order order, Rulebook rulebook, Answer... answers) {
        Case plain = Given.caseOf(order, Given.everything(order));
        return enricher.enrich(new Case(
                plain.shop(),
                order,
                plain.fulfillment(),
                plain.templates(),
                chart(),
                plain.reference(),
                HANDLED,
                List.of(answers).stream()
                        .map(answer -> new dk.ordrebro.question.Given(
                                new AnswerId(new UUID(9, 1)),
                                plain.fulfillment().order(),
                                "RATE_DISAGREES",
                                answer,
                                "ida@example.com",
                                Given.HANDLED,
                                "",
                                null))
                        .toList(),
                LedgerArithmetic.DOCUMENT,
                rulebook));
    }

    private InvoiceDraft draft(GivenOrder order, Rulebook rulebook) {
        Enrichment enrichment = enrich(order.build(), rulebook);
        assertThat(enrichment).as(enrichment.toString()).isInstanceOf(Enrichment.Ready.class);
        return ((Enrichment.Ready) enrichment).draft();
    }

    private List<String> lines(GivenOrder order, Rulebook rulebook) {
        return draft(order, rulebook).lines().stream()
                .map(line -> "%s %s %s, VAT %s"
                        .formatted(
                                line.account().account(),
                                line.account().ruleset().value(),
                                line.rate(),
                                line.expected().vat().getAmount()))
                .toList();
    }

    private List<String> questions(GivenOrder order, Rulebook rulebook) {
        Enrichment enrichment = enrich(order.build(), rulebook);
        assertThat(enrichment).isInstanceOf(Enrichment.Needs.class);
        return ((Enrichment.Needs) enrichment)
                .questions().stream().map(Reason::code).toList();
    }

    // docs/reference/vat.md 2: Danish newspapers bear 0 %
    @Test
    void sellsGoodsOfTwoRatesAtHome() {
        GivenOrder newspapers = order().item("1", "100").rate("0").item("2", "30");
        Rulebook free = rules(rule(1110, Given.FREE, new Condition.Charged(VatRate.ZERO)));

        assertThat(questions(newspapers, Rulebook.NONE)).containsExactly("RATE_DISAGREES");
        assertThat(lines(newspapers, free)).containsExactly("1110 normal 25 %, VAT 20.00", "1110 free 0 %, VAT 0.00");
    }

    @Test
    void namesTheProductOfARuleByTemplateAndRuleset() {
        InvoiceDraft draft = draft(
                order().item("1", "100").rate("0").item("1", "30"),
                rules(rule(1110, Given.FREE, new Condition.Charged(VatRate.ZERO))));

        assertThat(draft.lines())
                .extracting(line -> line.account().title())
                .containsExactly("Varer (Indland)", "Varer (Indland) – Momsfrit");
    }

    // docs/reference/vat.md 2: destination VAT; Germany 19 %, books 7 %
    @Test
    void sellsGoodsOfTwoGermanRatesByOss() {
        GivenOrder bookshop = order().to("DE", "10115")
                .rate("7")
                .item("1", "107")
                .rate("19")
                .item("1", "119")
                .freight("11.90");
        Rulebook german = oss(
                rule(1140, GERMAN_REDUCED, new Condition.To("DE"), new Condition.Charged(SEVEN)),
                rule(1140, GERMAN_FULL, new Condition.To("DE"), new Condition.Charged(VatRate.percent("19"))));

        assertThat(lines(bookshop, german))
                .containsExactly(
                        "1140 oss-DE-7 7 %, VAT 7.00",
                        "1140 oss-DE-19 19 %, VAT 19.00", "1140 oss-DE-19 19 %, VAT 1.90");
        assertThat(enrich(bookshop.build(), german).trail().treatment()).isEqualTo(VatTreatment.EU_CONSUMER_OSS);
        assertThat(questions(bookshop, oss())).containsOnly("RATE_DISAGREES");
    }

    @Test
    void sellsToABusinessOfTheEuAtNoughtPercentWithItsCheckedNumberAlone() {
        Rulebook business = rules(
                rule(1140, Given.FREE, new Condition.In(Area.EU), new Condition.SoldTo(BuyerKind.CHECKED_BUSINESS)));
        GivenOrder checked = order().to("DE", "10115")
                .rate("0")
                .company("Tee GmbH", "DE136695976", true)
                .item("1", "100");
        GivenOrder unchecked = order().to("DE", "10115")
                .rate("0")
                .company("Tee GmbH", "DE136695976", false)
                .item("1", "100");

        assertThat(lines(checked, business)).containsExactly("1140 free 0 %, VAT 0.00");
        assertThat(draft(checked, business).message()).contains("DE136695976", "§ 34");
        assertThat(questions(unchecked, business)).containsExactly("VAT_NUMBER_UNVERIFIED");
    }

    // docs/reference/vat.md 2, standard rates: Sweden and Croatia have 25 %, as Denmark has
    @ParameterizedTest
    @CsvSource({"SE, 11120", "HR, 10000"})
    void asksForTheRuleOfACountryWhoseRateLooksDanish(String country, String postcode) {
        GivenOrder sale = order().to(country, postcode).item("1", "125");
        Rule anywhere = rule(1140, Given.NORMAL, new Condition.In(Area.EU));

        assertThat(questions(sale, oss())).containsExactly("OSS_RULE_MISSING");
        assertThat(questions(sale, oss(anywhere)))
                .as("a rule that names no country was not made for this one")
                .containsExactly("OSS_RULE_MISSING");
        assertThat(questions(sale, oss(rule(1140, Given.NORMAL, new Condition.To(country)))))
                .as("a rule that names it, with the ruleset of Danish VAT")
                .containsExactly("OSS_RULE_MISSING");
        assertThat(lines(sale, Rulebook.NONE))
                .as("below the threshold Danish VAT is right")
                .containsExactly("1140 normal 25 %, VAT 25.00");
    }

    @Test
    void booksTheSwedishSaleByItsOwnRule() {
        GivenOrder sale = order().to("SE", "11120").item("1", "125");
        Rulebook swedish = oss(rule(1120, SWEDISH, new Condition.To("SE")));

        assertThat(lines(sale, swedish)).containsExactly("1120 oss-SE-25 25 %, VAT 25.00");
        assertThat(enrich(sale.build(), swedish).trail().treatment()).isEqualTo(VatTreatment.EU_CONSUMER_OSS);
    }

    @Test
    void neverTakesTheFullSwedishRateForDanishBesideAReducedOne() {
        GivenOrder books =
                order().to("SE", "11120").rate("6").item("1", "106").rate("25").item("1", "125");

        assertThat(questions(books, Rulebook.NONE)).contains("OSS_RULE_MISSING");
    }

    @Test
    void asksWhereDanishVatWasChargedThoughOssIsUsed() {
        GivenOrder sale = order().to("DE", "10115").item("1", "125");
        Enrichment asked = enrich(sale.build(), oss());

        assertThat(((Enrichment.Needs) asked).questions())
                .containsExactly(Question.OSS_DANISH_VAT.with(
                        new Fact.Country("DE"), Fact.Rates.of(Given.DANISH), Fact.Rates.of(VatRate.percent("19"))));
        assertThat(lines(sale, new Rulebook(List.of(), HANDLED.plusDays(1))))
                .as("OSS begins tomorrow")
                .containsExactly("1140 normal 25 %, VAT 25.00");
        assertThat(questions(sale, new Rulebook(List.of(), HANDLED)))
                .as("OSS begins today")
                .containsExactly("OSS_DANISH_VAT");
    }

    @Test
    void saysThatDanishVatElsewhereInTheEuIsRightBelowTheThreshold() {
        assertThat(enrich(order().to("DE", "10115").item("1", "125").build(), Rulebook.NONE)
                        .trail()
                        .notes())
                .containsExactly("BELOW_OSS_THRESHOLD|DE");
        assertThat(enrich(order().item("1", "125").build(), Rulebook.NONE)
                        .trail()
                        .notes())
                .isEmpty();
    }

    // The standard rate of Estonia is 24 % from 2025-07-01 (standard-rates.csv)
    @Test
    void holdsARateAboveTheCountrysByOss() {
        assertThat(questions(order().to("EE", "10111").rate("25.5").item("1", "125.50"), oss()))
                .containsExactly("FOREIGN_VAT");
    }

    @Test
    void usesTheFirstRuleThatFitsAndSaysWhichInTheTrail() {
        Condition.SkuBegins beginning = new Condition.SkuBegins("sku-");
        Rulebook two = rules(
                rule(1140, Given.NORMAL, beginning, new Condition.OfKind(LineKind.ITEM)),
                rule(1120, Given.NORMAL, new Condition.In(Area.DOMESTIC)));
        Enrichment enrichment = enrich(order().item("1", "100").freight("39").build(), two);

        assertThat(enrichment.trail().lines())
                .extracting(line -> line.account() + " " + line.template() + " " + line.rule())
                .containsExactly(
                        "1140 ITEM/DOMESTIC [SkuBegins[beginning=sku-], OfKind[kind=ITEM]]",
                        "1120 FREIGHT/DOMESTIC [In[area=DOMESTIC]]");
        assertThat(enrich(order().item("1", "100").build(), Rulebook.NONE)
                        .trail()
                        .lines()
                        .getFirst()
                        .rule())
                .isEmpty();
    }

    @Test
    void readsATrailThatWasStoredBeforeThereWereRules() {
        JsonMapper mapper = MoneyJson.mapper().build();
        Trail ruled = enrich(order().item("1", "100").build(), rules(rule(1140, Given.NORMAL, new Condition.To("DK"))))
                .trail();
        String json = mapper.writeValueAsString(ruled);
        String old = json.replaceAll(",\"rule\":\\[[^]]*]", "");

        assertThat(mapper.readValue(json, Trail.class)).isEqualTo(ruled);
        assertThat(old).isNotEqualTo(json);
        assertThat(mapper.readValue(old, Trail.class).lines().getFirst().rule()).isEmpty();
    }

    @Test
    void booksAGiftCardByARuleWhereThereIsNoTemplate() {
        GivenOrder card = order().rate("0").line(LineKind.GIFT_CARD, "1", "500", null);

        assertThat(questions(card, Rulebook.NONE)).containsExactly("GIFT_CARD_TEMPLATE_MISSING");
        assertThat(lines(card, rules(rule(1120, Given.FREE, new Condition.OfKind(LineKind.GIFT_CARD)))))
                .containsExactly("1120 free 0 %, VAT 0.00");
    }

    @Test
    void chargesNothingOnAnExportWhateverARuleSays() {
        Rulebook charging = rules(rule(1110, EVERYWHERE, new Condition.To("NO")));

        assertThat(questions(order().to("NO", "0150").rate(null).item("1", "100"), charging))
                .containsExactly("RATE_DISAGREES");
        assertThat(questions(order().to("NO", "0150").item("1", "100"), charging))
                .containsExactly("TAX_CHARGED_ON_EXPORT");
    }

    @Test
    void asksForWhatARuleNamesAndTheChartHasNotGot() {
        Enrichment asked = enrich(
                order().item("1", "100").build(),
                rules(
                        rule(1110, Given.NORMAL, new Condition.To("SE")),
                        rule(9999, new RulesetId("gone"), new Condition.To("DK"))));

        assertThat(((Enrichment.Needs) asked).questions())
                .containsExactly(
                        Question.RULE_ACCOUNT_GONE.with(new Fact.Account("9999", ""), new Fact.Count(2)),
                        Question.RULE_RULESET_GONE.with(new Fact.Ruleset("gone", ""), new Fact.Count(2)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    SE, 11120,    SE, true
                    SE, 11120,    DE, false
                    ES, 28001,    ES, true
                    ES, 35001,    ES, false
                    MC, 98000,    FR, true
                    GB, BT1 1AA,  XI, true
                    GB, BT1 1AA,  GB, false
                    GB, SW1A 1AA, GB, true
                    DK, 3900,     GL, true
                    DK, 3900,     DK, false
                    """)
    void takesACountryForWhatVatTreatsAsThatCountry(String country, String postcode, String named, boolean holds) {
        Order order = order().to(country, postcode).item("1", "100").build();
        Sale sale = Sale.of(order, territory(order));

        assertThat(new Condition.To(named).holds(sale, order.lines().getFirst()))
                .isEqualTo(holds);
    }

    private static Territory territory(Order order) {
        return ((Placement.Placed) Territories.bundled().place(order.delivery())).territory();
    }

    @Test
    void knowsThePlacesOfAMemberStateThatLieOutsideItsVat() {
        Rulebook canaries = rules(rule(1120, Given.FREE, new Condition.ToOutsideOf("ES")));

        assertThat(lines(order().rate("0").to("ES", "35001").item("1", "100"), canaries))
                .containsExactly("1120 free 0 %, VAT 0.00");
        assertThat(lines(order().to("ES", "28001").item("1", "125"), canaries))
                .containsExactly("1140 normal 25 %, VAT 25.00");
    }

    @Test
    void tellsPaymentMethodAndShop() {
        Order order = order().item("1", "100").build();
        Order paid = new Order(
                order.key(),
                order.number(),
                order.placedAt(),
                order.currency(),
                order.priceMode(),
                order.customer(),
                order.billing(),
                order.delivery(),
                order.lines(),
                order.discounts(),
                List.of(new Payment(Payment.Kind.OTHER, "MobilePay ", Money.of(order.currency(), 100))),
                order.stated(),
                null);

        assertThat(account(paid, new Condition.PaidWith("mobilepay"))).isEqualTo("1120");
        assertThat(account(order, new Condition.PaidWith("mobilepay"))).isEqualTo("1110");
        assertThat(account(order, new Condition.FromShop(Given.SHOP_ID, "Nordlys Te")))
                .isEqualTo("1120");
        assertThat(account(order, new Condition.SkuIs("sku-1"))).isEqualTo("1120");
        assertThat(account(order, new Condition.SkuIs("sku"))).isEqualTo("1110");
    }

    private String account(Order order, Condition condition) {
        return enrich(order, rules(rule(1120, Given.NORMAL, condition)))
                .trail()
                .lines()
                .getFirst()
                .account();
    }

    @Test
    void booksOneLineByTheRulesetAPersonChose() {
        Order newspapers = order().item("1", "100").rate("0").item("2", "30").build();

        Enrichment answered = enrich(newspapers, Rulebook.NONE, new Answer.RulesetForLine("2", "free"));
        Enrichment another = enrich(newspapers, Rulebook.NONE, new Answer.RulesetForLine("1", "free"));

        assertThat(((Enrichment.Ready) answered).draft().lines())
                .extracting(line -> line.account().ruleset().value())
                .containsExactly("normal", "free");
        assertThat(answered.trail().notes()).containsExactly("ANSWER_RULESET_FOR_LINE|ida@example.com");
        assertThat(((Enrichment.Needs) another).questions())
                .as("the rate that was charged still counts")
                .hasSize(2);
    }
}
