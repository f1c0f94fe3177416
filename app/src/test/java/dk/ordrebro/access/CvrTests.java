package dk.ordrebro.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CvrTests {

    /** Numbers of public bodies, as they stand on their letters. */
    @ParameterizedTest
    @ValueSource(strings = {"10150817", "61056416", "DK 10 15 08 17", "dk61056416"})
    void readsTheRegistersNumbers(String typed) {
        assertThat(Cvr.read(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10150818", "1015081", "101508170", "00000000", "hej", "SE10150817"})
    void refusesWhatTheDigitsSayIsWrong(String typed) {
        assertThat(Cvr.read(typed)).isEmpty();
    }

    @Test
    void keepsTheDigitsOnly() {
        assertThat(Cvr.read("DK 10 15 08 17").orElseThrow().digits()).isEqualTo("10150817");
    }
}
