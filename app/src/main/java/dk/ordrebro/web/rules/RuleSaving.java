package dk.ordrebro.web.rules;

import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.access.SettingsChanged.Change;
import dk.ordrebro.access.Who;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.enrichment.rule.Rule;
import dk.ordrebro.enrichment.rule.RuleId;
import dk.ordrebro.enrichment.rule.Rules;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.web.RuleWords;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores rules with an entry in the trail, in one transaction. */
@Component
class RuleSaving {

    private final Rules rules;
    private final RuleWords words;
    private final ApplicationEventPublisher events;

    RuleSaving(Rules rules, RuleWords words, ApplicationEventPublisher events) {
        this.rules = rules;
        this.words = words;
        this.events = events;
    }

    /** Stores rules, new and known. */
    @Transactional
    public void save(AccountingIntegration accounting, List<Rule> made, ChartOfAccounts chart) {
        for (Rule rule : made) {
            String before = find(accounting, rule.id())
                    .map(known -> inWords(known, chart))
                    .orElse("");
            rules.save(accounting.company(), accounting.id(), rule);
            tell(accounting, "changed", new Change("rule", before, inWords(rule, chart)));
        }
    }

    @Transactional
    public void move(AccountingIntegration accounting, Rule rule, boolean up) {
        int before = rules.of(accounting.company(), accounting.id()).number(rule);
        rules.move(accounting.company(), accounting.id(), rule.id(), up);
        int after = rules.of(accounting.company(), accounting.id()).number(rule);
        if (before != after) {
            tell(accounting, "moved", new Change("rule-number", Integer.toString(before), Integer.toString(after)));
        }
    }

    @Transactional
    public void remove(AccountingIntegration accounting, Rule rule, @Nullable ChartOfAccounts chart) {
        rules.remove(accounting.company(), accounting.id(), rule.id());
        tell(accounting, "removed", new Change("rule", "", inWords(rule, chart)));
    }

    @Transactional
    public void useOss(AccountingIntegration accounting, @Nullable LocalDate from) {
        LocalDate before = rules.of(accounting.company(), accounting.id()).ossFrom();
        if (!Objects.equals(before, from)) {
            rules.useOss(accounting.company(), accounting.id(), from);
            tell(accounting, "changed", new Change("oss", Objects.toString(before, ""), Objects.toString(from, "–")));
        }
    }

    private Optional<Rule> find(AccountingIntegration accounting, RuleId id) {
        return rules.of(accounting.company(), accounting.id()).rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst();
    }

    private void tell(AccountingIntegration accounting, String verb, Change change) {
        events.publishEvent(new SettingsChanged(
                accounting.company(),
                Who.current(),
                "rule",
                accounting.id().toString(),
                accounting.name(),
                verb,
                List.of(change)));
    }

    /** The trail must be readable when the chart is another. */
    private String inWords(Rule rule, @Nullable ChartOfAccounts chart) {
        String account = rule.account()
                + Optional.ofNullable(chart)
                        .flatMap(read -> read.account(rule.account()))
                        .map(found -> " " + found.name())
                        .orElse("");
        String ruleset = Optional.ofNullable(chart)
                .flatMap(read -> read.ruleset(rule.ruleset()))
                .map(VatRuleset::name)
                .orElse(rule.ruleset().value());
        return words.sentence(rule.conditions()) + ": " + account + " · " + ruleset;
    }
}
