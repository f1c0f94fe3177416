package dk.ordrebro.accounting;

import dk.ordrebro.money.VatRate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A VAT ruleset ("moms") of the accounting program: rules in the order they are tried, and what applies when none fits.
 *
 * @param rules in ascending priority
 * @param fallback the rate where no rule fits; zero where the program has none
 */
public record VatRuleset(RulesetId id, String name, List<Rule> rules, VatRate fallback) {

    public VatRuleset {
        rules = List.copyOf(rules);
    }

    /** The rate the program will pick for a buyer: the first rule that fits, else the fallback. */
    public VatRate rateFor(String country, BuyerType buyer) {
        return rules.stream()
                .filter(rule -> rule.fits(country, buyer))
                .findFirst()
                .map(Rule::rate)
                .orElse(fallback);
    }

    /**
     * One rule.
     *
     * @param countries ISO codes it is for; empty for any country
     * @param buyer the buyer type it is for; null for any
     */
    public record Rule(Set<String> countries, @Nullable BuyerType buyer, VatRate rate) {

        public Rule {
            countries = Set.copyOf(countries);
        }

        boolean fits(String country, BuyerType type) {
            return (countries.isEmpty() || countries.contains(country)) && (buyer == null || buyer == type);
        }
    }
}
