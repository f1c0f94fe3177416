package dk.ordrebro.enrichment;

import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.enrichment.Ladder.RatedLine;
import dk.ordrebro.enrichment.place.Placement;
import dk.ordrebro.enrichment.place.Placement.CountryMissing;
import dk.ordrebro.enrichment.place.Placement.CountryUnknown;
import dk.ordrebro.enrichment.place.Placement.Placed;
import dk.ordrebro.enrichment.place.Placement.Unsure;
import dk.ordrebro.enrichment.place.StandardRates;
import dk.ordrebro.enrichment.place.Territories;
import dk.ordrebro.enrichment.place.Territory;
import dk.ordrebro.enrichment.question.Passed;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.treatment.Treatments;
import dk.ordrebro.enrichment.treatment.VatTreatment;
import dk.ordrebro.enrichment.treatment.Verdict;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Mirror;
import dk.ordrebro.order.StatedTotals;
import dk.ordrebro.order.SummedLine;
import dk.ordrebro.question.Answer;
import dk.ordrebro.question.AnswerKind;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Given;
import dk.ordrebro.question.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Order and chart in, draft with its reasons out. A function: no database, no clock, no network.
 * All questions that can be asked are asked at once, so that a person answers once.
 */
public final class Enricher {

    private final Territories territories;
    private final Treatments treatments;

    private Enricher(Territories territories, Treatments treatments) {
        this.territories = territories;
        this.treatments = treatments;
    }

    /** With the territory and rate tables that come with the program. */
    public static Enricher bundled() {
        return new Enricher(Territories.bundled(), new Treatments(StandardRates.bundled()));
    }

    /** Makes the draft of a delivery. */
    public Enrichment enrich(Case told) {
        TrailNotes trail = new TrailNotes(territories.version());
        Case given = AnsweredOrder.of(told, trail);
        if (!given.order().takesBack()) {
            return draft(given, DocumentType.INVOICE, trail);
        }
        Case mirrored = given.with(Mirror.of(given.order()), Mirror.of(given.fulfillment()));
        if (!given.shop().standAloneCreditNotes()
                && !AnsweredOrder.originalIsTold(given)
                && !DraftAssembly.isWorthNothing(mirrored)) {
            return needs(
                    List.of(Question.ORIGINAL_UNKNOWN.with(
                            new Fact.OrderNumber(given.order().number()))),
                    trail);
        }
        return draft(mirrored, DocumentType.CREDIT_NOTE, trail);
    }

    private Enrichment draft(Case given, DocumentType type, TrailNotes trail) {
        if (DraftAssembly.isWorthNothing(given)) {
            return new Enrichment.Nothing(Passed.WORTH_NOTHING.with(), trail.trail());
        }
        List<Reason> questions = new ArrayList<>(Preconditions.check(given));
        OrderSums sums = OrderSums.of(given.order());
        questions.addAll(sums.questions());
        Optional<Territory> territory = place(given, trail, questions);
        if (territory.isEmpty()) {
            return needs(questions, trail);
        }
        return switch (treatments.decide(
                given.order(),
                territory.get(),
                given.delivered(),
                given.rulebook().usesOss(given.delivered()))) {
            case Verdict.Open(var question) -> {
                questions.add(question);
                yield needs(questions, trail);
            }
            case Verdict.Decided verdict -> {
                trail.treatment(verdict.treatment());
                if (verdict.treatment() == VatTreatment.EU_CONSUMER_DANISH_VAT) {
                    trail.note("BELOW_OSS_THRESHOLD", territory.get().vatCountry());
                }
                yield choose(given, type, sums, territory.get(), verdict, questions, trail);
            }
        };
    }

