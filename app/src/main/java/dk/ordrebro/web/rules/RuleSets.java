package dk.ordrebro.web.rules;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.place.Placement;
import dk.ordrebro.enrichment.place.StandardRates;
import dk.ordrebro.enrichment.place.Territories;
import dk.ordrebro.enrichment.rule.BuyerKind;
import dk.ordrebro.enrichment.rule.Condition;
import dk.ordrebro.enrichment.rule.Rule;
import dk.ordrebro.enrichment.rule.Sale;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.template.TemplateSet;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.enrichment.treatment.Treatments;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.StoredOrder;
import dk.ordrebro.web.Show;
import dk.ordrebro.web.settings.RecentOrders;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules of the ready-made sets, with the account and ruleset that suit them where one alone does ({@code docs/reference/vat.md} 2). */
@Component
class RuleSets {

    private static final Territories TERRITORIES = Territories.bundled();
    private static final StandardRates RATES = StandardRates.bundled();
    private static final String DENMARK = "DK";
    private static final String NORTHERN_IRELAND = "XI";

    private final RecentOrders recent;
    private final Templates templates;
    private final InstantSource clock;

    RuleSets(RecentOrders recent, Templates templates, InstantSource clock) {
        this.recent = recent;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * A rule to be made, or for {@link RuleSet#ROUNDING} a template.
     *
     * @param field the name its two fields share in the form
     * @param account proposed; null for none
     */
    record Row(
            String field,
            List<Condition> conditions,
            @Nullable AccountNumber account,
            @Nullable RulesetId ruleset) {

        boolean isAmong(List<Rule> rules) {
            return rules.stream().anyMatch(rule -> rule.conditions().equals(conditions));
        }
    }

    List<Row> rows(RuleSet set, AccountingIntegration accounting, ChartOfAccounts chart) {
        TemplateSet filled = templates.of(accounting.company(), accounting.id());
        return switch (set) {
            case EU_BUSINESS ->
                List.of(row(
                        "business",
                        account(filled, TemplateKind.ITEM, Area.EU),
                        // Germany stands for all: a ruleset for businesses of the EU names them all
                        only(chart, ruleset -> gives(ruleset, "DE", BuyerType.COMPANY, VatRate.ZERO)),
                        new Condition.In(Area.EU),
                        new Condition.SoldTo(BuyerKind.CHECKED_BUSINESS),
                        new Condition.Charged(VatRate.ZERO)));
            case OSS -> oss(accounting, filled, chart);
            case ZERO_RATE ->
                List.of(row(
                        "zero",
                        account(filled, TemplateKind.ITEM, Area.DOMESTIC),
                        free(chart),
                        new Condition.In(Area.DOMESTIC),
                        new Condition.Charged(VatRate.ZERO)));
            case GIFT_CARDS ->
                List.of(
                        row(
                                "single",
                                null,
                                only(chart, ruleset -> gives(ruleset, DENMARK, BuyerType.PERSON, Treatments.DANISH)),
                                new Condition.OfKind(LineKind.GIFT_CARD),
                                new Condition.Charged(Treatments.DANISH)),
                        row("several", null, free(chart), new Condition.OfKind(LineKind.GIFT_CARD)));
            case FEES ->
                List.of(row(
                        "fee",
                        null,
                        filled.find(TemplateKind.FREIGHT, Area.DOMESTIC)
                                .map(Template::ruleset)
                                .orElse(null),
                        new Condition.OfKind(LineKind.FEE)));
            case ROUNDING ->
                Stream.of(Area.values())
                        .map(area -> row(
                                TemplateKind.ROUNDING + "-" + area,
                                account(filled, TemplateKind.ROUNDING, area),
                                free(chart),
                                new Condition.In(area)))
                        .toList();
        };
    }

    private static Row row(
            String field, @Nullable AccountNumber account, @Nullable RulesetId ruleset, Condition... conditions) {
        return new Row(field, List.of(conditions), account, ruleset);
    }

    private static @Nullable AccountNumber account(TemplateSet filled, TemplateKind kind, Area area) {
        return filled.find(kind, area).map(Template::account).orElse(null);
    }

    private static @Nullable RulesetId free(ChartOfAccounts chart) {
        return only(chart, ruleset -> gives(ruleset, DENMARK, BuyerType.PERSON, VatRate.ZERO));
    }

    private static boolean gives(VatRuleset ruleset, String country, BuyerType buyer, VatRate rate) {
        return ruleset.rateFor(country, buyer).equals(rate);
    }

    /** Where several would do, a person chooses. */
    private static @Nullable RulesetId only(ChartOfAccounts chart, Predicate<VatRuleset> suits) {
        List<VatRuleset> found = chart.rulesets().stream().filter(suits).toList();
        return found.size() == 1 ? found.getFirst().id() : null;
    }

    /** The reduced rates of a country first: the rule for all else names no rate, so that a change of the standard rate is asked about. */
    private List<Row> oss(AccountingIntegration accounting, TemplateSet filled, ChartOfAccounts chart) {
        AccountNumber account = account(filled, TemplateKind.ITEM, Area.EU);
        return sold(accounting).entrySet().stream()
                .flatMap(country -> Stream.concat(
                        country.getValue().stream()
                                .map(rate -> row(
                                        country.getKey() + "-" + rate.percent().toPlainString(),
                                        account,
                                        ruleset(chart, country.getKey(), rate),
                                        new Condition.To(country.getKey()),
                                        new Condition.SoldTo(BuyerKind.CONSUMER),
                                        new Condition.Charged(rate))),
                        Stream.of(row(
                                country.getKey(),
                                account,
                                standard(country.getKey())
                                        .map(rate -> ruleset(chart, country.getKey(), rate))
                                        .orElse(null),
                                new Condition.To(country.getKey()),
                                new Condition.SoldTo(BuyerKind.CONSUMER)))))
                .toList();
    }

    private static @Nullable RulesetId ruleset(ChartOfAccounts chart, String country, VatRate rate) {
        String written = country.equals(NORTHERN_IRELAND) ? "GB" : country;
        return only(
                chart,
                ruleset -> gives(ruleset, written, BuyerType.PERSON, rate)
                        && !gives(ruleset, DENMARK, BuyerType.PERSON, Treatments.DANISH));
    }

    private Optional<VatRate> standard(String country) {
        return RATES.on(LocalDate.ofInstant(clock.instant(), Show.COPENHAGEN), country);
    }

    /** The countries of the EU that consumers bought from, each with the rates other than its standard one that were charged. */
    private Map<String, SortedSet<VatRate>> sold(AccountingIntegration accounting) {
        Map<String, SortedSet<VatRate>> sold = new TreeMap<>();
        for (StoredOrder stored : recent.of(accounting)) {
            Order order = stored.order();
            if (TERRITORIES.place(order.delivery()) instanceof Placement.Placed(var territory, var certain)) {
                Sale sale = Sale.of(order, territory);
                if (sale.area() == Area.EU && sale.buyer() == BuyerKind.CONSUMER) {
                    sold.computeIfAbsent(sale.country(), any -> new TreeSet<>()).addAll(reduced(order, sale.country()));
                }
            }
        }
        return sold;
    }

    private List<VatRate> reduced(Order order, String country) {
        VatRate standard = standard(country).orElse(VatRate.ZERO);
        return order.lines().stream()
                .flatMap(line -> Stream.ofNullable(line.vatRate()))
                .filter(rate -> !rate.isZero() && rate.compareTo(standard) < 0 && !rate.equals(Treatments.DANISH))
                .toList();
    }
}
