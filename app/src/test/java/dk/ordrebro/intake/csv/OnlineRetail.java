package dk.ordrebro.intake.csv;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The public data set of 30,000 real order lines, which is not part of the repository. */
final class OnlineRetail {

    private static final Path PLACE = Path.of("data", "online-retail.csv");

    private OnlineRetail() {}

    /** Skips the test where the file is in none of the usual places: the system property ordrebro.shared, or a folder "shared" beside the repository. */
    static Path file() {
        Optional<Path> file = candidates()
                .map(shared -> shared.resolve(PLACE))
                .filter(Files::exists)
                .findFirst();
        assumeThat(file).as("the data set online-retail.csv").isPresent();
        return file.orElseThrow();
    }

    private static Stream<Path> candidates() {
        Stream<Path> named =
                Stream.ofNullable(System.getProperty("ordrebro.shared")).map(Path::of);
        Stream<Path> beside = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared"));
        return Stream.concat(named, beside);
    }
}
