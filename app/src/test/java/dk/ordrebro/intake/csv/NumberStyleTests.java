package dk.ordrebro.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberStyleTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POINT; 1234.50; 1234.5",
                "POINT; 1,234.50; 1234.5",
                "POINT; -0.1; -0.1",
                "POINT; 100; 100",
                "POINT; 1,000,000; 1000000",
                "COMMA; 1234,50; 1234.5",
                "COMMA; 1.234,50; 1234.5",
                "COMMA; 1.234; 1234",
                "COMMA; -2; -2"
            })
    void reads(NumberStyle style, String text, BigDecimal number) {
        assertThat(style.read(text)).contains(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POINT; '1,50'",
                "POINT; '1.234,50'",
                "POINT; 12,34.5",
                "POINT; .5",
                "POINT; 5.",
                "POINT; ''",
                "POINT; 1e3",
                "POINT; ١٢",
                "COMMA; 1.50",
                "COMMA; 1,234.50",
                "COMMA; kr. 10"
            })
    void refuses(NumberStyle style, String text) {
        assertThat(style.read(text)).isEmpty();
    }
}
