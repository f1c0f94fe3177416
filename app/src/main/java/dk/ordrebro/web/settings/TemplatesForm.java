package dk.ordrebro.web.settings;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.MayChooseAccounts;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.enrichment.advice.Demand;
import dk.ordrebro.enrichment.advice.TemplateAdvice;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.order.StoredOrder;
import dk.ordrebro.web.NotHere;
import dk.ordrebro.web.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saves the templates of an accounting integration: one, or all that are needed. */
@Controller
@RequestMapping("/settings/accounting/{id}/templates")
class TemplatesForm {

    private final AccountingIntegrations accountings;
    private final Charts charts;
    private final Templates templates;
    private final TemplateSaving saving;
    private final TemplateRows rows;
    private final TemplateAdvice advice;
    private final RecentOrders recent;

    TemplatesForm(
            AccountingIntegrations accountings,
            Charts charts,
            Templates templates,
            TemplateSaving saving,
            TemplateRows rows,
            TemplateAdvice advice,
            RecentOrders recent) {
        this.accountings = accountings;
        this.charts = charts;
        this.templates = templates;
        this.saving = saving;
        this.rows = rows;
        this.advice = advice;
        this.recent = recent;
    }

    /**
     * Saves what was typed, and shows the page again.
     *
     * @param only the one row to save; the others keep what was typed, unsaved. Empty for all
     */
    @PostMapping
    @MayChooseAccounts
    String save(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountingIntegrationId id,
            @RequestParam(defaultValue = "") String only,
            @RequestParam Map<String, String> form,
            RedirectAttributes next) {
        AccountingIntegration accounting = orElse404(accountings.find(me.company(), id));
        var reading = charts.current(accounting);
        if (reading.chart() == null) {
            next.addFlashAttribute("said", reading.problem());
            next.addFlashAttribute(TypedFields.NAME, TypedFields.of(form));
            return "redirect:/settings/accounting/{id}#templates";
        }
        List<Template> saved = saving.save(accounting, only, form, reading.chart());
        if (only.isEmpty()) {
            Said.good(next, saved.isEmpty() ? "templates.nothing-changed" : "templates.saved", saved.size());
        } else {
            next.addFlashAttribute(TypedFields.NAME, TypedFields.of(form));
            Said.good(next, "templates.saved-one");
        }
        return "redirect:/settings/accounting/{id}#templates";
    }

    /** Saves one row and gives it back, for a page that changes only that. */
    @PostMapping("/{field}")
    @MayChooseAccounts
    String saveOne(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountingIntegrationId id,
            @PathVariable String field,
            @RequestParam Map<String, String> form,
            Model page) {
        AccountingIntegration accounting = orElse404(accountings.find(me.company(), id));
        template(me, id, field);
        var reading = charts.current(accounting);
        ChartOfAccounts chart = reading.chart();
        if (chart != null) {
            saving.save(accounting, field, form, chart);
        }
        List<StoredOrder> orders = recent.of(accounting);
        Demand demand = advice.demand(orders.stream().map(StoredOrder::order).toList());
        page.addAttribute("accounting", accounting);
        page.addAttribute("row", rows.row(template(me, id, field), chart, demand, Map.of()));
        page.addAttribute("demand", demand);
        page.addAttribute("chart", chart);
        page.addAttribute("groups", AccountGroup.of(chart));
        page.addAttribute("saved", chart != null);
        return "settings/template-row :: row";
    }

    private Template template(SignedIn me, AccountingIntegrationId id, String field) {
        Optional<Template> found = templates.of(me.company(), id).every().stream()
                .filter(template -> TemplateRow.field(template).equals(field))
                .findFirst();
        return found.orElseThrow(NotHere::new);
    }
}
