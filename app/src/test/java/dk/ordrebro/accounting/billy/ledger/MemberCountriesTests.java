package dk.ordrebro.accounting.billy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MemberCountriesTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'AT,DK,SE'",
                "'AT, DK, SE'",
                "'AT DK SE'",
                "'AT;DK;SE;'",
                "'AT|DK|SE'",
                "'at\\nDk\\nse'",
                "'[\\\"AT\\\",\\\"DK\\\",\\\"SE\\\"]'",
                "'ATDKSE'",
                "['AT','DK','SE']"
            })
    void readsCodesWhateverStandsBetweenThem(String json) {
        assertThat(MemberCountries.of(JSON.readTree(json.replace('\'', '"'))))
                .containsExactlyInAnyOrder("AT", "DK", "SE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "null", "'AUT'", "7", "[]"})
    void findsNoCountryWhereNoneIsNamed(String json) {
        assertThat(MemberCountries.of(JSON.readTree(json.replace('\'', '"')))).isEmpty();
    }

    @Test
    void takesAMissingListForAnEmptyOne() {
        assertThat(MemberCountries.of(null)).isEmpty();
    }
}
