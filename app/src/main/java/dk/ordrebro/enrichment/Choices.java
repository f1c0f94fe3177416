package dk.ordrebro.enrichment;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.template.TemplateSet;
import dk.ordrebro.enrichment.treatment.Treatments;
import dk.ordrebro.enrichment.treatment.Verdict;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Chooses template, account, ruleset and rate for the lines of one sale. The ruleset must give the rate the shop charged, and one
 * the treatment allows; otherwise the line becomes a question.
 */
record Choices(
        TemplateSet templates,
        ChartOfAccounts chart,
        Area area,
        String country,
        Verdict.Decided verdict,
        Consumer<Reason> ask) {

    Optional<LineChoice> forLine(OrderLine line) {
        return template(line.kind()).flatMap(this::inChart).filter(choice -> agrees(line, choice));
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
        return account.flatMap(a ->
                ruleset.map(r -> new LineChoice(template, a, r, r.rateFor(country, verdict.buyer()))));
    }

    private boolean agrees(OrderLine line, LineChoice choice) {
        VatRate charged = line.vatRate();
        boolean asCharged = charged == null || charged.equals(choice.rate()) || isWorthNothing(line);
        if (asCharged && (line.kind() == LineKind.GIFT_CARD || allowed(choice.rate()))) {
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

    /** Which rates a treatment allows ({@code docs/reference/vat.md} 2 and 5.5). */
    private boolean allowed(VatRate rate) {
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
