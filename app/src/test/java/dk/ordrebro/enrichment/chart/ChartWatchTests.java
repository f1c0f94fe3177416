package dk.ordrebro.enrichment.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.GivenAccess;
import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.database.SharedDatabase;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.enrichment.chart.ChartChange.Kind;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.place.StandardRates;
import dk.ordrebro.enrichment.rule.Condition;
import dk.ordrebro.enrichment.rule.JdbcRules;
import dk.ordrebro.enrichment.rule.Rule;
import dk.ordrebro.enrichment.rule.RuleId;
import dk.ordrebro.enrichment.rule.Rules;
import dk.ordrebro.enrichment.template.JdbcTemplates;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.money.VatRate;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ChartWatchTests {

    private final CompanyId company = GivenAccess.company();
    private final AccountingIntegrationId books = new AccountingIntegrationId(UUID.randomUUID());
    private final Templates templates = new JdbcTemplates(SharedDatabase.jdbc());
    private final Rules rules = new JdbcRules(SharedDatabase.jdbc());
    private final ChartWatch watch = watch();

    ChartWatchTests() {
        templates.save(company, books, Given.template(TemplateKind.ITEM, Area.DOMESTIC, 1110));
        templates.save(company, books, Given.template(TemplateKind.ITEM, Area.EU, 1140));
    }

    private ChartWatch watch() {
        return new JdbcChartWatch(
                SharedDatabase.jdbc(), templates, rules, StandardRates.bundled().otherMemberStates());
    }

    private static ChartOfAccounts accounts(int minutesLater, UnaryOperator<List<Account>> change) {
        ChartOfAccounts chart = Given.chart();
        return new ChartOfAccounts(
                chart.company(),
                change.apply(chart.accounts()),
                chart.rulesets(),
                chart.readAt().plus(Duration.ofMinutes(minutesLater)));
    }

    private static ChartOfAccounts rulesets(List<VatRuleset> rulesets) {
        ChartOfAccounts chart = Given.chart();
        return new ChartOfAccounts(
                chart.company(), chart.accounts(), rulesets, chart.readAt().plus(Duration.ofMinutes(1)));
    }

    private static UnaryOperator<List<Account>> with(int number, UnaryOperator<Account> change) {
        return all -> all.stream()
                .map(account -> account.number().value() == number ? change.apply(account) : account)
                .toList();
    }

    private static Account named(Account account, String name) {
        return new Account(account.id(), account.number(), name, account.nature(), account.group(), account.archived());
    }

    @Test
    void takesTheFirstReadingForSeen() {
        watch.saw(company, books, Given.chart());

        assertThat(watch.changes(company, books)).isEmpty();
        assertThat(watch.latest(company, books)).contains(Given.chart());
    }

    @Test
    void tellsWhatChangedInWhatTheTemplatesUse() {
        watch.saw(company, books, Given.chart());

        watch.saw(company, books, accounts(1, with(1110, account -> named(account, "Salg i butikken"))));

        assertThat(watch.changes(company, books))
                .containsExactly(ChartChange.of(Kind.ACCOUNT_RENAMED, "1110 Salg", "Salg", "Salg i butikken"));
    }

    @Test
    void keepsQuietAboutTheRestOfTheChart() {
        watch.saw(company, books, Given.chart());

        watch.saw(company, books, accounts(1, with(1120, account -> named(account, "Eksport"))));

        assertThat(watch.changes(company, books)).isEmpty();
    }

    @Test
    void tellsWhenAnAccountIsGoneOrArchived() {
        watch.saw(company, books, Given.chart());

        watch.saw(
                company,
                books,
                accounts(
                        1,
                        all -> all.stream()
                                .filter(account -> account.number().value() != 1110)
                                .map(account -> new Account(
                                        account.id(),
                                        account.number(),
                                        account.name(),
                                        account.nature(),
                                        account.group(),
                                        true))
                                .toList()));

        assertThat(watch.changes(company, books))
                .extracting(ChartChange::kind, ChartChange::subject)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.ACCOUNT_GONE, "1110 Salg"),
                        org.assertj.core.groups.Tuple.tuple(Kind.ACCOUNT_ARCHIVED, "1140 Salg til EU - varer"));
    }

    @Test
    void tellsWhenARulesetGivesAnotherRateOrIsGone() {
        watch.saw(company, books, Given.chart());

        watch.saw(
                company,
                books,
                rulesets(List.of(
                        new VatRuleset(Given.NORMAL, "Normalt salg af varer", List.of(), VatRate.percent("24")))));

        assertThat(watch.changes(company, books))
                .contains(
                        new ChartChange(
                                Kind.RATE_CHANGED,
                                "Normalt salg af varer",
                                "25 %",
                                "24 %",
                                Area.DOMESTIC,
                                BuyerType.PERSON),
                        new ChartChange(
                                Kind.RATE_CHANGED, "Normalt salg af varer", "0 %", "24 %", Area.EU, BuyerType.COMPANY))
                .noneMatch(change -> change.area() == Area.OUTSIDE);

        var watchOfAnotherNode = watch();
        watchOfAnotherNode.saw(
                company,
                books,
                new ChartOfAccounts(
                        Given.chart().company(),
                        Given.chart().accounts(),
                        List.of(),
                        Given.HANDLED.plus(Duration.ofMinutes(2))));
        assertThat(watch.changes(company, books)).extracting(ChartChange::kind).containsExactly(Kind.RULESET_GONE);
    }

    @Test
    void tellsOfWhatARuleUsesToo() {
        watch.saw(company, books, Given.chart());
        watch.saw(company, books, rulesets(Given.chart().rulesets().subList(0, 1)));
        assertThat(watch.changes(company, books)).as("no template uses it").isEmpty();

        rules.save(
                company,
                books,
                new Rule(
                        new RuleId(UUID.randomUUID()),
                        List.of(new Condition.To("SE")),
                        new AccountNumber(1120),
                        Given.FREE));

        assertThat(watch.changes(company, books))
                .extracting(ChartChange::kind, ChartChange::subject)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.RULESET_GONE, "Momsfrit"));
    }

    @Test
    void tellsUntilSomebodyHasSeenIt() {
        watch.saw(company, books, Given.chart());
        watch.saw(company, books, accounts(1, with(1110, account -> named(account, "Butik"))));

        watch.acknowledge(company, books);

        assertThat(watch.changes(company, books)).isEmpty();
    }

    @Test
    void doesNotGoBackToAnOlderReading() {
        watch.saw(company, books, accounts(5, with(1110, account -> named(account, "Nyt"))));

        watch().saw(company, books, Given.chart());

        assertThat(watch.latest(company, books)
                        .orElseThrow()
                        .account(new AccountNumber(1110))
                        .orElseThrow()
                        .name())
                .isEqualTo("Nyt");
    }

    @Test
    void showsAnotherCompanyNothing() {
        watch.saw(company, books, Given.chart());

        assertThat(watch.latest(GivenAccess.company(), books)).isEmpty();
    }
}
