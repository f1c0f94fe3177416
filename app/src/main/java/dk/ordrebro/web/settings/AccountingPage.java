package dk.ordrebro.web.settings;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.MayChangeSettings;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.enrichment.Templates;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.SealBroken;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.web.Said;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One accounting integration: its settings, its key, and its templates filled from its own chart of accounts. */
@Controller
@RequestMapping("/settings/accounting/{id}")
class AccountingPage {

    private static final String BACK = "redirect:/settings/accounting/{id}";

    private final AccountingIntegrations accountings;
    private final AccountingSystems systems;
    private final Templates templates;

    AccountingPage(AccountingIntegrations accountings, AccountingSystems systems, Templates templates) {
        this.accountings = accountings;
        this.systems = systems;
        this.templates = templates;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable AccountingIntegrationId id, Model page) {
        AccountingIntegration accounting = accounting(me.company(), id);
        page.addAttribute("accounting", accounting);
        var made = templates.of(me.company(), id).templates();
        Proposal proposal = null;
        try {
            ChartOfAccounts chart = systems.open(accounting).chart();
            show(chart, page);
            proposal = new Proposal(chart);
        } catch (AccountingUnavailable unavailable) {
            page.addAttribute("problem", Keys.problem(unavailable.problem()));
        } catch (SealBroken broken) {
            page.addAttribute("problem", Said.of(false, "accounting.seal-broken"));
        }
        page.addAttribute("rows", TemplateRow.of(made, proposal));
        return "settings/accounting";
    }

    private static void show(ChartOfAccounts chart, Model page) {
        Map<String, List<Account>> groups = chart.accounts().stream()
                .filter(account -> !account.archived())
                .sorted(Comparator.comparingInt(account -> account.number().value()))
                .collect(Collectors.groupingBy(Account::group, LinkedHashMap::new, Collectors.toList()));
        page.addAttribute("chart", chart);
        page.addAttribute("groups", groups);
    }

    @PostMapping
    @MayChangeSettings
    String save(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountingIntegrationId id,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean autoApprove,
            @RequestParam(defaultValue = "false") boolean active,
            RedirectAttributes next) {
        AccountingIntegration before = accounting(me.company(), id);
        accountings.save(new AccountingIntegration(
                before.company(),
                before.id(),
                name.isBlank() ? before.name() : name.strip(),
                before.platform(),
                before.baseUrl(),
                autoApprove,
                before.inFlight(),
                active));
        if (active) {
            templates.prepare(me.company(), id);
        }
        Said.good(next, "settings.saved");
        return BACK;
    }

    /** A key that opens nothing does not replace one that may. */
    @PostMapping("/key")
    @MayChangeSettings
    String replaceKey(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountingIntegrationId id,
            @RequestParam String apiUser,
            RedirectAttributes next) {
        AccountingIntegration accounting = accounting(me.company(), id);
        var key = new Secret(apiUser.strip());
        try {
            var found = systems.tryKey(accounting.platform(), accounting.baseUrl(), key);
            accountings.replaceKey(me.company(), id, key);
            Said.good(next, "accounting.key-replaced", found.name());
        } catch (AccountingUnavailable unavailable) {
            next.addFlashAttribute("said", Keys.problem(unavailable.problem()));
        }
        return BACK;
    }

    @PostMapping("/refresh")
    @MayChangeSettings
    String refresh(
            @AuthenticationPrincipal SignedIn me, @PathVariable AccountingIntegrationId id, RedirectAttributes next) {
        AccountingIntegration accounting = accounting(me.company(), id);
        try {
            ChartOfAccounts chart = systems.open(accounting).refreshChart();
            Said.good(
                    next,
                    "accounting.refreshed",
                    chart.accounts().size(),
                    chart.rulesets().size());
        } catch (AccountingUnavailable unavailable) {
            next.addFlashAttribute("said", Keys.problem(unavailable.problem()));
        }
        return BACK;
    }

    private AccountingIntegration accounting(CompanyId company, AccountingIntegrationId id) {
        return orElse404(accountings.find(company, id));
    }
}
