package dk.ordrebro.enrichment;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.CompanyFacts;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.enrichment.place.Area;
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
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/** A Danish shop with the usual chart and templates, for tests that are about something else. */
public final class Given {

    public static final CompanyId COMPANY = new CompanyId(new UUID(1, 1));
    public static final OrderIntegrationId SHOP_ID = new OrderIntegrationId(new UUID(1, 2));
    public static final AccountingIntegrationId BOOKS_ID = new AccountingIntegrationId(new UUID(1, 3));
    /** A Monday morning in Copenhagen. */
    public static final Instant HANDLED = Instant.parse("2026-11-23T08:30:00Z");

    public static final VatRate DANISH = VatRate.percent("25");
    public static final RulesetId NORMAL = new RulesetId("normal");
    public static final RulesetId FREE = new RulesetId("free");
    private static final Set<String> EU = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
            "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private Given() {}

    public static OrderIntegration shop() {
        return shop(false);
    }

    static OrderIntegration shop(boolean standAloneCreditNotes) {
        return new OrderIntegration(
                COMPANY,
                SHOP_ID,
                "Nordlys Te",
                OrderPlatform.PUSH,
                "nordlys",
                BOOKS_ID,
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                standAloneCreditNotes,
                true);
    }

    public static ChartOfAccounts chart() {
        CompanyFacts company =
                new CompanyFacts("org", "Nordlys Te ApS", CurrencyUnit.of("DKK"), true, true, null, false);
        List<VatRuleset> rulesets = List.of(
                new VatRuleset(
                        NORMAL,
                        "Normalt salg af varer",
                        List.of(
                                new VatRuleset.Rule(Set.of("DK"), null, DANISH),
                                new VatRuleset.Rule(EU, BuyerType.COMPANY, VatRate.ZERO),
                                new VatRuleset.Rule(EU, BuyerType.PERSON, DANISH)),
                        VatRate.ZERO),
                new VatRuleset(FREE, "Momsfrit", List.of(), VatRate.ZERO));
        return new ChartOfAccounts(company, accounts(), rulesets, HANDLED);
    }

    private static List<Account> accounts() {
        return List.of(
                account(1110, "Salg"),
                account(1115, "Salg af fragt"),
                account(1120, "Salg til øvrig udland - varer"),
                account(1140, "Salg til EU - varer"));
    }

    private static Account account(int number, String name) {
        return new Account("a" + number, new AccountNumber(number), name, Account.Nature.REVENUE, "1100", false);
    }

    public static TemplateSet templates() {
        return new TemplateSet(List.of(
                template(TemplateKind.ITEM, Area.DOMESTIC, 1110),
                template(TemplateKind.ITEM, Area.EU, 1140),
                template(TemplateKind.ITEM, Area.OUTSIDE, 1120),
                template(TemplateKind.FREIGHT, Area.DOMESTIC, 1115),
                template(TemplateKind.FREIGHT, Area.EU, 1115),
                template(TemplateKind.FREIGHT, Area.OUTSIDE, 1115)));
    }

    public static Template template(TemplateKind kind, Area area, int account) {
        return new Template(kind, area, new AccountNumber(account), NORMAL);
    }

    static TemplateSet templatesAnd(Template more) {
        List<Template> all = new ArrayList<>(templates().templates());
        all.add(more);
        return new TemplateSet(all);
    }

    /** Everything of an order, delivered at once. */
    public static Fulfillment everything(Order order) {
        return part(
                1,
                order.deliverableLines().stream()
                        .map(line -> new FulfilledLine(line.key(), BigDecimal.ZERO, line.quantity()))
                        .toList());
    }

    public static Fulfillment part(int number, List<FulfilledLine> lines) {
        return new Fulfillment(
                COMPANY,
                new FulfillmentId(new UUID(2, number)),
                new OrderId(new UUID(3, 1)),
                1,
                number,
                null,
                null,
                false,
                HANDLED,
                lines);
    }

    /** Takes back stretches of a delivery's lines. */
    public static Fulfillment back(Fulfillment delivery, int number, boolean reopens, List<FulfilledLine> lines) {
        return new Fulfillment(
                COMPANY,
                new FulfillmentId(new UUID(2, number)),
                delivery.order(),
                1,
                number,
                null,
                delivery.id(),
                reopens,
                HANDLED,
                lines);
    }

    static Case caseOf(Order order, Fulfillment fulfillment) {
        return caseOf(order, fulfillment, templates());
    }

    static Case caseOf(Order order, Fulfillment fulfillment, TemplateSet templates) {
        return new Case(
                shop(), order, fulfillment, templates, chart(), new Reference("nordlys:1001:" + fulfillment.number()));
    }
}
