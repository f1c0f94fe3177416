package dk.ordrebro.web.period;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;

/** The periods VAT is told for, the one that is told next at the end. */
final class Presets {

    private Presets() {}

    /** A period and the key of its name. */
    record Preset(String key, LocalDate from, LocalDate through) {}

    static List<Preset> of(LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = today.with(IsoFields.DAY_OF_QUARTER, 1);
        LocalDate year = today.withDayOfYear(1);
        return List.of(
                new Preset("period.this-month", month, today),
                new Preset("period.last-month", month.minusMonths(1), month.minusDays(1)),
                new Preset("period.this-quarter", quarter, today),
                new Preset("period.this-year", year, today),
                new Preset("period.last-year", year.minusYears(1), year.minusDays(1)),
                new Preset("period.last-quarter", quarter.minusMonths(3), quarter.minusDays(1)));
    }
}
