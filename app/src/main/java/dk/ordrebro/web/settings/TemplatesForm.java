package dk.ordrebro.web.settings;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.MayChangeSettings;
import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.access.SettingsChanged.Change;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.enrichment.Template;
import dk.ordrebro.enrichment.Templates;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.web.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saves the templates of an accounting integration, all at once. Only what its own chart offers can be chosen. */
@Controller
class TemplatesForm {

    private final AccountingIntegrations accountings;
    private final AccountingSystems systems;
    private final Templates templates;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    TemplatesForm(
            AccountingIntegrations accountings,
            AccountingSystems systems,
            Templates templates,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.accountings = accountings;
        this.systems = systems;
        this.templates = templates;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @PostMapping("/settings/accounting/{id}/templates")
    @MayChangeSettings
    String save(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountingIntegrationId id,
            @RequestParam Map<String, String> form,
            RedirectAttributes next) {
        AccountingIntegration accounting = orElse404(accountings.find(me.company(), id));
        try {
            ChartOfAccounts chart = systems.open(accounting).chart();
            save(me, accounting, typed(templates.of(me.company(), id).templates(), form, chart));
            Said.good(next, "templates.saved");
        } catch (AccountingUnavailable unavailable) {
            next.addFlashAttribute("said", Keys.problem(unavailable.problem()));
        }
        return "redirect:/settings/accounting/{id}";
    }

    private static List<Template> typed(List<Template> before, Map<String, String> form, ChartOfAccounts chart) {
        return before.stream()
                .map(template -> typed(template, new TemplateRow(template, null, null, false).field(), form, chart))
                .filter(template -> !before.contains(template))
                .toList();
    }

    private static Template typed(Template template, String field, Map<String, String> form, ChartOfAccounts chart) {
        AccountNumber account = number(form.getOrDefault(field + "-account", ""))
                .filter(number -> chart.account(number).isPresent())
                .orElse(null);
        RulesetId ruleset = Optional.of(new RulesetId(form.getOrDefault(field + "-ruleset", "")))
                .filter(id -> chart.ruleset(id).isPresent())
                .orElse(null);
        return new Template(template.kind(), template.area(), account, ruleset);
    }

    private static Optional<AccountNumber> number(String typed) {
        return typed.matches("\\d{1,9}") ? Optional.of(new AccountNumber(Integer.parseInt(typed))) : Optional.empty();
    }

    private void save(SignedIn me, AccountingIntegration accounting, List<Template> changed) {
        transaction.executeWithoutResult(status -> {
            var before = templates.of(me.company(), accounting.id());
            var changes = new ArrayList<Change>();
            for (Template template : changed) {
                var was = before.find(template.kind(), template.area());
                changes.add(new Change(
                        template.kind() + "/" + template.area(),
                        was.map(TemplatesForm::text).orElse(""),
                        text(template)));
                templates.save(me.company(), accounting.id(), template);
            }
            if (!changes.isEmpty()) {
                events.publishEvent(new SettingsChanged(
                        me.company(),
                        me.who(),
                        "template",
                        accounting.id().toString(),
                        accounting.name(),
                        "changed",
                        changes));
            }
        });
    }

    private static String text(Template template) {
        return text(template.account()) + " " + text(template.ruleset());
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "–");
    }
}
