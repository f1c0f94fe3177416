package dk.ordrebro.web.rules;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.Ids;
import dk.ordrebro.access.MayChooseAccounts;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.enrichment.rule.Rule;
import dk.ordrebro.enrichment.rule.RuleId;
import dk.ordrebro.enrichment.rule.Rulebook;
import dk.ordrebro.enrichment.rule.Rules;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.web.NotHere;
import dk.ordrebro.web.Said;
import dk.ordrebro.web.settings.AccountGroup;
import dk.ordrebro.web.settings.Charts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** A ready-made set: its rules with account and VAT to choose, tried like any rule, then saved as ordinary ones. */
@Controller
@RequestMapping("/settings/accounting/{id}/rules/sets/{set}")
class RuleSetPage {

    private static final String ACCOUNT = "-account";
    private static final String RULESET = "-ruleset";

    private final AccountingIntegrations accountings;
    private final Charts charts;
    private final Rules rules;
    private final RuleSets sets;
    private final RuleTrials trials;
    private final RuleSaving saving;
    private final Ids ids;

    RuleSetPage(
            AccountingIntegrations accountings,
            Charts charts,
            Rules rules,
            RuleSets sets,
            RuleTrials trials,
            RuleSaving saving,
            Ids ids) {
        this.accountings = accountings;
        this.charts = charts;
        this.rules = rules;
        this.sets = sets;
        this.trials = trials;
        this.saving = saving;
        this.ids = ids;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountingIntegrationId id,
            @PathVariable String set,
            Model page) {
        AccountingIntegration accounting = orElse404(accountings.find(me.company(), id));
        return form(accounting, named(set), charts.current(accounting), Map.of(), page);
    }

    /** Says what the rules that were filled in would do to the latest orders; stores nothing. */
    @PostMapping("/try")
    @MayChooseAccounts
    String tryOut(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountingIntegrationId id,
            @PathVariable String set,
            @RequestParam Map<String, String> form,
            Model page) {
        AccountingIntegration accounting = orElse404(accountings.find(me.company(), id));
        Charts.Reading reading = charts.current(accounting);
        RuleSet wanted = named(set);
        if (reading.chart() != null) {
            List<Rule> made = made(wanted, accounting, reading.chart(), form);
            if (made.isEmpty()) {
                page.addAttribute("wrong", Said.of(false, "rules.set.nothing"));
            } else {
                Rulebook now = rules.of(me.company(), id);
                Rulebook then = now;
                for (Rule rule : made) {
                    then = then.with(rule);
                }
                page.addAttribute("trial", trials.run(accounting, now, then));
            }
        }
        return form(accounting, wanted, reading, form, page);
    }

    /** Stores the rules that were filled in. */
    @PostMapping
    @MayChooseAccounts
    String save(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountingIntegrationId id,
            @PathVariable String set,
            @RequestParam Map<String, String> form,
            RedirectAttributes next) {
        AccountingIntegration accounting = orElse404(accountings.find(me.company(), id));
        Charts.Reading reading = charts.current(accounting);
        RuleSet wanted = named(set);
        List<Rule> made = reading.chart() == null ? List.of() : made(wanted, accounting, reading.chart(), form);
        if (reading.chart() == null) {
            next.addFlashAttribute("said", reading.problem());
        } else if (made.isEmpty()) {
            Said.bad(next, "rules.set.nothing");
        } else {
            saving.save(accounting, made, reading.chart());
            Said.good(next, made.size() == 1 ? "rules.saved" : "rules.set.saved", made.size());
        }
        return "redirect:/settings/accounting/{id}/rules";
    }

    private static RuleSet named(String set) {
        return Arrays.stream(RuleSet.values())
                .filter(one -> one.name().equals(set))
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    /** Those both of whose fields were filled with what the chart offers, and that are not there yet. */
    private List<Rule> made(
            RuleSet set, AccountingIntegration accounting, ChartOfAccounts chart, Map<String, String> form) {
        if (set == RuleSet.ROUNDING) {
            return List.of();
        }
        List<Rule> known = rules.of(accounting.company(), accounting.id()).rules();
        return sets.rows(set, accounting, chart).stream()
                .filter(row -> !row.isAmong(known))
                .flatMap(row -> made(row, chart, form).stream())
                .toList();
    }

    private Optional<Rule> made(RuleSets.Row row, ChartOfAccounts chart, Map<String, String> form) {
        String account = form.getOrDefault(row.field() + ACCOUNT, "");
        String ruleset = form.getOrDefault(row.field() + RULESET, "");
        Optional<AccountNumber> number = chart.accounts().stream()
                .filter(one -> !one.archived() && one.number().toString().equals(account))
                .map(Account::number)
                .findFirst();
        return ruleset.isEmpty()
                ? Optional.empty()
                : chart.ruleset(new RulesetId(ruleset))
                        .flatMap(found ->
                                number.map(at -> new Rule(new RuleId(ids.next()), row.conditions(), at, found.id())));
    }

    private String form(
            AccountingIntegration accounting,
            RuleSet set,
            Charts.Reading reading,
            Map<String, String> form,
            Model page) {
        @Nullable ChartOfAccounts chart = reading.chart();
        List<RuleSets.Row> rows = chart == null ? List.of() : sets.rows(set, accounting, chart);
        List<Rule> known = rules.of(accounting.company(), accounting.id()).rules();
        boolean rounding = set == RuleSet.ROUNDING;
        page.addAttribute("accounting", accounting);
        page.addAttribute("set", set);
        page.addAttribute("rounding", rounding);
        page.addAttribute("chart", chart);
        page.addAttribute("problem", reading.problem());
        page.addAttribute("groups", AccountGroup.of(chart));
        page.addAttribute(
                "there",
                rows.stream().filter(row -> !rounding && row.isAmong(known)).toList());
        page.addAttribute(
                "rows",
                rows.stream().filter(row -> rounding || !row.isAmong(known)).toList());
        page.addAttribute("typed", typed(rows, form));
        return "rules/set";
    }

    /** What stands in the fields: as typed, else as proposed. */
    private static Map<String, String> typed(List<RuleSets.Row> rows, Map<String, String> form) {
        var typed = new HashMap<String, String>();
        rows.stream()
                .flatMap(row -> Stream.of(
                        Map.entry(row.field() + ACCOUNT, Objects.toString(row.account(), "")),
                        Map.entry(row.field() + RULESET, Objects.toString(row.ruleset(), ""))))
                .forEach(field -> typed.put(field.getKey(), form.getOrDefault(field.getKey(), field.getValue())));
        return typed;
    }
}
