package dk.ordrebro.web.settings;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.enrichment.advice.Misfit;
import dk.ordrebro.enrichment.advice.Proposal;
import dk.ordrebro.enrichment.template.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template as a row of the form.
 *
 * @param account what stands in the form: chosen, typed, or proposed
 * @param state what a person may rely on
 * @param needed how many of the orders looked at need it
 * @param proposal null where there is a choice, or no chart to propose from
 * @param misfits what will not do about what is saved
 * @param rulesets what its drop-down offers
 */
record TemplateRow(
        Template template,
        @Nullable AccountNumber account,
        @Nullable RulesetId ruleset,
        State state,
        int needed,
        @Nullable Proposal proposal,
        List<Misfit> misfits,
        List<RulesetChoice> rulesets) {

    /** What stands in a row. */
    enum State {
        COMPLETE,
        /** Typed, and not saved yet. */
        TYPED,
        /** A proposal that nobody has saved. */
        PROPOSED,
        MISSING,
        /** Empty, and what would take it takes another until it is filled. */
        OPTIONAL,
        /** Empty, and no order asks for it. */
        UNNEEDED
    }

    /** The name its two fields share in the form. */
    public String field() {
        return field(template);
    }

    static String field(Template template) {
        return template.kind() + "-" + template.area();
    }

    public boolean unneeded() {
        return state == State.UNNEEDED;
    }
}
