package dk.ordrebro.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTests {

    @ParameterizedTest
    @EnumSource(Fault.Code.class)
    void hasASentenceInBothLanguages(Fault.Code code) {
        Fault fault = Fault.of(7, code, "facts-1", "facts-2", "facts-3");

        assertThat(fault.text(Locale.of("da"))).startsWith("Række 7: ").doesNotContain("{", "}");
        assertThat(fault.text(Locale.UK)).startsWith("Row 7: ").doesNotContain("{", "}");
    }

    @Test
    void namesNoRowWhereItIsNone() {
        assertThat(Fault.of(0, Fault.Code.EMPTY_FILE).text(Locale.of("da"))).isEqualTo("Filen er tom.");
    }
}
