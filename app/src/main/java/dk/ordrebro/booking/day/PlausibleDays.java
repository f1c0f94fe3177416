package dk.ordrebro.booking.day;

import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.question.Answer;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Given;
import dk.ordrebro.question.Reason;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks before a document gets a day that lies ahead, or one in a year whose VAT is settled. Assumed: the year before this one may still be
 * corrected ({@code docs/reference/vat.md} names no day by which a year is closed), what lies further back is looked at by a person.
 */
public final class PlausibleDays {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private final @Nullable LocalDate open;
    private final InstantSource clock;

    /** @param open the first day that needs no question; null for the first of last year */
    public PlausibleDays(@Nullable LocalDate open, InstantSource clock) {
        this.open = open;
        this.clock = clock;
    }

    /** What is asked about a day; nothing where it is usual, or a person has chosen it. */
    public Optional<Reason> ask(LocalDate day, List<Given> answers) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), COPENHAGEN);
        LocalDate first = open == null ? today.withDayOfYear(1).minusYears(1) : open;
        boolean usual = !day.isAfter(today) && !day.isBefore(first);
        return usual || isChosen(day, answers)
                ? Optional.empty()
                : Optional.of(Question.DATE_FAR_AWAY.with(new Fact.Day(day), new Fact.Day(today)));
    }

    private static boolean isChosen(LocalDate day, List<Given> answers) {
        return answers.stream()
                .map(Given::answer)
                .anyMatch(one -> one instanceof Answer.InvoiceDay(var chosen) && chosen.equals(day));
    }
}
