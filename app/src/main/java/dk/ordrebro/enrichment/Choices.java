package dk.ordrebro.enrichment;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.place.Territory;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.enrichment.rule.Rule;
import dk.ordrebro.enrichment.rule.Sale;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.template.TemplateSet;
import dk.ordrebro.enrichment.treatment.Treatments;
import dk.ordrebro.enrichment.treatment.VatTreatment;
import dk.ordrebro.enrichment.treatment.Verdict;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.question.Answer;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Given;
import dk.ordrebro.question.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses account, ruleset and rate for the lines of one sale: by the first rule that fits, else by the template; a person's answer for one line
 * has the last word on its ruleset. The ruleset must give the rate the shop charged, and one the treatment allows; otherwise the line becomes
 * a question.
 */
final class Choices {

    private final Case given;
    private final TemplateSet templates;
    private final ChartOfAccounts chart;
    private final Area area;
    private final String country;
    private final Sale sale;
    private final Verdict.Decided verdict;
    private final TrailNotes trail;
    private final Consumer<Reason> ask;

    Choices(Case given, Territory territory, Verdict.Decided verdict, TrailNotes trail, Consumer<Reason> ask) {
        this.given = given;
        this.templates = given.templates();
        this.chart = given.chart();
        this.area = territory.area();
        this.country = territory.vatCountry();
        this.sale = Sale.of(given.order(), territory);
        this.verdict = verdict;
        this.trail = trail;
        this.ask = ask;
    }

    Optional<LineChoice> forLine(OrderLine line) {
        return chosen(line).map(choice -> answered(line, choice)).filter(choice -> agrees(line, choice));
    }

    private Optional<LineChoice> chosen(OrderLine line) {
        Optional<Rule> rule = given.rulebook().first(sale, line);
        return rule.isPresent()
                ? inChart(rule.get(), line.kind())
                : template(line.kind()).flatMap(this::inChart);
    }

    /** A person chose the ruleset of this one line. */
    private LineChoice answered(OrderLine line, LineChoice choice) {
        Given answer = AnsweredOrder.rulesetFor(given, line.key()).orElse(null);
        if (answer == null || !(answer.answer() instanceof Answer.RulesetForLine(var ignored, var id))) {
            return choice;
        }
        return chart.ruleset(new RulesetId(id))
                .map(ruleset -> {
                    trail.followed(answer);
                    return new LineChoice(
                            choice.kind(),
                            area,
                            choice.rule(),
                            true,
                            choice.account(),
                            ruleset,
                            ruleset.rateFor(country, verdict.buyer()));
                })
                .orElse(choice);
    }

    /** The rounding line's choice; empty, and no question, where nobody has allowed rounding lines. */
    Optional<LineChoice> forRounding() {
        return templates
                .find(TemplateKind.ROUNDING, area)
                .filter(Template::isComplete)
                .flatMap(this::inChart)
                .filter(choice -> choice.rate().isZero());
    }

    private Optional<Template> template(LineKind kind) {
        Optional<Template> found = switch (kind) {
            case ITEM, DISCOUNT -> templates.find(TemplateKind.ITEM, area);
            case FREIGHT -> templates.find(TemplateKind.FREIGHT, area);
            case FEE ->
                templates
                        .find(TemplateKind.FEE, area)
                        .filter(Template::isComplete)
                        .or(() -> templates.find(TemplateKind.FREIGHT, area));
            case GIFT_CARD -> templates.find(TemplateKind.GIFT_CARD, area);
        };
        if (found.filter(Template::isComplete).isEmpty()) {
            ask.accept(missing(kind));
            return Optional.empty();
        }
        return found;
    }

    private Reason missing(LineKind kind) {
        return switch (kind) {
            case GIFT_CARD -> Question.GIFT_CARD_TEMPLATE_MISSING.with(named(TemplateKind.GIFT_CARD));
            case ITEM, DISCOUNT -> Question.TEMPLATE_INCOMPLETE.with(named(TemplateKind.ITEM));
            case FREIGHT, FEE -> Question.TEMPLATE_INCOMPLETE.with(named(TemplateKind.FREIGHT));
        };
    }

    private Fact named(TemplateKind kind) {
        return new Fact.TemplateOf(kind.name(), area.name());
    }

    private Optional<LineChoice> inChart(Template template) {
        if (template.account() == null || template.ruleset() == null) {
            return Optional.empty();
        }
        Optional<Account> account = chart.account(template.account()).filter(a -> !a.archived());
        Optional<VatRuleset> ruleset = chart.ruleset(template.ruleset());
        if (account.isEmpty()) {
            ask.accept(Question.ACCOUNT_GONE.with(
                    new Fact.Account(template.account().toString(), ""), named(template.kind())));
        }
        if (ruleset.isEmpty()) {
            ask.accept(Question.RULESET_GONE.with(
                    new Fact.Ruleset(template.ruleset().toString(), ""), named(template.kind())));
        }
        return account.flatMap(a -> ruleset.map(r -> choice(template.kind(), null, a, r)));
    }

