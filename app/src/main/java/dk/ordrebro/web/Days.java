package dk.ordrebro.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a field for a day shows, and the periods a person picks with one click. */
@Component("days")
public class Days {

    private static final int MONTHS_OF_A_QUARTER = 3;

    private final InstantSource clock;

    Days(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A period with a name.
     *
     * @param key of its name: {@code period.TODAY}
     * @param from its first day, as it is typed
     * @param through its last day, which may lie ahead
     */
    public record Preset(String key, String from, String through) {}

    /** The same with its days as days. */
    public record Period(String key, LocalDate from, LocalDate through) {}

    /** As it stands in a field; empty where no day is chosen. */
    public String typed(@Nullable LocalDate day) {
        return day == null ? "" : DayFormat.typed(day);
    }

    /** Seen from today in Copenhagen. */
    public List<Preset> presets() {
        return periods().stream()
                .map(period ->
                        new Preset(period.key(), DayFormat.typed(period.from()), DayFormat.typed(period.through())))
                .toList();
    }

    /** Seen from today in Copenhagen. */
    public List<Period> periods() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Show.COPENHAGEN);
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = month.minusMonths((today.getMonthValue() - 1) % MONTHS_OF_A_QUARTER);
        return List.of(
                period("TODAY", today, today),
                period("THIS_MONTH", month, month.plusMonths(1).minusDays(1)),
                period("LAST_MONTH", month.minusMonths(1), month.minusDays(1)),
                period(
                        "THIS_QUARTER",
                        quarter,
                        quarter.plusMonths(MONTHS_OF_A_QUARTER).minusDays(1)),
                period("LAST_QUARTER", quarter.minusMonths(MONTHS_OF_A_QUARTER), quarter.minusDays(1)),
                period("THIS_YEAR", today.withDayOfYear(1), today.withDayOfYear(today.lengthOfYear())));
    }

    private static Period period(String name, LocalDate from, LocalDate through) {
        return new Period("period." + name, from, through);
    }

    /** The quarter that has ended: the one whose VAT is told next. */
    public Period lastQuarter() {
        return periods().stream()
                .filter(period -> period.key().equals("period.LAST_QUARTER"))
                .findFirst()
                .orElseThrow();
    }
}
