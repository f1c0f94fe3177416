package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every arrow between the packages runs down. */
class FloorsTests {

    private static final String ROOT = "dk.ordrebro.billysimulator";
    private static final List<String> FROM_THE_GROUND_UP =
            List.of("evidence", "refusal", "record", "store", "books", "api", "fault", "admin", "page", "");
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?" + Pattern.quote(ROOT) + "\\.([a-z]+)\\.", Pattern.MULTILINE);

    @Test
    void letsNoPackageKnowOneAboveIt() throws IOException {
        Path sources = Path.of("src", "main", "java", "dk", "ordrebro", "billysimulator");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String own = sources.relativize(file.getParent()).toString();
                int floor = FROM_THE_GROUND_UP.indexOf(own);
                Matcher imported = IMPORT.matcher(Files.readString(file));
                assertThat(floor).as("floor of " + file).isNotNegative();
                while (imported.find()) {
                    if (imported.group(1).equals(own)) {
                        continue;
                    }
                    assertThat(FROM_THE_GROUND_UP.indexOf(imported.group(1)))
                            .as(file + " imports " + imported.group(1))
                            .isNotNegative()
                            .isLessThan(floor);
                }
            }
        }
    }
}
