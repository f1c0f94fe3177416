package dk.ordrebro.web.settings;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.enrichment.template.Template;
import java.util.Map;
import java.util.Optional;

/** Reads a template out of the form. Only what its own chart offers can be chosen. */
final class TypedTemplate {

    private TypedTemplate() {}

    /** The template as typed; as saved where the form says nothing of it. */
    static Template of(Template saved, Map<String, String> form, ChartOfAccounts chart) {
        String field = TemplateRow.field(saved);
        String account = form.get(field + "-account");
        String ruleset = form.get(field + "-ruleset");
        if (account == null || ruleset == null) {
            return saved;
        }
        return new Template(
                saved.kind(),
                saved.area(),
                number(account)
                        .filter(number -> number.equals(saved.account())
                                || chart.account(number)
                                        .filter(found -> !found.archived())
                                        .isPresent())
                        .orElse(null),
                Optional.of(new RulesetId(ruleset))
                        .filter(id ->
                                id.equals(saved.ruleset()) || chart.ruleset(id).isPresent())
                        .orElse(null));
    }

    private static Optional<AccountNumber> number(String typed) {
        return typed.matches("\\d{1,9}") ? Optional.of(new AccountNumber(Integer.parseInt(typed))) : Optional.empty();
    }
}
