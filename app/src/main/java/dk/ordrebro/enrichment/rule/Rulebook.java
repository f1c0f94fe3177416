package dk.ordrebro.enrichment.rule;

import dk.ordrebro.order.OrderLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an accounting integration decides beyond its templates.
 *
 * @param rules in their order: the first that fits is used, and the template is the last of them
 * @param ossFrom the first day the seller declares sales to consumers of other member states by One Stop Shop; null while it does not
 *     ({@code docs/reference/vat.md} 2)
 */
public record Rulebook(List<Rule> rules, @Nullable LocalDate ossFrom) {

    /** No rule, and no One Stop Shop. */
    public static final Rulebook NONE = new Rulebook(List.of(), null);

    public Rulebook {
        rules = List.copyOf(rules);
    }

    /** The first rule that fits a line. */
    public Optional<Rule> first(Sale sale, OrderLine line) {
        for (Rule rule : rules) {
            if (rule.fits(sale, line)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** Which rule it is, counted from one as people count. */
    public int number(Rule rule) {
        return rules.indexOf(rule) + 1;
    }

    /** Whether sales of a day are declared by One Stop Shop. */
    public boolean usesOss(LocalDate day) {
        return ossFrom != null && !day.isBefore(ossFrom);
    }

    /** With a rule as it would be: in the place of the one it changes, else last. */
    public Rulebook with(Rule changed) {
        boolean known = rules.stream().anyMatch(rule -> rule.id().equals(changed.id()));
        List<Rule> others = known
                ? rules.stream()
                        .map(rule -> rule.id().equals(changed.id()) ? changed : rule)
                        .toList()
                : Stream.concat(rules.stream(), Stream.of(changed)).toList();
        return new Rulebook(others, ossFrom);
    }
}
