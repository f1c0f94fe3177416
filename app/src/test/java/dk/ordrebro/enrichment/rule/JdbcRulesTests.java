package dk.ordrebro.enrichment.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.GivenAccess;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.database.SharedDatabase;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.LineKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JdbcRulesTests {

    private final CompanyId company = GivenAccess.company();
    private final AccountingIntegrationId books = new AccountingIntegrationId(UUID.randomUUID());
    private final Rules rules = new JdbcRules(SharedDatabase.jdbc());

    private static Rule rule(int account, Condition... conditions) {
        return new Rule(
                new RuleId(UUID.randomUUID()),
                List.of(conditions),
                new AccountNumber(account),
                new RulesetId("normal"));
    }

    private List<Integer> accounts() {
        return rules.of(company, books).rules().stream()
                .map(rule -> rule.account().value())
                .toList();
    }

    @Test
    void keepsEveryKindOfCondition() {
        Rule every = rule(
                1110,
                new Condition.Charged(VatRate.percent("25.5")),
                new Condition.OfKind(LineKind.GIFT_CARD),
                new Condition.SkuIs("A-1"),
                new Condition.SkuBegins("BOG"),
                new Condition.In(Area.EU),
                new Condition.To("SE"),
                new Condition.ToOutsideOf("ES"),
                new Condition.SoldTo(BuyerKind.CHECKED_BUSINESS),
                new Condition.PaidWith("MobilePay"),
                new Condition.FromShop(new OrderIntegrationId(new UUID(1, 2)), "Nordlys Te"));
        assertThat(every.conditions().stream()
                        .<Class<?>>map(Condition::getClass)
                        .toList())
                .as("all there are")
                .containsExactlyInAnyOrder(Condition.class.getPermittedSubclasses());

        rules.save(company, books, every);

        assertThat(rules.of(company, books)).isEqualTo(new Rulebook(List.of(every), null));
    }

    @Test
    void keepsThemInOrderAndMovesThem() {
        Rule first = rule(1, new Condition.In(Area.EU));
        Rule second = rule(2, new Condition.In(Area.EU));
        Rule third = rule(3, new Condition.In(Area.EU));
        List.of(first, second, third).forEach(rule -> rules.save(company, books, rule));
        assertThat(accounts()).containsExactly(1, 2, 3);

        rules.move(company, books, third.id(), true);
        assertThat(accounts()).containsExactly(1, 3, 2);
        rules.move(company, books, first.id(), false);
        assertThat(accounts()).containsExactly(3, 1, 2);
        rules.move(company, books, third.id(), true);
        rules.move(company, books, second.id(), false);
        assertThat(accounts()).as("the first and the last stay").containsExactly(3, 1, 2);

        rules.save(
                company, books, new Rule(first.id(), first.conditions(), new AccountNumber(9), new RulesetId("free")));
        assertThat(accounts()).as("a changed rule stays where it is").containsExactly(3, 9, 2);

        rules.remove(company, books, third.id());
        rules.save(company, books, rule(4, new Condition.To("SE")));
        assertThat(accounts()).containsExactly(9, 2, 4);
    }

    @Test
    void keepsSinceWhenOssIsUsed() {
        LocalDate from = LocalDate.of(2026, 7, 1);

        rules.useOss(company, books, from);
        assertThat(rules.of(company, books).usesOss(from)).isTrue();
        assertThat(rules.of(company, books).usesOss(from.minusDays(1))).isFalse();

        rules.useOss(company, books, null);
        assertThat(rules.of(company, books).usesOss(from)).isFalse();
    }

    @Test
    void belongToOneCompanysOneIntegration() {
        rules.save(company, books, rule(1, new Condition.To("SE")));
        rules.useOss(company, books, LocalDate.of(2026, 7, 1));

        assertThat(rules.of(GivenAccess.company(), books)).isEqualTo(Rulebook.NONE);
        assertThat(rules.of(company, new AccountingIntegrationId(UUID.randomUUID())))
                .isEqualTo(Rulebook.NONE);
    }

    @Test
    void needACondition() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(1));
    }

    @Test
    void areTriedInTheirPlace() {
        Rule first = rule(1, new Condition.To("SE"));
        Rule second = rule(2, new Condition.To("SE"));
        Rule other = new Rule(first.id(), first.conditions(), new AccountNumber(7), first.ruleset());
        Rulebook book = new Rulebook(List.of(first, second), null);

        assertThat(book.with(other).rules()).containsExactly(other, second);
        assertThat(new Rulebook(List.of(first), null).with(second).rules()).containsExactly(first, second);
        assertThat(book.number(second)).isEqualTo(2);
    }
}
