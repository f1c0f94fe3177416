package dk.ordrebro.bench;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.CompanyFacts;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.accounting.arithmetic.ArithmeticKnown;
import dk.ordrebro.enrichment.Case;
import dk.ordrebro.enrichment.Enricher;
import dk.ordrebro.enrichment.Enrichment;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.rule.Condition;
import dk.ordrebro.enrichment.rule.Rule;
import dk.ordrebro.enrichment.rule.RuleId;
import dk.ordrebro.enrichment.rule.Rulebook;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.template.TemplateSet;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderDiscount;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.OrderKey;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.StatedTotals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.joda.money.CurrencyUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One enrichment of a whole order with an order discount and freight, against a chart of 89 accounts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class EnrichBenchmark {

    private static final UUID ANY = new UUID(1, 1);
    private static final VatRate DANISH = VatRate.percent("25");
    private static final RulesetId NORMAL = new RulesetId("normal");

    /** How many item lines the order has; freight comes on top. */
    @Param({"1", "3", "20"})
    public int lines;

    /** How many rules stand before the templates; none of them fits, so that every line looks at all. */
    @Param({"0", "20"})
    public int rules;

    private Enricher enricher = Enricher.bundled();
    private Case given = given(1, 0);

    @Setup
    public void prepare() {
        enricher = Enricher.bundled();
        given = given(lines, rules);
    }

    @Benchmark
    public Enrichment enrich() {
        return enricher.enrich(given);
    }

    private static Case given(int lines, int rules) {
        Order order = order(lines);
        List<FulfilledLine> all = order.deliverableLines().stream()
                .map(line -> new FulfilledLine(line.key(), BigDecimal.ZERO, line.quantity()))
                .toList();
        Fulfillment fulfillment = new Fulfillment(
                new CompanyId(ANY),
                new FulfillmentId(ANY),
                new OrderId(ANY),
                1,
                1,
                null,
                null,
                false,
                Instant.parse("2026-11-23T08:30:00Z"),
                all);
        return new Case(
                shop(),
                order,
                fulfillment,
                templates(),
                chart(),
                new Reference("nordlys:1001:1"),
                Case.day(fulfillment),
                List.of(),
                ArithmeticKnown.NOTHING.rule(),
                rulebook(rules));
    }

    private static Rulebook rulebook(int count) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rules.add(new Rule(
                    new RuleId(new UUID(2, i)),
                    List.of(
                            new Condition.OfKind(LineKind.ITEM),
                            new Condition.SkuBegins("BOG-" + i),
                            new Condition.Charged(DANISH)),
                    new AccountNumber(1110),
                    NORMAL));
        }
        return new Rulebook(rules, null);
    }

    private static Order order(int count) {
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            lines.add(new OrderLine(
                    "l" + i,
                    LineKind.ITEM,
                    "TE-" + i,
                    "Sencha 100 g",
                    BigDecimal.valueOf(i % 4 + 1),
                    new BigDecimal("79.95"),
                    null,
                    DANISH));
        }
        lines.add(new OrderLine(
                "f", LineKind.FREIGHT, null, "GLS pakkeshop", BigDecimal.ONE, new BigDecimal("39"), null, DANISH));
        Address address = new Address("Ida Holm", "Bredgade 4", "8000", "Aarhus C", "DK");
        return new Order(
                new OrderKey(new CompanyId(ANY), new OrderIntegrationId(ANY), "1001"),
                "#1001",
                Instant.parse("2026-11-23T08:00:00Z"),
                CurrencyUnit.of("DKK"),
                PriceMode.INCLUDING_VAT,
                new Customer("c-7", null, "Ida Holm", "ida@example.com", null, null, false, null),
                address,
                address,
                lines,
                List.of(new OrderDiscount("Velkommen", new Discount.Percent(BigDecimal.TEN), false)),
                List.of(),
                StatedTotals.NONE,
                null);
    }

    private static OrderIntegration shop() {
        return new OrderIntegration(
                new CompanyId(ANY),
                new OrderIntegrationId(ANY),
                "Nordlys Te",
                OrderPlatform.PUSH,
                "nordlys",
                new AccountingIntegrationId(ANY),
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true);
    }

    private static TemplateSet templates() {
        List<Template> templates = new ArrayList<>();
        for (Area area : Area.values()) {
            templates.add(new Template(TemplateKind.ITEM, area, new AccountNumber(1110), NORMAL));
            templates.add(new Template(TemplateKind.FREIGHT, area, new AccountNumber(1115), NORMAL));
        }
        return new TemplateSet(templates);
    }

    private static ChartOfAccounts chart() {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < 89; i++) {
            accounts.add(new Account(
                    "a" + i, new AccountNumber(1110 + i * 5), "Konto " + i, Account.Nature.REVENUE, "", false));
        }
        VatRuleset normal = new VatRuleset(
                NORMAL,
                "Normalt salg af varer",
                List.of(new VatRuleset.Rule(Set.of("DK"), null, DANISH)),
                VatRate.ZERO);
        CompanyFacts company = new CompanyFacts("o", "Nordlys Te", CurrencyUnit.of("DKK"), true, true, null, false);
        return new ChartOfAccounts(company, accounts, List.of(normal), Instant.EPOCH);
    }
}
