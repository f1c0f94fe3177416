package dk.ordrebro.enrichment.chart;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.enrichment.chart.ChartChange.Kind;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.rule.Rule;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateSet;
import dk.ordrebro.money.VatRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares two charts in what the templates use. */
final class ChartComparison {

    private final Map<Area, List<String>> countries = new EnumMap<>(Area.class);
    private final ChartOfAccounts before;
    private final ChartOfAccounts after;

    ChartComparison(ChartOfAccounts before, ChartOfAccounts after, List<String> memberStates) {
        this.before = before;
        this.after = after;
        countries.put(Area.DOMESTIC, List.of("DK"));
        countries.put(Area.EU, memberStates);
        countries.put(Area.OUTSIDE, List.of("NO", "GB", "US"));
    }

    /** What templates and rules use. */
    List<ChartChange> of(TemplateSet templates, List<Rule> rules) {
        List<ChartChange> changes = new ArrayList<>();
        Stream.concat(
                        templates.templates().stream().flatMap(one -> Stream.ofNullable(one.account())),
                        rules.stream().map(Rule::account))
                .distinct()
                .sorted(Comparator.comparingInt(AccountNumber::value))
                .forEach(number -> account(number, changes));
        Stream.concat(
                        templates.templates().stream().flatMap(one -> Stream.ofNullable(one.ruleset())),
                        rules.stream().map(Rule::ruleset))
                .distinct()
                .forEach(id -> ruleset(id, templates, rules, changes));
        return changes;
    }

    private void account(AccountNumber number, List<ChartChange> changes) {
        Optional<Account> was = before.account(number);
        if (was.isEmpty()) {
            return;
        }
        String subject = number + " " + was.get().name();
        Optional<Account> is = after.account(number);
        if (is.isEmpty()) {
            changes.add(ChartChange.of(Kind.ACCOUNT_GONE, subject, "", ""));
            return;
        }
        differ(
                changes,
                Kind.ACCOUNT_RENAMED,
                subject,
                was.get().name(),
                is.get().name());
        differ(
                changes,
                Kind.ACCOUNT_NATURE_CHANGED,
                subject,
                was.get().nature().name(),
                is.get().nature().name());
        if (is.get().archived() && !was.get().archived()) {
            changes.add(ChartChange.of(Kind.ACCOUNT_ARCHIVED, subject, "", ""));
        }
    }

    private static void differ(List<ChartChange> changes, Kind kind, String subject, String was, String is) {
        if (!was.equals(is)) {
            changes.add(ChartChange.of(kind, subject, was, is));
        }
    }

    private void ruleset(RulesetId id, TemplateSet templates, List<Rule> rules, List<ChartChange> changes) {
        Optional<VatRuleset> was = before.ruleset(id);
        if (was.isEmpty()) {
            return;
        }
        String subject = was.get().name();
        Optional<VatRuleset> is = after.ruleset(id);
        if (is.isEmpty()) {
            changes.add(ChartChange.of(Kind.RULESET_GONE, subject, "", ""));
            return;
        }
        differ(changes, Kind.RULESET_RENAMED, subject, subject, is.get().name());
        // a rule may be about any area, so that its ruleset is compared in all of them
        Stream<Area> areas = rules.stream().anyMatch(rule -> id.equals(rule.ruleset()))
                ? Arrays.stream(Area.values())
                : templates.templates().stream()
                        .filter(template -> id.equals(template.ruleset()))
                        .map(Template::area)
                        .distinct()
                        .sorted();
        areas.forEach(area -> rates(area, was.get(), is.get(), changes));
    }

    /** The first difference of an area and buyer stands for all of them. */
    private void rates(Area area, VatRuleset was, VatRuleset is, List<ChartChange> changes) {
        for (BuyerType buyer : BuyerType.values()) {
            for (String country : Objects.requireNonNull(countries.get(area))) {
                VatRate old = was.rateFor(country, buyer);
                VatRate now = is.rateFor(country, buyer);
                if (!old.equals(now)) {
                    changes.add(new ChartChange(
                            Kind.RATE_CHANGED, was.name(), old.toString(), now.toString(), area, buyer));
                    break;
                }
            }
        }
    }
}
