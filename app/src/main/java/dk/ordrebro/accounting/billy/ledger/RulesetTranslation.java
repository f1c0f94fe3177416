package dk.ordrebro.accounting.billy.ledger;

import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import dk.ordrebro.accounting.billy.answer.BillyRule;
import dk.ordrebro.accounting.billy.answer.BillyRuleset;
import dk.ordrebro.money.VatRate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Billy's VAT rulesets with their rates in percent. A rule that can fit no contact of ours (a state, a city, a group without members, an
 * unknown buyer type) is left out: taken for one without criteria it would fit everybody.
 *
 * @param rates by id
 * @param groups countries by id of the country group
 */
public record RulesetTranslation(Map<String, VatRate> rates, Map<String, Set<String>> groups) {

    private static final Comparator<BillyRule> BY_PRIORITY =
            Comparator.comparing(BillyRule::priority, Comparator.nullsLast(Comparator.naturalOrder()));

    VatRuleset ruleset(BillyRuleset ruleset, List<BillyRule> rules) {
        String id = Objects.requireNonNull(ruleset.id(), "a ruleset's id");
        return new VatRuleset(
                new RulesetId(id),
                ruleset.name() == null ? "" : ruleset.name(),
                rules.stream()
                        .filter(rule -> id.equals(rule.rulesetId()))
                        .sorted(BY_PRIORITY)
                        .flatMap(this::rule)
                        .toList(),
                rate(ruleset.fallbackTaxRateId()));
    }

    private Stream<VatRuleset.Rule> rule(BillyRule rule) {
        Optional<Set<String>> countries = countries(rule);
        boolean fitsNobody = rule.stateId() != null
                || rule.cityId() != null
                || countries.isEmpty()
                || (rule.contactType() != null && buyer(rule.contactType()) == null);
        return fitsNobody
                ? Stream.empty()
                : Stream.of(new VatRuleset.Rule(countries.get(), buyer(rule.contactType()), rate(rule.taxRateId())));
    }

    /** Present and empty for any country; empty when no country can fit. */
    private Optional<Set<String>> countries(BillyRule rule) {
        Set<String> country = rule.countryId() == null ? Set.of() : Set.of(rule.countryId());
        if (rule.countryGroupId() == null) {
            return Optional.of(country);
        }
        Set<String> group = groups.getOrDefault(rule.countryGroupId(), Set.of());
        if (country.isEmpty()) {
            return Optional.of(group).filter(members -> !members.isEmpty());
        }
        return Optional.of(country).filter(group::containsAll);
    }

    public static @Nullable BuyerType buyer(@Nullable String contactType) {
        return switch (contactType) {
            case "company" -> BuyerType.COMPANY;
            case "person" -> BuyerType.PERSON;
            case null, default -> null;
        };
    }

    private VatRate rate(@Nullable String taxRateId) {
        if (taxRateId == null) {
            return VatRate.ZERO;
        }
        VatRate rate = rates.get(taxRateId);
        if (rate == null) {
            throw BillyAnswer.odd("a ruleset names the VAT rate " + taxRateId + ", which is not among the rates");
        }
        return rate;
    }
}
