package dk.ordrebro.web.rules;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.MayChooseAccounts;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.enrichment.place.StandardRates;
import dk.ordrebro.enrichment.place.Territories;
import dk.ordrebro.enrichment.rule.Rule;
import dk.ordrebro.enrichment.rule.RuleId;
import dk.ordrebro.enrichment.rule.Rulebook;
import dk.ordrebro.enrichment.rule.Rules;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.web.Said;
import dk.ordrebro.web.settings.AccountGroup;
import dk.ordrebro.web.settings.Charts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One rule: filled in, tried on the latest orders, and only then saved. */
@Controller
@RequestMapping("/settings/accounting/{id}/rules")
class RulePage {

    private static final List<String> PLACES_APART = Territories.bundled().withPlacesApart();
    private static final List<String> MEMBER_STATES = StandardRates.bundled().otherMemberStates();

    private final AccountingIntegrations accountings;
    private final OrderIntegrations shops;
    private final Bookings bookings;
    private final Charts charts;
    private final Rules rules;
    private final RuleReading reading;
    private final RuleTrials trials;
    private final RuleSaving saving;
    private final AskedRules asked;

    RulePage(
            AccountingIntegrations accountings,
            OrderIntegrations shops,
            Bookings bookings,
            Charts charts,
            Rules rules,
            RuleReading reading,
            RuleTrials trials,
            RuleSaving saving,
            AskedRules asked) {
        this.accountings = accountings;
        this.shops = shops;
        this.bookings = bookings;
        this.charts = charts;
        this.rules = rules;
        this.reading = reading;
        this.trials = trials;
        this.saving = saving;
        this.asked = asked;
    }

    /**
     * An empty form.
     *
     * @param booking a held one whose question the rule is to answer, for all alike; may be left out
     */
    @GetMapping("/new")
    String make(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountingIntegrationId id,
            @RequestParam Optional<BookingId> booking,
            Model page) {
        AccountingIntegration accounting = orElse404(accountings.find(me.company(), id));
        Charts.Reading chart = charts.current(accounting);
        RuleFields fields = booking.map(held -> orElse404(bookings.find(me.company(), held)))
                .map(held -> asked.by(held, accounting, chart.chart()))
                .orElseGet(() -> RuleFields.typed(Map.of()));
        return form(accounting, chart, fields, page);
    }

    /** A rule to be changed. */
    @GetMapping("/{rule}")
    String edit(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountingIntegrationId id,
            @PathVariable RuleId rule,
            Model page) {
        AccountingIntegration accounting = orElse404(accountings.find(me.company(), id));
        return form(accounting, charts.current(accounting), RuleFields.of(orElse404(find(accounting, rule))), page);
    }

    /** Says what the rule would do to the latest orders; stores nothing. */
    @PostMapping("/try")
    @MayChooseAccounts
    String tryOut(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountingIntegrationId id,
            @RequestParam Map<String, String> form,
            Model page) {
        AccountingIntegration accounting = orElse404(accountings.find(me.company(), id));
        Charts.Reading chart = charts.current(accounting);
        RuleFields fields = ofThisBook(accounting, form);
        if (chart.chart() != null) {
            switch (reading.read(me.company(), fields, chart.chart())) {
                case RuleReading.Read.Wrong(var problem) -> page.addAttribute("wrong", problem);
                case RuleReading.Read.Good(var rule) -> tried(accounting, rule, page);
            }
        }
        return form(accounting, chart, fields, page);
    }

    private void tried(AccountingIntegration accounting, Rule rule, Model page) {
        Rulebook now = rules.of(accounting.company(), accounting.id());
        page.addAttribute("tried", rule);
        page.addAttribute("trial", trials.run(accounting, now, now.with(rule)));
    }

    /** Stores a rule, new or changed. */
    @PostMapping
    @MayChooseAccounts
    String save(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountingIntegrationId id,
            @RequestParam Map<String, String> form,
            RedirectAttributes next) {
        AccountingIntegration accounting = orElse404(accountings.find(me.company(), id));
        Charts.Reading chart = charts.current(accounting);
        RuleFields fields = ofThisBook(accounting, form);
        if (chart.chart() == null) {
            next.addFlashAttribute("said", chart.problem());
            return "redirect:/settings/accounting/{id}/rules";
        }
        return switch (reading.read(me.company(), fields, chart.chart())) {
            case RuleReading.Read.Wrong(var problem) -> {
                next.addFlashAttribute("said", problem);
                yield "redirect:/settings/accounting/{id}/rules/new";
            }
            case RuleReading.Read.Good(var rule) -> {
                saving.save(accounting, List.of(rule), chart.chart());
                Said.good(next, "rules.saved");
                yield "redirect:/settings/accounting/{id}/rules";
            }
        };
    }

    /** A rule that the form names must be one of this integration's. */
    private RuleFields ofThisBook(AccountingIntegration accounting, Map<String, String> form) {
        RuleFields fields = RuleFields.typed(form);
        if (!fields.get("rule").isEmpty()) {
            orElse404(rules.of(accounting.company(), accounting.id()).rules().stream()
                    .filter(rule -> rule.id().toString().equals(fields.get("rule")))
                    .findFirst());
        }
        return fields;
    }

    private Optional<Rule> find(AccountingIntegration accounting, RuleId id) {
        return rules.of(accounting.company(), accounting.id()).rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst();
    }

    private String form(AccountingIntegration accounting, Charts.Reading reading, RuleFields fields, Model page) {
        @Nullable ChartOfAccounts chart = reading.chart();
        page.addAttribute("accounting", accounting);
        page.addAttribute("chart", chart);
        page.addAttribute("problem", reading.problem());
        page.addAttribute("groups", AccountGroup.of(chart));
        page.addAttribute("fields", fields);
        page.addAttribute("shops", shops.all(accounting.company()));
        page.addAttribute(
                "members",
                Stream.concat(MEMBER_STATES.stream(), Stream.of("XI")).toList());
        page.addAttribute("apart", PLACES_APART);
        return "rules/rule";
    }
}