    private Optional<LineChoice> inChart(Rule rule, LineKind kind) {
        Fact number = new Fact.Count(given.rulebook().number(rule));
        Optional<Account> account = chart.account(rule.account()).filter(a -> !a.archived());
        Optional<VatRuleset> ruleset = chart.ruleset(rule.ruleset());
        if (account.isEmpty()) {
            ask.accept(Question.RULE_ACCOUNT_GONE.with(
                    new Fact.Account(rule.account().toString(), ""), number));
        }
        if (ruleset.isEmpty()) {
            ask.accept(Question.RULE_RULESET_GONE.with(
                    new Fact.Ruleset(rule.ruleset().toString(), ""), number));
        }
        return account.flatMap(a -> ruleset.map(r -> choice(templateKind(kind), rule, a, r)));
    }

    private LineChoice choice(TemplateKind kind, @Nullable Rule rule, Account account, VatRuleset ruleset) {
        return new LineChoice(kind, area, rule, false, account, ruleset, ruleset.rateFor(country, verdict.buyer()));
    }

    /** The template that would have decided. */
    private static TemplateKind templateKind(LineKind kind) {
        return switch (kind) {
            case ITEM, DISCOUNT -> TemplateKind.ITEM;
            case FREIGHT -> TemplateKind.FREIGHT;
            case FEE -> TemplateKind.FEE;
            case GIFT_CARD -> TemplateKind.GIFT_CARD;
        };
    }

    private boolean agrees(OrderLine line, LineChoice choice) {
        VatRate charged = line.vatRate();
        boolean asCharged = charged == null || charged.equals(choice.rate()) || isWorthNothing(line);
        boolean isAllowed = line.kind() == LineKind.GIFT_CARD || allowed(choice) || isFree(line, choice);
        if (asCharged && isAllowed && looksDanish(line, choice)) {
            ask.accept(Question.OSS_RULE_MISSING.with(new Fact.Country(country), Fact.Rates.of(choice.rate())));
            return false;
        }
        if (asCharged && isAllowed) {
            return true;
        }
        ask.accept(Question.RATE_DISAGREES.with(
                new Fact.Line(line.key(), line.title()),
                charged == null ? expected() : Fact.Rates.of(charged),
                Fact.Rates.of(choice.rate()),
                new Fact.Ruleset(
                        choice.ruleset().id().toString(), choice.ruleset().name())));
        return false;
    }

    private static boolean isWorthNothing(OrderLine line) {
        return line.unitPrice().signum() == 0;
    }

    /** A rate that Denmark has too says nothing of whose VAT it is; a rule for the country does, and so does a person who chose. */
    private boolean looksDanish(OrderLine line, LineChoice choice) {
        return verdict.treatment() == VatTreatment.EU_CONSUMER_OSS
                && choice.rate().equals(Treatments.DANISH)
                && line.kind() != LineKind.GIFT_CARD
                && !choice.byAnswer()
                && (choice.rule() == null || !choice.rule().namesItsCountry() || isDanish(choice.ruleset()));
    }

    /** Gives Danish VAT at home and in Germany, which never had that rate: then it does so in Sweden too. */
    private static boolean isDanish(VatRuleset ruleset) {
        return Stream.of("DK", "DE")
                .allMatch(there -> ruleset.rateFor(there, BuyerType.PERSON).equals(Treatments.DANISH));
    }

    /** What a consumer elsewhere in the EU was charged no VAT of: never by a template, which is for goods that bear it. */
    private static boolean isFree(OrderLine line, LineChoice choice) {
        VatRate charged = line.vatRate();
        return (choice.rule() != null || choice.byAnswer())
                && choice.rate().isZero()
                && charged != null
                && charged.isZero();
    }

    /** Which rates a treatment allows ({@code docs/reference/vat.md} 2 and 5.5). */
    private boolean allowed(LineChoice choice) {
        VatRate rate = choice.rate();
        return switch (verdict.treatment()) {
            case DOMESTIC -> rate.isZero() || rate.equals(Treatments.DANISH);
            case EU_CONSUMER_DANISH_VAT -> rate.equals(Treatments.DANISH);
            case EU_CONSUMER_OSS -> !rate.isZero();
            case EU_BUSINESS_ZERO, EXPORT_ZERO -> rate.isZero();
        };
    }

    /** The rate a line without one should have; none where it is the one of the country it goes to. */
    private Fact expected() {
        return switch (verdict.treatment()) {
            case DOMESTIC, EU_CONSUMER_DANISH_VAT -> Fact.Rates.of(Treatments.DANISH);
            case EU_CONSUMER_OSS -> new Fact.Rates(List.of());
            case EU_BUSINESS_ZERO, EXPORT_ZERO -> Fact.Rates.of(VatRate.ZERO);
        };
    }
}
