package dk.ordrebro.intake;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Files of others that may not be copied into the repository; {@code docs/reference/README.md} says which, and where they are looked for. */
public final class Published {

    private static final String PROPERTY = "ordrebro.recordings";

    private Published() {}

    /** An order somebody published; without it the test is skipped, and the run says so at its end. */
    public static Path order(String shop, String name) {
        return file(Path.of("fixtures", "orders", shop, name));
    }

    /** The data set of 30,000 real order lines. */
    public static Path onlineRetail() {
        return file(Path.of("data", "online-retail.csv"));
    }

    private static Path file(Path place) {
        Optional<Path> file = folders()
                .map(folder -> folder.resolve(place))
                .filter(Files::exists)
                .findFirst();
        assumeThat(file)
                .as("%s, which may not be copied; -D%s=FOLDER names where it is", place, PROPERTY)
                .isPresent();
        return file.orElseThrow();
    }

    private static Stream<Path> folders() {
        String named = System.getProperty(PROPERTY);
        return named != null
                ? Stream.of(Path.of(named))
                : Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                        .map(path -> path.resolve("shared"));
    }
}
