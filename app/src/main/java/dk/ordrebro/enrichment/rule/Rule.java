package dk.ordrebro.enrichment.rule;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.order.OrderLine;
import java.util.List;

/**
 * An exception below a template (regel): where every condition holds, this account and VAT ruleset instead of the template's.
 *
 * @param conditions one at least; a rule without would be a template
 */
public record Rule(RuleId id, List<Condition> conditions, AccountNumber account, RulesetId ruleset) {

    public Rule {
        conditions = List.copyOf(conditions);
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("A rule without a condition would stand in for every template: " + id);
        }
    }

    public boolean fits(Sale sale, OrderLine line) {
        for (Condition condition : conditions) {
            if (!condition.holds(sale, line)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is about one country: then whoever made it had that country's VAT in mind. */
    public boolean namesItsCountry() {
        return conditions.stream().anyMatch(Condition.To.class::isInstance);
    }
}
