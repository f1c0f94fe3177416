package dk.ordrebro.billysimulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.billysimulator.evidence.Known;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Write the page anew with {@code -Dbilly.evidence=write}. */
class EvidencePageTests {

    private static final Path PAGE = Path.of("..", "docs", "billy-simulator.md");
    private static final int OPEN_QUESTIONS = 23;

    @Test
    void isWhatTheCodeSays() throws Exception {
        String text = new EvidencePage().text();

        if ("write".equals(System.getProperty("billy.evidence"))) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, text);
        }

        assertThat(Files.readString(PAGE, StandardCharsets.UTF_8))
                .as("docs/billy-simulator.md is stale: run this test with -Dbilly.evidence=write")
                .isEqualTo(text);
    }

    @Test
    void answersEveryOpenQuestion() throws Exception {
        assertThat(new EvidencePage().behaviours())
                .extracting(entry -> entry.behaviour().question())
                .containsAll(IntStream.rangeClosed(1, OPEN_QUESTIONS).boxed().toList());
    }

    @Test
    void saysNothingTwice() throws Exception {
        assertThat(new EvidencePage().behaviours())
                .extracting(entry -> entry.behaviour().value())
                .doesNotHaveDuplicates();
    }

    @Test
    void admitsItsGuesses() throws Exception {
        assertThat(new EvidencePage().behaviours())
                .filteredOn(entry -> entry.behaviour().known() == Known.GUESSED)
                .hasSizeGreaterThan(40);
    }

    /** As the README has it: {@code grep -c 'our guess\*\*' docs/billy-simulator.md}. */
    @Test
    void letsItsGuessesBeCountedInOneCommand() throws Exception {
        long guesses = new EvidencePage()
                .behaviours().stream()
                        .filter(entry -> entry.behaviour().known() == Known.GUESSED)
                        .count();

        assertThat(Files.readString(PAGE, StandardCharsets.UTF_8).lines().filter(line -> line.contains("our guess**")))
                .hasSize(Math.toIntExact(guesses));
    }
}
