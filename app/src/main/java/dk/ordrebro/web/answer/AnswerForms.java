package dk.ordrebro.web.answer;

import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.enrichment.chart.ChartWatch;
import dk.ordrebro.question.AnswerKind;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import dk.ordrebro.vies.Consultation;
import dk.ordrebro.web.Show;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms that answer what a held booking asks. */
@Component("answerForms")
public class AnswerForms {

    private final Register register;
    private final AlikeBookings alike;
    private final ChartWatch charts;
    private final InstantSource clock;

    AnswerForms(Register register, AlikeBookings alike, ChartWatch charts, InstantSource clock) {
        this.register = register;
        this.alike = alike;
        this.charts = charts;
        this.clock = clock;
    }

    /**
     * One form.
     *
     * @param at which of the booking's reasons it answers
     * @param alike how many ask the very same, this one too
     * @param number what stands in the field for a VAT number
     * @param consultation what the EU's register last said of that number; null when it never did
     * @param rulesets of the accounting program, to choose for a line
     */
    public record Form(
            Booking booking,
            int at,
            Reason question,
            List<Choice> choices,
            AlikeBookings.Count alike,
            String country,
            String postcode,
            String number,
            @Nullable Consultation consultation,
            List<VatRuleset> rulesets,
            LocalDate today) {

        public String id() {
            return "answer-" + booking.id() + "-" + at;
        }

        public boolean has(String field) {
            return choices.stream().anyMatch(choice -> choice.fields().contains(Field.valueOf(field)));
        }
    }

    /** Of everything a booking asks that can be answered on the spot; none where it asks nothing. */
    public List<Form> of(Booking booking) {
        return booking.state() != BookingState.HELD
                ? List.of()
                : IntStream.range(0, booking.reasons().size())
                        .mapToObj(at -> form(booking, at))
                        .flatMap(Optional::stream)
                        .toList();
    }

    /** Of the one question among them that has a code. */
    public List<Form> of(Booking booking, String code) {
        return of(booking).stream()
                .filter(form -> form.question().code().equals(code))
                .limit(1)
                .toList();
    }

    /** Whether a kind of question has answers, by its code. */
    public boolean answerable(Booking booking, String code) {
        return booking.reasons().stream()
                .anyMatch(reason ->
                        reason.code().equals(code) && !reason.kind().answers().isEmpty());
    }

    private Optional<Form> form(Booking booking, int at) {
        Reason question = booking.reasons().get(at);
        List<Choice> choices = Choice.of(question).stream()
                .filter(choice -> register.isOn() || !choice.code().equals(Choice.VIES))
                .filter(choice -> isTakable(booking) || !choice.code().equals(AnswerKind.LEDGERS_OWN.name()))
                .toList();
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        boolean numbers = question.kind().answers().contains(AnswerKind.VAT_NUMBER_CHECKED);
        Optional<Fact.Place> place = question.fact(Fact.Place.class);
        return Optional.of(new Form(
                booking,
                at,
                question,
                choices,
                alike.count(booking, question),
                place.map(Fact.Place::country).map(AnswerForms::known).orElse("DK"),
                place.map(Fact.Place::postcode).orElse(""),
                numbers ? register.written(booking) : "",
                numbers ? register.latest(booking) : null,
                question.kind().answers().contains(AnswerKind.RULESET_FOR_LINE) ? rulesets(booking) : List.of(),
                LocalDate.ofInstant(clock.instant(), Show.COPENHAGEN)));
    }

    /** Where the total differs too, or the document is another, nobody can take it as it stands. */
    private static boolean isTakable(Booking booking) {
        return booking.reasons().stream()
                .allMatch(reason -> reason.kind().answers().contains(AnswerKind.LEDGERS_OWN));
    }

    private static String known(String country) {
        return List.of(Locale.getISOCountries()).contains(country) ? country : "DK";
    }

    private List<VatRuleset> rulesets(Booking booking) {
        return Optional.ofNullable(booking.accounting())
                .flatMap(accounting -> charts.latest(booking.company(), accounting))
                .map(chart -> chart.rulesets())
                .orElse(List.of());
    }
}
