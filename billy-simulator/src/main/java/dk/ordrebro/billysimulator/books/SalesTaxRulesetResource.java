package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Change;

/** Rulesets, the entries of the drop-down called Moms. */
final class SalesTaxRulesetResource extends Resource {

    SalesTaxRulesetResource() {
        super(SalesTaxRuleset.SCHEMA, Verb.ALL);
    }

    @Override
    @Behaviour(
            value = "The default ruleset and one that a product names cannot be deleted: 422",
            known = Known.GUESSED,
            where = "6.7")
    protected void forget(Change change, Row row) {
        String id = row.id();
        boolean used = change.organization().is(Organization.DEFAULT_SALES_TAX_RULESET_ID, id)
                || change.all(Product.SCHEMA).stream()
                        .anyMatch(product -> product.is(Product.SALES_TAX_RULESET_ID, id));
        if (used) {
            throw Refusal.rule("The ruleset is in use.", "Regelsættet er i brug.");
        }
    }
}
