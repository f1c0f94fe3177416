package dk.ordrebro.enrichment;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.Titles;
import dk.ordrebro.money.VatRate;

/** The template a line matched and what it led to. */
record LineChoice(Template template, Account account, VatRuleset ruleset, VatRate rate) {

    /** Name of the template as a person knows it, such as "Varer (Indland)"; also names the product in the accounting program. */
    String title() {
        return Titles.of(template.kind(), template.area());
    }
}
