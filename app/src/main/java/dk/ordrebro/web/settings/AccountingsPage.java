package dk.ordrebro.web.settings;

import dk.ordrebro.access.Ids;
import dk.ordrebro.access.MayChangeSettings;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.CompanyFacts;
import dk.ordrebro.accounting.Terms;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.AccountingPlatform;
import dk.ordrebro.web.Said;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Indstillinger → Integration → Bogføring: the list, and making a new one. */
@Controller
@RequestMapping("/settings/accounting")
class AccountingsPage {

    private final AccountingIntegrations accountings;
    private final AccountingSystems systems;
    private final Templates templates;
    private final Ids ids;

    AccountingsPage(AccountingIntegrations accountings, AccountingSystems systems, Templates templates, Ids ids) {
        this.accountings = accountings;
        this.systems = systems;
        this.templates = templates;
        this.ids = ids;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, Model page) {
        var all = accountings.all(me.company());
        page.addAttribute(
                "accountings", all.stream().filter(one -> !one.retired()).toList());
        page.addAttribute(
                "retired", all.stream().filter(AccountingIntegration::retired).toList());
        return "settings/accountings";
    }

    @GetMapping("/new")
    @MayChangeSettings
    String ask(Model page) {
        return form(AccountingForm.empty(), page);
    }

    private static String form(AccountingForm form, Model page) {
        page.addAttribute("form", form.withoutKey());
        page.addAttribute("platforms", AccountingPlatform.values());
        return "settings/accounting-new";
    }

    /** Tries the key first: a key that opens nothing is not kept. */
    @PostMapping("/new")
    @MayChangeSettings
    String create(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("form") AccountingForm form,
            Model page,
            RedirectAttributes next) {
        Said problem = form.problem();
        if (problem != null) {
            page.addAttribute("problem", problem);
            return form(form, page);
        }
        CompanyFacts found;
        try {
            found = systems.tryKey(
                    form.platform(), systems.terms(form.platform()).baseUrl(), form.key());
        } catch (AccountingUnavailable unavailable) {
            page.addAttribute("problem", Keys.problem(unavailable.problem()));
            return form(form, page);
        }
        AccountingIntegration made = integration(me, form, found);
        accountings.create(made, form.key());
        if (made.active()) {
            templates.prepare(me.company(), made.id());
        }
        Said.good(next, "accounting.created", found.name());
        return "redirect:/settings/accounting/" + made.id();
    }

    private AccountingIntegration integration(SignedIn me, AccountingForm form, CompanyFacts found) {
        Terms terms = systems.terms(form.platform());
        return new AccountingIntegration(
                me.company(),
                new AccountingIntegrationId(ids.next()),
                form.name().isBlank() ? found.name() : form.name().strip(),
                form.platform(),
                terms.baseUrl(),
                form.approves(),
                terms.inFlight(),
                form.activates());
    }
}
