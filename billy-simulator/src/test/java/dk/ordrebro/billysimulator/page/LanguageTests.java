package dk.ordrebro.billysimulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LanguageTests {

    @Test
    void knowsEveryWordInBothLanguages() {
        assertThat(Language.DANISH.keys()).isEqualTo(Language.ENGLISH.keys());
        assertThat(Language.DANISH.keys())
                .allSatisfy(key -> assertThat(Language.DANISH.say(key)).isNotBlank());
    }

    @Test
    void writesNumbersAndDatesAsTheReaderDoes() {
        BigDecimal amount = new BigDecimal("-1234567.5");

        assertThat(Language.DANISH.amount(amount)).isEqualTo("-1.234.567,50");
        assertThat(Language.ENGLISH.amount(amount)).isEqualTo("-1,234,567.50");
        assertThat(Language.DANISH.percent(new BigDecimal("0.25"))).isEqualTo("25 %");
        assertThat(Language.DANISH.day(LocalDate.parse("2026-11-03"))).isEqualTo("03.11.2026");
        assertThat(Language.ENGLISH.day(LocalDate.parse("2026-11-03"))).isEqualTo("3 Nov 2026");
    }
}
