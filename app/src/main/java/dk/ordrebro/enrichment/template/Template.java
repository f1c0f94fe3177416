package dk.ordrebro.enrichment.template;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.enrichment.place.Area;
import org.jspecify.annotations.Nullable;

/**
 * An enrichment template (berigelsesskabelon): account and VAT ruleset for a kind of line in an area. Incomplete until both are chosen.
 */
public record Template(
        TemplateKind kind,
        Area area,
        @Nullable AccountNumber account,
        @Nullable RulesetId ruleset) {

    public boolean isComplete() {
        return account != null && ruleset != null;
    }
}
