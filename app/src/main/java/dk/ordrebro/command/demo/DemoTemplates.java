package dk.ordrebro.command.demo;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.integration.AccountingIntegration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The six templates as a Danish shop fills them, from the chart every fresh Billy company has. */
@Component
final class DemoTemplates {

    private static final String RULESET = "Normalt salg af varer";

    private static final Map<Area, AccountNumber> GOODS = Map.of(
            Area.DOMESTIC, new AccountNumber(1110),
            Area.EU, new AccountNumber(1140),
            Area.OUTSIDE, new AccountNumber(1120));

    private static final AccountNumber FREIGHT = new AccountNumber(1115);

    private final Templates templates;

    DemoTemplates(Templates templates) {
        this.templates = templates;
    }

    void fill(AccountingIntegration accounting, ChartOfAccounts chart) {
        templates.prepare(accounting.company(), accounting.id());
        RulesetId ruleset = ruleset(chart);
        for (Area area : Area.values()) {
            fill(accounting, chart, new Template(TemplateKind.ITEM, area, GOODS.get(area), ruleset));
            fill(accounting, chart, new Template(TemplateKind.FREIGHT, area, FREIGHT, ruleset));
        }
    }

    /** What a person has changed since stays changed. */
    private void fill(AccountingIntegration accounting, ChartOfAccounts chart, Template template) {
        boolean filled = templates
                .of(accounting.company(), accounting.id())
                .find(template.kind(), template.area())
                .filter(Template::isComplete)
                .isPresent();
        AccountNumber account = template.account();
        if (filled || account == null) {
            return;
        }
        if (chart.account(account).isEmpty()) {
            throw new DemoFailed("The Billy company has no account " + account + ".");
        }
        templates.save(accounting.company(), accounting.id(), template);
    }

    private static RulesetId ruleset(ChartOfAccounts chart) {
        return chart.rulesets().stream()
                .filter(ruleset -> ruleset.name().equals(RULESET))
                .findFirst()
                .map(VatRuleset::id)
                .orElseThrow(() -> new DemoFailed("The Billy company has no VAT ruleset \"" + RULESET + "\"."));
    }
}
