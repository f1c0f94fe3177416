package dk.ordrebro.web.settings;

import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.money.VatRate;

/**
 * A ruleset as a drop-down of one area offers it, with the rates it gives there.
 *
 * @param person the rate of a typical consumer of the area
 * @param company the rate of a typical business of the area
 */
record RulesetChoice(VatRuleset ruleset, VatRate person, VatRate company) {

    static RulesetChoice of(VatRuleset ruleset, Area area) {
        String country = switch (area) {
            case DOMESTIC -> "DK";
            case EU -> "DE";
            case OUTSIDE -> "NO";
        };
        return new RulesetChoice(
                ruleset, ruleset.rateFor(country, BuyerType.PERSON), ruleset.rateFor(country, BuyerType.COMPANY));
    }

    public boolean one() {
        return person.equals(company);
    }
}
