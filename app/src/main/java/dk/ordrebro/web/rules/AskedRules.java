package dk.ordrebro.web.rules;

import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.place.Placement;
import dk.ordrebro.enrichment.place.Territories;
import dk.ordrebro.enrichment.place.Territory;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.enrichment.rule.BuyerKind;
import dk.ordrebro.enrichment.rule.Condition;
import dk.ordrebro.enrichment.rule.Sale;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposes the rule that would answer what a held booking asks, for it and for all alike. A person looks at it and saves it. */
@Component
class AskedRules {

    private static final Territories TERRITORIES = Territories.bundled();

    private final Orders orders;
    private final Templates templates;

    AskedRules(Orders orders, Templates templates) {
        this.orders = orders;
        this.templates = templates;
    }

    /** Filled as far as the booking tells; empty where it asks nothing a rule can answer. */
    RuleFields by(Booking held, AccountingIntegration accounting, @Nullable ChartOfAccounts chart) {
        Map<String, String> fields = new HashMap<>();
        Optional<Reason> question = held.reasons().stream()
                .filter(reason -> reason.kind() == Question.RATE_DISAGREES
                        || reason.kind() == Question.OSS_RULE_MISSING
                        || reason.kind() == Question.GIFT_CARD_TEMPLATE_MISSING)
                .findFirst();
        Optional<Order> order = orders.find(held.company(), held.order()).map(StoredOrder::order);
        if (question.isPresent() && order.isPresent()) {
            fill(fields, question.get(), order.get(), accounting, chart);
        }
        return RuleFields.typed(fields);
    }

    private void fill(
            Map<String, String> fields,
            Reason question,
            Order order,
            AccountingIntegration accounting,
            @Nullable ChartOfAccounts chart) {
        if (!(TERRITORIES.place(order.delivery()) instanceof Placement.Placed(var territory, var certain))) {
            return;
        }
        Sale sale = Sale.of(order, territory);
        OrderLine line = line(question, order);
        VatRate rate = line == null ? null : line.vatRate();
        fields.putAll(RuleFields.of(conditions(question, sale, line, rate)));
        template(accounting, line, territory.area())
                .map(Template::account)
                .ifPresent(account -> fields.put("account", account.toString()));
        if (chart != null && rate != null) {
            ruleset(chart, territory, sale, rate).ifPresent(id -> fields.put("ruleset", id.value()));
        }
    }

    private static List<Condition> conditions(
            Reason question, Sale sale, @Nullable OrderLine line, @Nullable VatRate rate) {
        List<Condition> conditions = new ArrayList<>();
        if (line != null && line.kind() == LineKind.GIFT_CARD) {
            conditions.add(new Condition.OfKind(LineKind.GIFT_CARD));
        }
        if (rate != null) {
            conditions.add(new Condition.Charged(rate));
        }
        switch (sale.area()) {
            case DOMESTIC, OUTSIDE -> conditions.add(new Condition.In(sale.area()));
            case EU -> {
                conditions.add(
                        sale.buyer() == BuyerKind.CHECKED_BUSINESS && question.kind() != Question.OSS_RULE_MISSING
                                ? new Condition.In(Area.EU)
                                : new Condition.To(sale.country()));
                conditions.add(new Condition.SoldTo(sale.buyer()));
            }
        }
        return conditions;
    }

    /** The line that is asked about; of a question about a country the first that was charged its rate. */
    private static @Nullable OrderLine line(Reason question, Order order) {
        Optional<String> key = question.fact(Fact.Line.class).map(Fact.Line::key);
        List<VatRate> rates =
                question.fact(Fact.Rates.class).map(Fact.Rates::rates).orElse(List.of());
        return order.lines().stream()
                .filter(line -> key.isPresent()
                        ? line.key().equals(key.get())
                        : question.kind() == Question.GIFT_CARD_TEMPLATE_MISSING
                                ? line.kind() == LineKind.GIFT_CARD
                                : rates.contains(line.vatRate()))
                .findFirst()
                .orElse(null);
    }

    private Optional<Template> template(AccountingIntegration accounting, @Nullable OrderLine line, Area area) {
        TemplateKind kind = line != null && line.isCarriage() ? TemplateKind.FREIGHT : TemplateKind.ITEM;
        return line != null && line.kind() == LineKind.GIFT_CARD
                ? Optional.empty()
                : templates.of(accounting.company(), accounting.id()).find(kind, area);
    }

    /** The one ruleset that gives the rate there, and Denmark another where the rate is not Danish; none where several do. */
    private static Optional<RulesetId> ruleset(ChartOfAccounts chart, Territory territory, Sale sale, VatRate rate) {
        BuyerType buyer = sale.buyer() == BuyerKind.CHECKED_BUSINESS ? BuyerType.COMPANY : BuyerType.PERSON;
        List<RulesetId> fitting = chart.rulesets().stream()
                .filter(ruleset ->
                        ruleset.rateFor(territory.vatCountry(), buyer).equals(rate))
                .map(VatRuleset::id)
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }
}
