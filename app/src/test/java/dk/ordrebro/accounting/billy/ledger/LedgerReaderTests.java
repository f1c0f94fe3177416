package dk.ordrebro.accounting.billy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.CompanyFacts;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.accounting.billy.FakeBilly;
import dk.ordrebro.accounting.billy.Recorded;
import dk.ordrebro.accounting.billy.Workbench;
import dk.ordrebro.money.VatRate;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerReaderTests {

    private static final VatRate DANISH = VatRate.percent("25");
    private static final String RULES = """
            {"meta":{"paging":{"page":1,"pageCount":1,"pageSize":1000,"total":5}},"salesTaxRules":[
              {"id":"a","rulesetId":"normal","countryId":"FI","contactType":null,"taxRateId":"rateFi","priority":1},
              {"id":"b","rulesetId":"normal","countryId":null,"stateId":"us_ny","taxRateId":"rateFi","priority":2},
              {"id":"c","rulesetId":"normal","countryId":null,"countryGroupId":"empty","taxRateId":"rateFi","priority":3},
              {"id":"d","rulesetId":"normal","countryId":null,"countryGroupId":"eu","taxRateId":"rate25","priority":4},
              {"id":"e","rulesetId":"another","countryId":null,"taxRateId":"rateFi","priority":0}]}""";

    private final FakeBilly billy = Recorded.billy();
    private final Workbench bench = new Workbench();
    private final AccountingSystem system = bench.system(billy.root());

    @AfterEach
    void close() {
        bench.close();
        billy.close();
    }

    @Test
    void readsAWholeChartInSixCalls() {
        ChartOfAccounts chart = system.chart();

        assertThat(chart.company())
                .isEqualTo(new CompanyFacts(
                        "cEFtsy0iR2uKZ6c1b6Qh1g", "Nordlys Te ApS", CurrencyUnit.of("DKK"), true, true, null, false));
        assertThat(chart.readAt()).isEqualTo(bench.clock.instant());
        assertThat(system.calls()).isEqualTo(6);
        assertThat(billy.called()).doesNotHaveDuplicates();
    }

    @Test
    void prefersALivingAccountToAnArchivedOneOfTheSameNumber() {
        ChartOfAccounts chart = system.chart();

        assertThat(chart.account(new AccountNumber(1110)))
                .hasValue(new Account(
                        "acc1110", new AccountNumber(1110), "Salg", Account.Nature.REVENUE, "Omsætning", false));
        assertThat(chart.account(new AccountNumber(1290)))
                .map(Account::archived)
                .hasValue(true);
        assertThat(chart.accounts())
                .extracting(account -> account.number().value())
                .isSorted();
    }

    @Test
    void resolvesRulesToRatesInPercentInTheirOrder() {
        VatRuleset normal = system.chart().ruleset(new RulesetId("normal")).orElseThrow();

        assertThat(normal.rateFor("DK", BuyerType.COMPANY)).isEqualTo(DANISH);
        assertThat(normal.rateFor("SE", BuyerType.COMPANY)).isEqualTo(VatRate.ZERO);
        assertThat(normal.rateFor("SE", BuyerType.PERSON)).isEqualTo(DANISH);
        assertThat(normal.rateFor("NO", BuyerType.PERSON)).isEqualTo(VatRate.ZERO);
        assertThat(system.chart().ruleset(new RulesetId("free")))
                .hasValue(new VatRuleset(new RulesetId("free"), "Momsfrit", List.of(), VatRate.ZERO));
    }

    @Test
    void asksForTheRulesOfEachRulesetWhereNoneAreEmbedded() {
        billy.on(
                        "GET /salesTaxRulesets",
                        FakeBilly.refusal(400, "INVALID_REQUEST", "Unknown include"),
                        FakeBilly.json("{\"salesTaxRulesets\":[{\"id\":\"normal\",\"name\":\"N\"}]}"))
                .on("GET /salesTaxRules", FakeBilly.json(RULES));

        VatRuleset normal = system.chart().rulesets().getFirst();

        assertThat(billy.last("GET /salesTaxRules").query()).startsWith("rulesetId=normal");
        assertThat(normal.rules())
                .containsExactly(
                        new VatRuleset.Rule(Set.of("FI"), null, VatRate.percent("25.5")),
                        new VatRuleset.Rule(Set.of("AT", "BE", "DE", "DK", "FI", "SE"), null, DANISH));
    }

    @Test
    void refusesAChartWhoseRulesNameARateThatIsNotThere() {
        billy.on("GET /taxRates", FakeBilly.json("{\"taxRates\":[]}"));

        assertThatThrownBy(system::chart)
                .isInstanceOf(AccountingUnavailable.class)
                .hasMessageContaining("rate25");
    }

    @Test
    void tellsAClosedCompanyThatNumbersByHandInALockedPeriod() {
        billy.on("GET /organization", FakeBilly.json("""
                        {"organization":{"id":"o","name":"X","baseCurrencyId":"EUR","invoiceNoMode":"manual","hasVat":false,
                         "fiscalLockingDate":"2026-06-30","isLocked":true}}"""));

        assertThat(system.chart().company())
                .isEqualTo(new CompanyFacts(
                        "o", "X", CurrencyUnit.of("EUR"), false, false, LocalDate.of(2026, 6, 30), true));
    }

    @Test
    void readsTheChartAgainWhenItIsOld() {
        system.chart();
        bench.clock.advance(Duration.ofMinutes(15));
        system.chart();
        assertThat(system.calls()).isEqualTo(6);

        bench.clock.advance(Duration.ofSeconds(1));
        system.chart();

        assertThat(system.calls()).isEqualTo(12);
    }

    @Test
    void servesAnOldChartWhileBillyIsDown() {
        ChartOfAccounts chart = system.chart();
        billy.on("GET /organization", FakeBilly.html(503));
        bench.clock.advance(Duration.ofHours(2));

        assertThat(system.chart()).isEqualTo(chart);
        long calls = system.calls();
        assertThat(system.chart()).isEqualTo(chart);
        assertThat(system.calls()).isEqualTo(calls);
        assertThatThrownBy(system::refreshChart).isInstanceOf(AccountingUnavailable.class);
    }

    @Test
    void readsTheChartOnceForAllWhoWantIt() throws InterruptedException {
        var threads = java.util.stream.IntStream.range(0, 50)
                .mapToObj(i -> Thread.ofVirtual().start(system::chart))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(system.calls()).isEqualTo(6);
    }
}
