package dk.ordrebro.enrichment.advice;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.CompanyFacts;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.LineKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class TemplateAdviceTests {

    private static final RulesetId EVERYWHERE = new RulesetId("everywhere");
    private static final AccountNumber PURCHASES = new AccountNumber(1210);
    private static final AccountNumber OLD = new AccountNumber(1111);

    private final TemplateAdvice advice = TemplateAdvice.bundled();

    /** The usual chart with an expense account, an archived one, and a ruleset that gives 25 % wherever the goods go. */
    private static ChartOfAccounts chart() {
        ChartOfAccounts usual = Given.chart();
        List<Account> accounts = new ArrayList<>(usual.accounts());
        accounts.add(new Account("x", PURCHASES, "Vareindkøb", Account.Nature.EXPENSE, "1200", false));
        accounts.add(new Account("y", OLD, "Gammelt salg", Account.Nature.REVENUE, "1100", true));
        List<VatRuleset> rulesets = new ArrayList<>(usual.rulesets());
        rulesets.add(new VatRuleset(EVERYWHERE, "Altid 25 %", List.of(), Given.DANISH));
        return new ChartOfAccounts(usual.company(), accounts, rulesets, usual.readAt());
    }

    private List<Misfit> misfits(TemplateKind kind, Area area, int account, RulesetId ruleset) {
        return advice.misfits(new Template(kind, area, new AccountNumber(account), ruleset), chart());
    }

    @Test
    void isContentWithTheUsualTemplates() {
        assertThat(Given.templates().templates())
                .allSatisfy(template -> assertThat(advice.misfits(template, chart()))
                        .as(template.toString())
                        .isEmpty());
    }

    @Test
    void saysNothingOfWhatIsNotChosenYet() {
        assertThat(advice.misfits(new Template(TemplateKind.ITEM, Area.EU, null, null), chart()))
                .isEmpty();
    }

    @Test
    void warnsOfAnAccountThatIsNoIncome() {
        assertThat(misfits(TemplateKind.ITEM, Area.DOMESTIC, 1210, Given.NORMAL))
                .containsExactly(Misfit.of(Misfit.Code.ACCOUNT_NOT_INCOME, "1210", "Vareindkøb", "EXPENSE"));
    }

    @Test
    void warnsOfAnAccountThatIsGoneOrArchived() {
        assertThat(misfits(TemplateKind.ITEM, Area.DOMESTIC, 9999, Given.NORMAL))
                .containsExactly(Misfit.of(Misfit.Code.ACCOUNT_GONE, "9999"));
        assertThat(misfits(TemplateKind.FREIGHT, Area.DOMESTIC, 1111, Given.NORMAL))
                .containsExactly(Misfit.of(Misfit.Code.ACCOUNT_ARCHIVED, "1111", "Gammelt salg"));
    }

    @Test
    void warnsOfARulesetThatIsGone() {
        assertThat(misfits(TemplateKind.ITEM, Area.DOMESTIC, 1110, new RulesetId("gone")))
                .containsExactly(Misfit.of(Misfit.Code.RULESET_GONE));
    }

    @Test
    void warnsOfARulesetThatTaxesExports() {
        assertThat(misfits(TemplateKind.ITEM, Area.OUTSIDE, 1120, EVERYWHERE))
                .containsExactly(Misfit.of(Misfit.Code.RATE_OUTSIDE, "Altid 25 %", "25 %", "NO"));
    }

    @Test
    void warnsOfARulesetThatTaxesBusinessesInTheEu() {
        assertThat(misfits(TemplateKind.ITEM, Area.EU, 1140, EVERYWHERE))
                .containsExactly(Misfit.of(Misfit.Code.RATE_EU_BUSINESS, "Altid 25 %", "25 %", "AT"));
    }

    @Test
    void warnsOfARulesetWithoutVatForConsumers() {
        assertThat(misfits(TemplateKind.ITEM, Area.DOMESTIC, 1110, Given.FREE))
                .containsExactly(Misfit.of(Misfit.Code.RATE_DOMESTIC, "Momsfrit", "0 %", "25 %"));
        assertThat(misfits(TemplateKind.ITEM, Area.EU, 1140, Given.FREE))
                .containsExactly(Misfit.of(Misfit.Code.RATE_EU_CONSUMER, "Momsfrit", "AT"));
    }

    @Test
    void takesTheRatesOfTheBuyersCountryForFitting() {
        VatRuleset oss = new VatRuleset(
                new RulesetId("oss"),
                "OSS",
                List.of(
                        new VatRuleset.Rule(Set.of(), BuyerType.COMPANY, VatRate.ZERO),
                        new VatRuleset.Rule(Set.of("DE"), BuyerType.PERSON, VatRate.percent("19"))),
                VatRate.percent("21"));
        ChartOfAccounts chart = new ChartOfAccounts(chart().company(), chart().accounts(), List.of(oss), Given.HANDLED);

        assertThat(advice.misfits(new Template(TemplateKind.ITEM, Area.EU, new AccountNumber(1140), oss.id()), chart))
                .isEmpty();
    }

    @Test
    void asksNoVatOfACompanyThatIsNotRegistered() {
        CompanyFacts small = new CompanyFacts("org", "Lille", CurrencyUnit.of("DKK"), true, false, null, false);
        ChartOfAccounts chart = new ChartOfAccounts(small, chart().accounts(), chart().rulesets(), Given.HANDLED);
        Template free = new Template(TemplateKind.ITEM, Area.DOMESTIC, new AccountNumber(1110), Given.FREE);

        assertThat(advice.misfits(free, chart)).isEmpty();
        assertThat(advice.propose(TemplateKind.ITEM, Area.DOMESTIC, chart).ruleset())
                .map(VatRuleset::id)
                .contains(Given.FREE);
    }

    @Test
    void proposesByNameAndSaysWhy() {
        assertThat(proposed(TemplateKind.ITEM, Area.DOMESTIC)).isEqualTo("1110 FIRST_SALES normal true");
        assertThat(proposed(TemplateKind.ITEM, Area.EU)).isEqualTo("1140 NAMED_AREA normal true");
        assertThat(proposed(TemplateKind.ITEM, Area.OUTSIDE)).isEqualTo("1120 NAMED_AREA normal true");
        assertThat(proposed(TemplateKind.FREIGHT, Area.EU)).isEqualTo("1115 NAMED_FREIGHT normal true");
    }

    private String proposed(TemplateKind kind, Area area) {
        Proposal proposal = advice.propose(kind, area, chart());
        return proposal.account().orElseThrow().number()
                + " " + proposal.because()
                + " " + proposal.ruleset().orElseThrow().id()
                + " " + proposal.suits();
    }

    @Test
    void proposesNothingFromAnEmptyChart() {
        ChartOfAccounts empty = new ChartOfAccounts(chart().company(), List.of(), List.of(), Given.HANDLED);

        assertThat(advice.propose(TemplateKind.ITEM, Area.DOMESTIC, empty).isEmpty())
                .isTrue();
    }

    @Test
    void saysWhenTheBestRulesetDoesNotSuit() {
        ChartOfAccounts only = new ChartOfAccounts(
                chart().company(),
                chart().accounts(),
                List.of(chart().ruleset(EVERYWHERE).orElseThrow()),
                Given.HANDLED);

        assertThat(advice.propose(TemplateKind.ITEM, Area.OUTSIDE, only).suits())
                .isFalse();
        assertThat(advice.propose(TemplateKind.ITEM, Area.DOMESTIC, only).suits())
                .isTrue();
    }

    @Test
    void countsWhatRealOrdersNeed() {
        Demand demand = advice.demand(List.of(
                order().item("1", "100").freight("39").build(),
                order().item("1", "100").line(LineKind.FEE, "1", "5", null).build(),
                order().to("DE", "10115").item("1", "100").item("2", "50").build(),
                order().to("DK", "3900").item("1", "100").build(),
                order().to("", "").item("1", "100").build()));

        assertThat(demand.looked()).isEqualTo(5);
        assertThat(demand.unplaced()).isEqualTo(1);
        assertThat(demand.of(TemplateKind.ITEM, Area.DOMESTIC)).isEqualTo(2);
        assertThat(demand.of(TemplateKind.FREIGHT, Area.DOMESTIC)).isEqualTo(2);
        assertThat(demand.of(TemplateKind.ITEM, Area.EU)).isEqualTo(1);
        assertThat(demand.of(TemplateKind.ITEM, Area.OUTSIDE)).as("Greenland").isEqualTo(1);
        assertThat(demand.of(TemplateKind.FREIGHT, Area.OUTSIDE)).isZero();
    }
}
