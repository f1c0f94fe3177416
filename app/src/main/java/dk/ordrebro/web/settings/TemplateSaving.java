package dk.ordrebro.web.settings;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.access.SettingsChanged.Change;
import dk.ordrebro.access.Who;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateSet;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.integration.AccountingIntegration;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores typed templates with an entry in the trail, in one transaction. */
@Component
class TemplateSaving {

    private final Templates templates;
    private final ApplicationEventPublisher events;

    TemplateSaving(Templates templates, ApplicationEventPublisher events) {
        this.templates = templates;
        this.events = events;
    }

    /**
     * Stores what differs from what is saved.
     *
     * @param only name of the one row to be stored; empty for all
     * @return what was stored
     */
    @Transactional
    public List<Template> save(
            AccountingIntegration accounting, String only, Map<String, String> form, ChartOfAccounts chart) {
        CompanyId company = accounting.company();
        TemplateSet before = templates.of(company, accounting.id());
        List<Template> every = before.every();
        List<Template> changed = every.stream()
                .filter(template -> only.isEmpty() || only.equals(TemplateRow.field(template)))
                .map(template -> TypedTemplate.of(template, form, chart))
                .filter(template -> !every.contains(template))
                .toList();
        changed.forEach(template -> templates.save(company, accounting.id(), template));
        if (!changed.isEmpty()) {
            events.publishEvent(new SettingsChanged(
                    company,
                    Who.current(),
                    "template",
                    accounting.id().toString(),
                    accounting.name(),
                    "changed",
                    changed.stream()
                            .map(template -> change(before, template, chart))
                            .toList()));
        }
        return changed;
    }

    private static Change change(TemplateSet before, Template after, ChartOfAccounts chart) {
        String was = before.find(after.kind(), after.area())
                .filter(template -> template.account() != null || template.ruleset() != null)
                .map(template -> inWords(template, chart))
                .orElse("");
        return new Change(after.kind() + "/" + after.area(), was, inWords(after, chart));
    }

    /** The trail must be readable when the chart is another. */
    private static String inWords(Template template, ChartOfAccounts chart) {
        return account(template, chart) + " · " + ruleset(template, chart);
    }

    private static String account(Template template, ChartOfAccounts chart) {
        if (template.account() == null) {
            return "–";
        }
        return template.account()
                + chart.account(template.account())
                        .map(account -> " " + account.name())
                        .orElse("");
    }

    private static String ruleset(Template template, ChartOfAccounts chart) {
        RulesetId id = template.ruleset();
        return id == null ? "–" : chart.ruleset(id).map(VatRuleset::name).orElse(id.value());
    }
}