    private Optional<Territory> place(Case given, TrailNotes trail, List<Reason> questions) {
        Placement placement = territories.place(given.order().delivery());
        switch (placement) {
            case Placed(var territory, var certain) -> {
                trail.territory(territory);
                Address written = given.order().delivery();
                if (territories.isOdd(written) && !AnsweredOrder.placeIsConfirmed(given)) {
                    questions.add(Question.POSTCODE_ODD.with(
                            new Fact.Place(territory.country(), written.postcode(), written.city())));
                    return Optional.empty();
                }
                if (!certain) {
                    trail.note("NO_POSTCODE", territory.country());
                }
                return Optional.of(territory);
            }
            case Unsure(var territory) -> {
                trail.territory(territory);
                if (territory.review() && AnsweredOrder.placeIsConfirmed(given)) {
                    return Optional.of(territory);
                }
                Address written = given.order().delivery();
                questions.add(Question.AREA_UNSURE.with(
                        new Fact.Place(territory.country(), written.postcode(), written.city())));
            }
            case CountryMissing() -> questions.add(Question.COUNTRY_MISSING.with());
            case CountryUnknown(var written) -> questions.add(Question.COUNTRY_UNKNOWN.with(new Fact.Text(written)));
        }
        return Optional.empty();
    }

    private static Enrichment choose(
            Case given,
            DocumentType type,
            OrderSums sums,
            Territory territory,
            Verdict.Decided verdict,
            List<Reason> questions,
            TrailNotes trail) {
        Choices choices = new Choices(given, territory, verdict, trail, questions::add);
        List<LineChoice> chosen = sums.lines().stream()
                .flatMap(line -> choices.forLine(line.line()).stream())
                .toList();
        if (!questions.isEmpty()) {
            return needs(questions.stream().distinct().toList(), trail);
        }
        List<RatedLine> rated = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            rated.add(new RatedLine(sums.lines().get(i), chosen.get(i).rate()));
        }
        Optional<LineChoice> rounding = choices.forRounding();
        Ladder ladder = new Ladder(given.order().currency(), given.order().priceMode(), rated, given.arithmetic());
        return switch (ladder.climb(given.order().stated(), rounding.isPresent())) {
            case Ladder.Step.Missed(var question) ->
                question.kind() == Question.TOTAL_DISAGREES
                        ? explained(given, type, territory, verdict, trail, ladder, rated, chosen, rounding, question)
                        : needs(List.of(question), trail);
            case Ladder.Step.Met met -> {
                trail.sums(met.rule());
                yield new DraftAssembly(given, type, territory, verdict, trail).assemble(rated, chosen, rounding, met);
            }
        };
    }

    private static Enrichment explained(
            Case given,
            DocumentType type,
            Territory territory,
            Verdict.Decided verdict,
            TrailNotes trail,
            Ladder ladder,
            List<RatedLine> rated,
            List<LineChoice> chosen,
            Optional<LineChoice> rounding,
            Reason question) {
        Given answered = AnsweredOrder.difference(given).orElse(null);
        if (answered == null || !(answered.answer() instanceof Answer.DifferenceIs(var what))) {
            return needs(List.of(question), trail);
        }
        Money difference = ladder.difference(given.order().stated());
        if (what == Answer.DifferenceIs.What.ROUNDING && difference.isPositive() && Explained.isRounding(difference)) {
            if (rounding.isEmpty()) {
                return needs(
                        List.of(Question.TEMPLATE_INCOMPLETE.with(new Fact.TemplateOf(
                                TemplateKind.ROUNDING.name(), territory.area().name()))),
                        trail);
            }
            trail.followed(answered);
            Ladder.Step.Met met = ladder.rounded(given.order().stated());
            trail.sums(met.rule());
            return new DraftAssembly(given, type, territory, verdict, trail).assemble(rated, chosen, rounding, met);
        }
        List<SummedLine> lines = rated.stream().map(RatedLine::line).toList();
        List<Money> gross = ladder.charged(StatedTotals.NONE);
        return new Explained(given, lines, gross, difference)
                .as(what)
                .map(other -> {
                    trail.followed(answered);
                    Case next = other.without(AnswerKind.DIFFERENCE_IS);
                    return choose(next, type, OrderSums.of(next.order()), territory, verdict, new ArrayList<>(), trail);
                })
                .orElseGet(() -> needs(List.of(question), trail));
    }

    private static Enrichment needs(List<Reason> questions, TrailNotes trail) {
        return new Enrichment.Needs(questions, trail.trail());
    }
}
