package dk.ordrebro.web.rules;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.MayChooseAccounts;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.enrichment.rule.Rule;
import dk.ordrebro.enrichment.rule.RuleId;
import dk.ordrebro.enrichment.rule.Rulebook;
import dk.ordrebro.enrichment.rule.Rules;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.web.DayFormat;
import dk.ordrebro.web.Said;
import dk.ordrebro.web.settings.Charts;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules of an accounting integration in their order, and since when its company uses One Stop Shop. */
@Controller
@RequestMapping("/settings/accounting/{id}/rules")
class RulesPage {

    private final AccountingIntegrations accountings;
    private final Charts charts;
    private final Rules rules;
    private final RuleSaving saving;

    RulesPage(AccountingIntegrations accountings, Charts charts, Rules rules, RuleSaving saving) {
        this.accountings = accountings;
        this.charts = charts;
        this.rules = rules;
        this.saving = saving;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable AccountingIntegrationId id, Model page) {
        AccountingIntegration accounting = orElse404(accountings.find(me.company(), id));
        Charts.Reading reading = charts.current(accounting);
        page.addAttribute("accounting", accounting);
        page.addAttribute("book", rules.of(me.company(), id));
        page.addAttribute("chart", reading.chart());
        page.addAttribute("problem", reading.problem());
        page.addAttribute("sets", RuleSet.values());
        return "rules/rules";
    }

    /** Changes places with its neighbour. */
    @PostMapping("/{rule}/move")
    @MayChooseAccounts
    String move(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountingIntegrationId id,
            @PathVariable RuleId rule,
            @RequestParam(defaultValue = "true") boolean up) {
        AccountingIntegration accounting = orElse404(accountings.find(me.company(), id));
        saving.move(accounting, orElse404(find(accounting, rule)), up);
        return "redirect:/settings/accounting/{id}/rules#list";
    }

    @PostMapping("/{rule}/remove")
    @MayChooseAccounts
    String remove(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountingIntegrationId id,
            @PathVariable RuleId rule,
            RedirectAttributes next) {
        AccountingIntegration accounting = orElse404(accountings.find(me.company(), id));
        saving.remove(
                accounting,
                orElse404(find(accounting, rule)),
                charts.current(accounting).chart());
        Said.good(next, "rules.removed");
        return "redirect:/settings/accounting/{id}/rules";
    }

    private Optional<Rule> find(AccountingIntegration accounting, RuleId id) {
        Rulebook book = rules.of(accounting.company(), accounting.id());
        return book.rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /**
     * Whether One Stop Shop is used, and from which day.
     *
     * @param from the first day; asked for where it is used
     */
    @PostMapping("/oss")
    @MayChooseAccounts
    String oss(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountingIntegrationId id,
            @RequestParam(defaultValue = "false") boolean used,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes next) {
        AccountingIntegration accounting = orElse404(accountings.find(me.company(), id));
        Optional<LocalDate> day = DayFormat.read(from);
        if (used && day.isEmpty()) {
            Said.bad(next, "oss.day-missing");
        } else {
            saving.useOss(accounting, used ? day.orElseThrow() : null);
            Said.good(next, used ? "oss.saved" : "oss.saved-off");
        }
        return "redirect:/settings/accounting/{id}/rules#oss";
    }
}
