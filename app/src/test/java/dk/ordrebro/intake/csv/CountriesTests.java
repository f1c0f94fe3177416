package dk.ordrebro.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTests {

    private final Countries countries = new Countries(Set.of("UNITED KINGDOM"));

    @ParameterizedTest
    @CsvSource({
        "United Kingdom, DK",
        "Danmark, DK",
        "Denmark, DK",
        "dk, DK",
        "Tyskland, DE",
        "Germany, DE",
        "EIRE, IE",
        "RSA, ZA",
        "USA, US",
        "Channel Islands, JE",
        "Czech Republic, CZ",
        "Hong Kong, HK",
        "United Arab Emirates, AE",
        "Færøerne, FO",
        "XX, XX",
        "European Community, ''",
        "Unspecified, ''",
        "'', ''",
        "Atlantis, Atlantis"
    })
    void names(String written, String code) {
        assertThat(countries.code(written)).isEqualTo(code);
    }
}
