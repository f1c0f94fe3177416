package dk.ordrebro.web.proof;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;

/** The periods people close. */
final class Months {

    private Months() {}

    /** A period and the key of its name. */
    record Preset(String key, LocalDate from, LocalDate through) {}

    /** This month up to today, last month, this quarter up to today, last quarter. */
    static List<Preset> of(LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = today.with(IsoFields.DAY_OF_QUARTER, 1);
        return List.of(
                new Preset("proof.this-month", month, today),
                new Preset("proof.last-month", month.minusMonths(1), month.minusDays(1)),
                new Preset("proof.this-quarter", quarter, today),
                new Preset("proof.last-quarter", quarter.minusMonths(3), quarter.minusDays(1)));
    }
}
