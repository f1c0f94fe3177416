package dk.ordrebro.web.settings;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.enrichment.Template;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template as a row of the form.
 *
 * @param account what is chosen, or proposed
 * @param proposed whether account and ruleset are only a proposal that nobody has saved
 */
record TemplateRow(
        Template template,
        @Nullable AccountNumber account,
        @Nullable RulesetId ruleset,
        boolean proposed) {

    /** The name its two fields share in the form. */
    public String field() {
        return template.kind() + "-" + template.area();
    }

    static List<TemplateRow> of(List<Template> templates, @Nullable Proposal proposal) {
        return templates.stream()
                .sorted(Comparator.comparing(Template::kind).thenComparing(Template::area))
                .map(template -> row(template, proposal))
                .toList();
    }

    private static TemplateRow row(Template template, @Nullable Proposal proposal) {
        boolean untouched = template.account() == null && template.ruleset() == null;
        if (!untouched || proposal == null) {
            return new TemplateRow(template, template.account(), template.ruleset(), false);
        }
        AccountNumber account = proposal.account(template.kind());
        RulesetId ruleset = proposal.ruleset(template.area());
        return new TemplateRow(template, account, ruleset, account != null || ruleset != null);
    }
}
