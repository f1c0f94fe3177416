package dk.ordrebro.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of reason has its sentence in every language, filled with the facts it carries and no others. */
class ReasonKindTests {

    private static Properties texts(boolean english) throws IOException {
        Properties all = new Properties();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:texts/*.properties")) {
            boolean isEnglish = String.valueOf(file.getFilename()).endsWith("_en.properties");
            if (isEnglish == english) {
                all.load(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8));
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hasASentenceForEachKindAndNoneForOthers(boolean english) throws IOException {
        List<String> kinds = Arrays.stream(ReasonKind.values()).map(Enum::name).toList();

        assertThat(texts(english).stringPropertyNames().stream()
                        .filter(key -> key.startsWith("arrival."))
                        .map(key -> key.substring("arrival.".length()))
                        .filter(kind -> !kind.equals("other"))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(kinds);
    }

    @ParameterizedTest
    @EnumSource
    void fillsTheSentenceWithFactsTheKindCarries(ReasonKind kind) throws IOException {
        for (boolean english : List.of(true, false)) {
            String sentence = texts(english).getProperty("arrival." + kind);

            assertThat(IntStream.range(0, 10).filter(i -> sentence.contains("{" + i + "}")))
                    .allMatch(i -> i < kind.facts().size());
        }
    }

    @Test
    void carriesItsFactsByName() {
        Reason reason = Reason.of(ReasonKind.WOO_RATE_DIFFERS, "Krus", "80.00", "19.00", "25 %");

        assertThat(reason.fact("vat")).isEqualTo("19.00");
        assertThatThrownBy(() -> reason.fact("nothing")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Reason.of(ReasonKind.WOO_RATE_DIFFERS, "Krus"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isKeptInTheFormOldRowsHave() {
        JsonMapper mapper = JsonMapper.shared();
        String kept = "{\"code\":\"WOO_STATUS\",\"facts\":[\"plukket\"]}";

        Reason reason = mapper.readValue(kept, Reason.class);

        assertThat(reason).isEqualTo(Reason.of(ReasonKind.WOO_STATUS, "plukket"));
        assertThat(mapper.readTree(mapper.writeValueAsString(reason))).isEqualTo(mapper.readTree(kept));
    }
}
