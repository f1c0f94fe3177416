package dk.ordrebro.billysimulator.page;

import dk.ordrebro.billysimulator.books.CountryGroup;
import dk.ordrebro.billysimulator.books.SalesTaxRule;
import dk.ordrebro.billysimulator.books.SalesTaxRuleset;
import dk.ordrebro.billysimulator.books.TaxRate;
import dk.ordrebro.billysimulator.record.Row;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rulesets with their rules in the order in which they are asked, and all rates. */
final class VatPage {

    private VatPage() {}

    static void show(Html html, View view) {
        for (Row ruleset : view.company().all(SalesTaxRuleset.SCHEMA)) {
            html.element("h2", ruleset.get(SalesTaxRuleset.NAME));
            rules(html, view, ruleset);
        }
        html.element("h2", view.say("rates"));
        Grid grid = new Grid(view.say("name"), view.say("usedFor"), view.say("rate") + ">");
        for (Row rate : view.company().all(TaxRate.SCHEMA)) {
            grid.cell(rate.get(TaxRate.NAME))
                    .cell(view.say(rate.is(TaxRate.APPLIES_TO_SALES) ? "sales" : "purchases"))
                    .cell(view.language().percent(rate.get(TaxRate.RATE)))
                    .endRow();
        }
        grid.write(html, "");
    }

    private static void rules(Html html, View view, Row ruleset) {
        List<Row> rules = view.company().having(SalesTaxRule.SCHEMA, SalesTaxRule.RULESET_ID, ruleset.id());
        rules.sort(Comparator.comparingInt(rule -> rule.get(SalesTaxRule.PRIORITY, Integer.MAX_VALUE)));
        Grid grid = new Grid(view.say("when"), view.say("then"), view.say("rate") + ">");
        for (Row rule : rules) {
            row(grid, view, criteria(view, rule), rule.get(SalesTaxRule.TAX_RATE_ID));
        }
        row(
                grid,
                view,
                view.say(rules.isEmpty() ? "everybody" : "otherwise"),
                ruleset.get(SalesTaxRuleset.FALLBACK_TAX_RATE_ID));
        grid.write(html, "");
    }

    private static String criteria(View view, Row rule) {
        String type = rule.get(SalesTaxRule.CONTACT_TYPE);
        String place = rule.get(
                SalesTaxRule.COUNTRY_ID,
                view.via(rule, SalesTaxRule.COUNTRY_GROUP_ID, CountryGroup.SCHEMA, CountryGroup.NAME));
        String who = type == null ? "" : " · " + view.say("kind." + type);
        return (place.isEmpty() ? view.say("everywhere") : place) + who;
    }

    private static void row(Grid grid, View view, String when, @Nullable String rateId) {
        Row rate = view.find(TaxRate.SCHEMA, rateId);
        grid.cell(when)
                .cell(rate == null ? view.say("noTax") : rate.get(TaxRate.NAME))
                .cell(rate == null ? "" : view.language().percent(rate.get(TaxRate.RATE)))
                .endRow();
    }
}
