package dk.ordrebro.web.settings;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetics;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.enrichment.advice.Demand;
import dk.ordrebro.enrichment.advice.TemplateAdvice;
import dk.ordrebro.enrichment.chart.ChartWatch;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.enrichment.rule.Rules;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.StoredOrder;
import dk.ordrebro.question.Fact;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One accounting integration: its templates filled from its own chart of accounts, what its key opens, and its settings. */
@Controller
class AccountingPage {

    private static final int HELD_LOOKED_THROUGH = 50;

    private final AccountingIntegrations accountings;
    private final OrderIntegrations shops;
    private final Bookings bookings;
    private final Charts charts;
    private final ChartWatch watch;
    private final LedgerArithmetics arithmetics;
    private final Templates templates;
    private final Rules rules;
    private final TemplateAdvice advice;
    private final TemplateRows rows;
    private final RecentOrders recent;

    AccountingPage(
            AccountingIntegrations accountings,
            OrderIntegrations shops,
            Bookings bookings,
            Charts charts,
            ChartWatch watch,
            LedgerArithmetics arithmetics,
            Templates templates,
            Rules rules,
            TemplateAdvice advice,
            TemplateRows rows,
            RecentOrders recent) {
        this.accountings = accountings;
        this.shops = shops;
        this.bookings = bookings;
        this.charts = charts;
        this.watch = watch;
        this.arithmetics = arithmetics;
        this.templates = templates;
        this.rules = rules;
        this.advice = advice;
        this.rows = rows;
        this.recent = recent;
    }

    @GetMapping("/settings/accounting/{id}")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable AccountingIntegrationId id, Model page) {
        AccountingIntegration accounting = orElse404(accountings.find(me.company(), id));
        var reading = charts.current(accounting);
        var chart = reading.chart();
        page.addAttribute("accounting", accounting);
        page.addAttribute("chart", chart);
        page.addAttribute("groups", AccountGroup.of(chart));
        page.addAttribute("problem", reading.problem());
        if (chart != null) {
            page.addAttribute("findings", Findings.of(chart, accounting.autoApprove(), advice));
        }
        page.addAttribute("changes", watch.changes(me.company(), id));
        page.addAttribute("arithmetic", arithmetics.of(me.company(), id));
        page.addAttribute("ruleList", rules.of(me.company(), id).rules());
        page.addAttribute("bound", bound(me.company(), id));
        templates(accounting, reading, typed(page), page);
        return "settings/accounting";
    }

    /** What was typed and not saved on the page before this one. */
    private static Map<String, String> typed(Model page) {
        return page.getAttribute(TypedFields.NAME) instanceof TypedFields(var fields) ? fields : Map.of();
    }

    private void templates(
            AccountingIntegration accounting, Charts.Reading reading, Map<String, String> typed, Model page) {
        Demand demand = advice.demand(
                recent.of(accounting).stream().map(StoredOrder::order).toList());
        var all = rows.of(
                templates.of(accounting.company(), accounting.id()),
                reading.chart(),
                demand,
                asked(accounting.company()),
                typed);
        page.addAttribute("demand", demand);
        page.addAttribute("rows", all.stream().filter(row -> !row.unneeded()).toList());
        page.addAttribute("unneeded", all.stream().filter(TemplateRow::unneeded).toList());
    }

    /** The rows that held bookings wait for, among the latest. */
    private Set<String> asked(CompanyId company) {
        return bookings
                .held(company, Question.TEMPLATE_INCOMPLETE.name(), Optional.empty(), HELD_LOOKED_THROUGH)
                .stream()
                .flatMap(held -> held.reasons().stream())
                .flatMap(reason -> reason.fact(Fact.TemplateOf.class).stream())
                .map(template -> template.kind() + "-" + template.area())
                .collect(Collectors.toSet());
    }

    private Object bound(CompanyId company, AccountingIntegrationId id) {
        return shops.all(company).stream()
                .filter(shop -> shop.boundTo().filter(id::equals).isPresent())
                .toList();
    }
}
