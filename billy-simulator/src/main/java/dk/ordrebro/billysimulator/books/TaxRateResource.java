package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Change;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Tax rates, Billy's own and those a person makes for other countries. */
final class TaxRateResource extends Resource {

    TaxRateResource() {
        super(TaxRate.SCHEMA, Verb.ALL);
    }

    @Override
    @Behaviour(
            value = "A rate is a fraction between 0 and 1: INVALID_RECORD otherwise",
            known = Known.GUESSED,
            where = "6.6")
    @Behaviour(value = "A new rate is active", known = Known.GUESSED, where = "6.6")
    protected void prepare(Change change, RowBuilder row, @Nullable Row before) {
        if (before == null && !row.gave(TaxRate.IS_ACTIVE)) {
            row.set(TaxRate.IS_ACTIVE, true);
        }
        BigDecimal rate = row.get(TaxRate.RATE);
        if (rate != null && (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0)) {
            Problems problems = new Problems(TaxRate.SCHEMA.singular());
            problems.add(TaxRate.RATE, "must be between 0 and 1", "skal ligge mellem 0 og 1");
            problems.refuseIfAny();
        }
    }

    @Override
    @Behaviour(
            value = "A rate that a ruleset, a rule or an account names, or Billy's own, cannot be deleted: 422",
            known = Known.GUESSED,
            where = "6.6")
    protected void forget(Change change, Row row) {
        String id = row.id();
        boolean used = row.is(TaxRate.IS_PREDEFINED)
                || change.all(SalesTaxRule.SCHEMA).stream().anyMatch(rule -> rule.is(SalesTaxRule.TAX_RATE_ID, id))
                || change.all(SalesTaxRuleset.SCHEMA).stream()
                        .anyMatch(ruleset -> ruleset.is(SalesTaxRuleset.FALLBACK_TAX_RATE_ID, id))
                || change.all(Account.SCHEMA).stream().anyMatch(account -> account.is(Account.TAX_RATE_ID, id));
        if (used) {
            throw Refusal.rule("The tax rate is in use.", "Momssatsen er i brug.");
        }
    }
}
