package dk.ordrebro.web.settings;

import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.enrichment.advice.Demand;
import dk.ordrebro.enrichment.advice.Proposal;
import dk.ordrebro.enrichment.advice.TemplateAdvice;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.template.TemplateSet;
import dk.ordrebro.web.settings.TemplateRow.State;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the rows of the form from what is saved, what orders need and what the chart offers. */
@Component
class TemplateRows {

    /** Those everybody has; the others are shown once a line, or a held booking, asks for them. */
    private static final Set<TemplateKind> ALWAYS = Set.of(TemplateKind.ITEM, TemplateKind.FREIGHT);

    private final TemplateAdvice advice;

    TemplateRows(TemplateAdvice advice) {
        this.advice = advice;
    }

    /**
     * All rows to be shown; none before the integration has its templates.
     *
     * @param asked names of the rows that held bookings wait for
     * @param typed fields that were filled in and not saved
     */
    List<TemplateRow> of(
            TemplateSet saved,
            @Nullable ChartOfAccounts chart,
            Demand demand,
            Set<String> asked,
            Map<String, String> typed) {
        return saved.every().stream()
                .filter(template -> saved.templates().contains(template)
                        || (!saved.templates().isEmpty()
                                && (demand.of(template.kind(), template.area()) > 0
                                        || asked.contains(TemplateRow.field(template)))))
                .sorted(Comparator.comparing(Template::kind).thenComparing(Template::area))
                .map(template -> row(template, chart, demand, typed))
                .toList();
    }

    TemplateRow row(Template saved, @Nullable ChartOfAccounts chart, Demand demand, Map<String, String> typed) {
        int needed = demand.of(saved.kind(), saved.area());
        if (chart == null) {
            return new TemplateRow(
                    saved, saved.account(), saved.ruleset(), state(saved, demand), needed, null, List.of(), List.of());
        }
        List<RulesetChoice> rulesets = chart.rulesets().stream()
                .map(ruleset -> RulesetChoice.of(ruleset, saved.area()))
                .toList();
        Template form = TypedTemplate.of(saved, typed, chart);
        if (!form.equals(saved)) {
            return new TemplateRow(
                    saved, form.account(), form.ruleset(), State.TYPED, needed, null, List.of(), rulesets);
        }
        if (!isEmpty(saved)) {
            return new TemplateRow(
                    saved,
                    saved.account(),
                    saved.ruleset(),
                    state(saved, demand),
                    needed,
                    null,
                    advice.misfits(saved, chart),
                    rulesets);
        }
        if (!ALWAYS.contains(saved.kind())) {
            return new TemplateRow(saved, null, null, state(saved, demand), needed, null, List.of(), rulesets);
        }
        return proposed(saved, advice.propose(saved.kind(), saved.area(), chart), demand, rulesets);
    }

    /** A proposal stands in the form only where orders ask for it: saving the whole form must not fill what nobody needs. */
    private static TemplateRow proposed(
            Template empty, Proposal proposal, Demand demand, List<RulesetChoice> rulesets) {
        State state = state(empty, demand);
        int needed = demand.of(empty.kind(), empty.area());
        if (state == State.UNNEEDED || proposal.isEmpty()) {
            return new TemplateRow(empty, null, null, state, needed, proposal, List.of(), rulesets);
        }
        return new TemplateRow(
                empty,
                proposal.account().map(account -> account.number()).orElse(null),
                proposal.ruleset().map(ruleset -> ruleset.id()).orElse(null),
                State.PROPOSED,
                needed,
                proposal,
                List.of(),
                rulesets);
    }

    private static State state(Template template, Demand demand) {
        if (template.isComplete()) {
            return State.COMPLETE;
        }
        if (template.kind() == TemplateKind.FEE && isEmpty(template)) {
            return State.OPTIONAL;
        }
        if (template.kind() == TemplateKind.ROUNDING) {
            return State.MISSING;
        }
        return isEmpty(template) && !isNeeded(template, demand) ? State.UNNEEDED : State.MISSING;
    }

    /** Before the first order everybody is taken to sell at home. */
    private static boolean isNeeded(Template template, Demand demand) {
        return demand.of(template.kind(), template.area()) > 0
                || (demand.looked() == 0 && template.area() == Area.DOMESTIC);
    }

    private static boolean isEmpty(Template template) {
        return template.account() == null && template.ruleset() == null;
    }
}
