package dk.ordrebro.enrichment.advice;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.enrichment.advice.Proposal.Because;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Proposes account and ruleset from the names in a chart, which are Danish or English, and from the rates its rulesets give. */
final class Proposals {

    private static final Predicate<String> FREIGHT = speaksOf("fragt|forsendelse|levering|porto|freight|shipping");
    private static final Predicate<String> EU = speaksOf("\\beu\\b");
    private static final Predicate<String> OUTSIDE =
            speaksOf("udland|eksport|export|tredjeland|uden for eu|outside|abroad|verden");
    private static final Predicate<String> SALES = speaksOf("salg|oms[æe]tning|varer|sales?\\b|revenue|goods");
    private static final Predicate<String> SERVICES = speaksOf("ydelse|service");
    private static final Predicate<String> GOODS = speaksOf("varer|goods");

    private final Fitness fitness;

    Proposals(Fitness fitness) {
        this.fitness = fitness;
    }

    private static Predicate<String> speaksOf(String words) {
        return Pattern.compile(words).asPredicate();
    }

    Proposal propose(TemplateKind kind, Area area, ChartOfAccounts chart) {
        Optional<VatRuleset> ruleset = ruleset(kind, area, chart);
        boolean suits =
                ruleset.filter(one -> misfits(kind, area, one, chart) == 0).isPresent();
        if (kind == TemplateKind.FREIGHT) {
            Optional<Account> freight = income(chart, FREIGHT);
            if (freight.isPresent()) {
                return new Proposal(freight, Because.NAMED_FREIGHT, ruleset, suits);
            }
        }
        Optional<Account> named = switch (area) {
            case DOMESTIC -> Optional.empty();
            case EU -> income(chart, SALES.and(EU));
            case OUTSIDE -> income(chart, SALES.and(OUTSIDE));
        };
        return named.isPresent()
                ? new Proposal(named, Because.NAMED_AREA, ruleset, suits)
                : new Proposal(
                        income(chart, SALES.and(EU.or(OUTSIDE).or(FREIGHT).negate())),
                        Because.FIRST_SALES,
                        ruleset,
                        suits);
    }

    /** The income account whose name fits; one for goods before one for services, then the lowest number. */
    private static Optional<Account> income(ChartOfAccounts chart, Predicate<String> name) {
        return chart.accounts().stream()
                .filter(account -> account.nature() == Account.Nature.REVENUE && !account.archived())
                .filter(account -> name.test(lower(account.name())))
                .min(Comparator.comparing((Account account) -> SERVICES.test(lower(account.name())))
                        .thenComparingInt(account -> account.number().value()));
    }

    /** The ruleset that suits the area best; one for goods before others. */
    private Optional<VatRuleset> ruleset(TemplateKind kind, Area area, ChartOfAccounts chart) {
        return chart.rulesets().stream()
                .min(Comparator.comparingLong((VatRuleset one) -> misfits(kind, area, one, chart))
                        .thenComparing(one -> !GOODS.test(lower(one.name())))
                        .thenComparing(VatRuleset::name));
    }

    private long misfits(TemplateKind kind, Area area, VatRuleset ruleset, ChartOfAccounts chart) {
        return fitness.rates(
                        new Template(kind, area, null, ruleset.id()),
                        ruleset,
                        chart.company().registeredForVat())
                .count();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
