package dk.ordrebro.web.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide as the repository has it, in both languages. */
class GuideTextTests {

    private static final Path FOLDER = Path.of("../docs/guide");

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void namesEverySectionAlike(String language) throws IOException {
        assertThat(Pattern.compile("<h2 id=\"(\\w+)\">")
                        .matcher(text(language))
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyElementsOf(GuideText.SECTIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void leavesNoMarkUnturned(String language) throws IOException {
        assertThat(text(language).lines())
                .noneMatch(line -> line.contains("**") || line.contains("](") || line.contains("`"))
                .noneMatch(line -> line.startsWith("#") || line.startsWith("|") || line.startsWith("- "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void showsPicturesThatAreThere(String language) throws IOException {
        assertThat(Pattern.compile("src=\"/guide/([^\"]+)\"")
                        .matcher(text(language))
                        .results()
                        .map((MatchResult found) -> FOLDER.resolve(found.group(1))))
                .hasSizeGreaterThan(5)
                .allMatch(Files::exists);
    }

    private static String text(String language) throws IOException {
        return GuideText.of(Files.readString(FOLDER.resolve(language + ".md")), "/guide/");
    }
}
