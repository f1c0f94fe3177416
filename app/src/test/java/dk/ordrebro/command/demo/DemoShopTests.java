package dk.ordrebro.command.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.CompanyFacts;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.enrichment.Area;
import dk.ordrebro.enrichment.Case;
import dk.ordrebro.enrichment.Enricher;
import dk.ordrebro.enrichment.Enrichment;
import dk.ordrebro.enrichment.Question;
import dk.ordrebro.enrichment.Template;
import dk.ordrebro.enrichment.TemplateKind;
import dk.ordrebro.enrichment.TemplateSet;
import dk.ordrebro.intake.push.PushOrders;
import dk.ordrebro.intake.push.PushedOrder;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class DemoShopTests {

    private static final CompanyId COMPANY = new CompanyId(new UUID(0, 1));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final OrderIntegration SHOP = new OrderIntegration(
            COMPANY,
            new OrderIntegrationId(new UUID(0, 2)),
            "Demo",
            OrderPlatform.PUSH,
            "demo",
            null,
            FreightRule.FIRST,
            ContactMode.PER_CUSTOMER,
            ProductMode.PER_TEMPLATE,
            false,
            true);

    @Test
    void makesTheSameOrdersEveryTime() {
        assertThat(DemoShop.orders(SHOP, 400, DAY)).isEqualTo(DemoShop.orders(SHOP, 400, DAY));
    }

    @Test
    void placesTheNewestOnTheLastDay() {
        List<Order> orders = DemoShop.orders(SHOP, 400, DAY);

        assertThat(orders).extracting(Order::placedAt).isSorted();
        assertThat(orders.getLast().placedAt()).isEqualTo("2026-11-20T20:30:00Z");
    }

    @Test
    void holdsOneInThirtyTwoEachForAnotherReason() {
        List<Question.Code> held = DemoShop.orders(SHOP, 320, DAY).stream()
                .map(DemoShopTests::enriched)
                .filter(Enrichment.Needs.class::isInstance)
                .map(needs -> onlyCode((Enrichment.Needs) needs))
                .toList();

        assertThat(held)
                .extracting(Enum::name)
                .containsExactly(
                        Arrays.stream(HeldOrder.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void chargesWhatTheInvoicesAddUpTo() {
        List<Order> orders = DemoShop.orders(SHOP, 2_000, DAY);

        for (Order order : orders) {
            if (enriched(order) instanceof Enrichment.Ready ready) {
                assertThat(ready.draft().expected().gross())
                        .as(order.number())
                        .isEqualTo(order.stated().gross());
            }
        }
    }

    @Test
    void holdsNoOther() {
        List<String> held = DemoShop.orders(SHOP, 2_000, DAY).stream()
                .map(DemoShopTests::enriched)
                .filter(Enrichment.Needs.class::isInstance)
                .map(needs -> ((Enrichment.Needs) needs).questions().toString())
                .toList();

        assertThat(held).hasSize(2_000 / DemoShop.HELD_EVERY);
    }

    @Test
    void sellsToEveryArea() {
        Set<Area> areas = DemoShop.orders(SHOP, 300, DAY).stream()
                .map(DemoShopTests::enriched)
                .filter(Enrichment.Ready.class::isInstance)
                .map(ready -> ready.trail().area())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Area.class)));

        assertThat(areas).containsExactly(Area.values());
    }

    @Test
    void canBePushed() {
        PushOrders push = new PushOrders();

        for (Order order : DemoShop.orders(SHOP, 300, DAY)) {
            byte[] body = push.write(order).getBytes(StandardCharsets.UTF_8);
            assertThat(push.parse(SHOP, body)).as(order.number()).isInstanceOf(PushedOrder.Parsed.class);
        }
    }

    private static Question.Code onlyCode(Enrichment.Needs needs) {
        List<Question.Code> codes =
                needs.questions().stream().map(Question::code).distinct().toList();
        assertThat(codes).hasSize(1);
        return codes.getFirst();
    }

    private static Enrichment enriched(Order order) {
        List<FulfilledLine> all = order.lines().stream()
                .map(line -> new FulfilledLine(line.key(), BigDecimal.ZERO, line.quantity()))
                .toList();
        Fulfillment fulfillment = new Fulfillment(
                COMPANY,
                new FulfillmentId(new UUID(0, 3)),
                new OrderId(new UUID(0, 4)),
                1,
                1,
                null,
                null,
                false,
                order.placedAt(),
                all);
        return Enricher.bundled()
                .enrich(new Case(SHOP, order, fulfillment, templates(), chart(), new Reference("demo-1")));
    }

    private static TemplateSet templates() {
        List<Template> templates = new ArrayList<>();
        for (TemplateKind kind : List.of(TemplateKind.ITEM, TemplateKind.FREIGHT)) {
            templates.add(new Template(kind, Area.DOMESTIC, new AccountNumber(1110), new RulesetId("dk")));
            templates.add(new Template(kind, Area.EU, new AccountNumber(1120), new RulesetId("eu")));
            templates.add(new Template(kind, Area.OUTSIDE, new AccountNumber(1130), new RulesetId("zero")));
        }
        return new TemplateSet(templates);
    }

    private static ChartOfAccounts chart() {
        CompanyFacts facts = new CompanyFacts("p", "Demo ApS", CurrencyUnit.of("DKK"), true, true, null, false);
        List<Account> accounts = List.of(account(1110), account(1120), account(1130));
        VatRate danish = VatRate.percent("25");
        VatRuleset.Rule business = new VatRuleset.Rule(Set.of(), BuyerType.COMPANY, VatRate.ZERO);
        return new ChartOfAccounts(
                facts,
                accounts,
                List.of(
                        new VatRuleset(new RulesetId("dk"), "Salgsmoms", List.of(), danish),
                        new VatRuleset(new RulesetId("eu"), "EU", List.of(business), danish),
                        new VatRuleset(new RulesetId("zero"), "Eksport", List.of(), VatRate.ZERO)),
                DAY.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static Account account(int number) {
        return new Account("a" + number, new AccountNumber(number), "Salg", Account.Nature.REVENUE, "Omsætning", false);
    }
}
