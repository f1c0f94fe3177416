package dk.ordrebro.enrichment;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.rule.Rule;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.template.Titles;
import dk.ordrebro.money.VatRate;
import org.jspecify.annotations.Nullable;

/**
 * What decided a line, and what it led to.
 *
 * @param kind of the template for the line, whether it decided or a rule came before it; likewise {@code area}
 * @param rule null where the template decided
 * @param byAnswer whether a person chose the ruleset for this one line
 */
record LineChoice(
        TemplateKind kind,
        Area area,
        @Nullable Rule rule,
        boolean byAnswer,
        Account account,
        VatRuleset ruleset,
        VatRate rate) {

    /**
     * Names the product in the accounting program: the template as a person knows it, such as "Varer (Indland)"; where a rule decided, with its
     * ruleset, such as "Varer (EU) – OSS Tyskland 7 %".
     */
    String title() {
        String template = Titles.of(kind, area);
        return rule == null && !byAnswer ? template : template + " – " + ruleset.name();
    }
}
