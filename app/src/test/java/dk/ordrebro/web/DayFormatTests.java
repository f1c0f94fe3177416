package dk.ordrebro.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayFormatTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"01-02-2026", "1-2-2026", "01.02.2026", "1/2/2026", " 1. 2. 2026 ", "1 2 2026", "2026-02-01"})
    void readsADayAsPeopleWriteIt(String typed) {
        assertThat(DayFormat.read(typed)).contains(LocalDate.of(2026, 2, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hej", "30-02-2026", "2026-13-45", "13-31-2026", "1-2-26", "1-2", "01022026", "1-2-2026 x"})
    void guessesNothing(String typed) {
        assertThat(DayFormat.read(typed)).isEmpty();
    }

    @Test
    void writesWhatItReads() {
        LocalDate day = LocalDate.of(2026, 2, 1);

        assertThat(DayFormat.typed(day)).isEqualTo("01-02-2026");
        assertThat(DayFormat.read(DayFormat.typed(day))).contains(day);
    }

    @Test
    void knowsThePeriodsOfTheYear() {
        // A quarter past midnight in Copenhagen on the first of January, the year before in London.
        Days days = new Days(Clock.fixed(Instant.parse("2026-12-31T23:15:00Z"), ZoneOffset.UTC));

        assertThat(days.presets())
                .extracting(one -> one.from() + " " + one.through())
                .containsExactly(
                        "01-01-2027 01-01-2027",
                        "01-01-2027 31-01-2027",
                        "01-12-2026 31-12-2026",
                        "01-01-2027 31-03-2027",
                        "01-10-2026 31-12-2026",
                        "01-01-2027 31-12-2027");
    }
}
