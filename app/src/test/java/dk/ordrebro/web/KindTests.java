package dk.ordrebro.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.booking.BookingKinds;
import dk.ordrebro.question.AnswerKind;
import dk.ordrebro.question.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Whatever waits for a person has a title, a sentence and its answers, in both languages, and no text is about a kind that is gone. */
class KindTests {

    private static final Set<String> FALLBACKS = Set.of("unknown");

    static Stream<Arguments> everyKind() {
        return Stream.of("", "_en")
                .flatMap(language -> BookingKinds.ALL.all().stream().map(kind -> Arguments.of(language, kind)));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void hasATitleASentenceAndItsAnswers(String language, Kind kind) throws Exception {
        Properties texts = texts(language);

        assertThat(texts.stringPropertyNames())
                .contains("reason." + kind.name(), "reason." + kind.name() + ".title")
                .containsAll(kind.answers().stream()
                        .map(answer -> "answer." + answer.name())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void isNotSpokenOfOnceItIsGone(String language) throws Exception {
        Set<String> spoken = texts(language).stringPropertyNames().stream()
                .filter(key -> key.startsWith("reason."))
                .map(key -> key.split("\\.", -1)[1])
                .filter(name -> !FALLBACKS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(spoken)
                .containsExactlyInAnyOrderElementsOf(
                        BookingKinds.ALL.all().stream().map(Kind::name).toList());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void namesEveryAnswer(String language) throws Exception {
        List<String> answers =
                Arrays.stream(AnswerKind.values()).map(kind -> "answer." + kind).toList();

        assertThat(texts(language).stringPropertyNames()).containsAll(answers);
    }

    /** The one deed is called "Prøv igen" and nothing else. */
    @ParameterizedTest
    @MethodSource("languages")
    void callsAnotherTryByOneName(String language) throws Exception {
        assertThat(texts(language).entrySet().stream()
                        .filter(text -> text.getKey().toString().startsWith("reason."))
                        .map(text -> text.getValue().toString().toLowerCase(Locale.ROOT)))
                .noneMatch(text -> text.contains("frigiv") || text.contains("release"));
    }

    static Stream<String> languages() {
        return Stream.of("", "_en");
    }

    private static Properties texts(String language) throws Exception {
        Properties all = new Properties();
        for (String name : TextBundles.names()) {
            all.putAll(PropertiesLoaderUtils.loadProperties(new EncodedResource(
                    new ClassPathResource(name + language + ".properties"), StandardCharsets.UTF_8)));
        }
        return all;
    }
}
