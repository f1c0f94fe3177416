package dk.ordrebro.web.settings;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.MayChangeSettings;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.enrichment.chart.ChartWatch;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.web.Said;
import java.util.Objects;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be done to an accounting integration: each a button of its page. */
@Controller
@RequestMapping("/settings/accounting/{id}")
class AccountingChanges {

    private static final String BACK = "redirect:/settings/accounting/{id}";

    private final AccountingIntegrations accountings;
    private final AccountingSystems systems;
    private final Charts charts;
    private final ChartWatch watch;
    private final Templates templates;

    AccountingChanges(
            AccountingIntegrations accountings,
            AccountingSystems systems,
            Charts charts,
            ChartWatch watch,
            Templates templates) {
        this.accountings = accountings;
        this.systems = systems;
        this.charts = charts;
        this.watch = watch;
        this.templates = templates;
    }

    @PostMapping
    @MayChangeSettings
    String save(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountingIntegrationId id,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean autoApprove,
            RedirectAttributes next) {
        AccountingIntegration before = accounting(me, id);
        if (!Names.isGood(name)) {
            next.addFlashAttribute("said", Names.PROBLEM);
            return BACK;
        }
        accountings.save(before.named(name.strip()).approving(autoApprove));
        Said.good(next, "settings.saved");
        return BACK;
    }

    /** Switching on makes the templates. A retired integration is brought back instead. */
    @PostMapping("/switch")
    @MayChangeSettings
    String switchTo(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountingIntegrationId id,
            @RequestParam boolean on,
            RedirectAttributes next) {
        AccountingIntegration before = accounting(me, id);
        if (before.retired()) {
            Said.bad(next, "accounting.is-retired");
            return BACK;
        }
        accountings.save(before.switched(on));
        if (on) {
            templates.prepare(me.company(), id);
        }
        Said.good(next, on ? "accounting.switched-on" : "accounting.switched-off");
        return BACK;
    }

    @PostMapping("/retire")
    @MayChangeSettings
    String retire(
            @AuthenticationPrincipal SignedIn me, @PathVariable AccountingIntegrationId id, RedirectAttributes next) {
        accountings.save(accounting(me, id).retire());
        Said.good(next, "accounting.retired-now");
        return BACK;
    }

    @PostMapping("/bring-back")
    @MayChangeSettings
    String bringBack(
            @AuthenticationPrincipal SignedIn me, @PathVariable AccountingIntegrationId id, RedirectAttributes next) {
        accountings.save(accounting(me, id).bringBack());
        templates.prepare(me.company(), id);
        Said.good(next, "accounting.brought-back");
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
        AccountingIntegration accounting = accounting(me, id);
        if (apiUser.isBlank()) {
            Said.bad(next, "accounting.key-missing");
            return BACK;
        }
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
        var reading = charts.anew(accounting(me, id));
        if (reading.problem() != null) {
            next.addFlashAttribute("said", reading.problem());
            return BACK;
        }
        var chart = Objects.requireNonNull(reading.chart());
        Said.good(
                next,
                "accounting.refreshed",
                chart.accounts().size(),
                chart.rulesets().size());
        return BACK;
    }

    /** The changes in the accounting program have been looked at. */
    @PostMapping("/seen")
    @MayChangeSettings
    String seen(
            @AuthenticationPrincipal SignedIn me, @PathVariable AccountingIntegrationId id, RedirectAttributes next) {
        accounting(me, id);
        watch.acknowledge(me.company(), id);
        Said.good(next, "chart.seen");
        return BACK;
    }

    private AccountingIntegration accounting(SignedIn me, AccountingIntegrationId id) {
        return orElse404(accountings.find(me.company(), id));
    }
}
