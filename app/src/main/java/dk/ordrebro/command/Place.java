package dk.ordrebro.command;

import dk.ordrebro.database.DatabaseAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the program keeps its things: its folder and its database. */
final class Place {

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:ORDREBRO_DATA}",
            description =
                    "Folder for everything that is kept: database, keys, logs. Default: the folder data beside the program"
                            + " (ORDREBRO_DATA).")
    private @Nullable Path data;

    @Option(
            names = "--db-url",
            paramLabel = "URL",
            defaultValue = "${env:ORDREBRO_DB_URL}",
            description =
                    "JDBC URL of a PostgreSQL 15 or later to use instead of the embedded one (ORDREBRO_DB_URL). User and password"
                            + " come from ORDREBRO_DB_USER and ORDREBRO_DB_PASSWORD.")
    private @Nullable String databaseUrl;

    /** The folder a person named, else one beside the program. */
    Path data(String defaultName) {
        Path named = data;
        return (named != null ? named : beside().resolve(defaultName))
                .toAbsolutePath()
                .normalize();
    }

    boolean isNamed() {
        return data != null;
    }

    Optional<DatabaseAddress> outsideDatabase() {
        String url = databaseUrl;
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                new DatabaseAddress(url, environment("ORDREBRO_DB_USER"), environment("ORDREBRO_DB_PASSWORD")));
    }

    /** The launcher says where it lies, so that the folder is the same whatever folder it is called from. */
    private static Path beside() {
        return Path.of(System.getProperty("ordrebro.home", ""));
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }
}
