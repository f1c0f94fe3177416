package dk.ordrebro.command;

import dk.ordrebro.database.ConnectionLimits;
import dk.ordrebro.database.DatabaseAddress;
import java.nio.file.Path;
import java.time.Duration;
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

    @Option(
            names = "--db-answer-seconds",
            paramLabel = "SECONDS",
            defaultValue = "${env:ORDREBRO_DB_ANSWER_SECONDS:-20}",
            description =
                    "How long the database may be silent before a connection counts as dead (ORDREBRO_DB_ANSWER_SECONDS). Default: 20.")
    private int answerSeconds = 20;

    @Option(
            names = "--db-connect-seconds",
            paramLabel = "SECONDS",
            defaultValue = "${env:ORDREBRO_DB_CONNECT_SECONDS:-5}",
            description =
                    "How long a connection to the database may take to be made (ORDREBRO_DB_CONNECT_SECONDS). Default: 5.")
    private int connectSeconds = 5;

    @Option(
            names = "--db-migration-seconds",
            paramLabel = "SECONDS",
            defaultValue = "${env:ORDREBRO_DB_MIGRATION_SECONDS:-3600}",
            description =
                    "The same limit while tables are brought up to date, which may rewrite large ones (ORDREBRO_DB_MIGRATION_SECONDS)."
                            + " Default: 3600.")
    private int migrationSeconds = 3600;

    /** @throws CannotStart when a limit is none */
    ConnectionLimits limits() {
        if (answerSeconds < 1 || connectSeconds < 1 || migrationSeconds < 1) {
            throw new CannotStart(
                    "ORDREBRO_DB_ANSWER_SECONDS, ORDREBRO_DB_CONNECT_SECONDS and ORDREBRO_DB_MIGRATION_SECONDS must be 1 or more:"
                            + " without a limit a database that hangs would be waited for for ever.");
        }
        return new ConnectionLimits(
                Duration.ofSeconds(connectSeconds),
                Duration.ofSeconds(answerSeconds),
                Duration.ofSeconds(migrationSeconds));
    }

    /** Another way into the outside database by which its tables are brought up to date, such as one past a pooler. */
    Optional<String> migrationUrl() {
        return Optional.of(environment("ORDREBRO_DB_MIGRATION_URL")).filter(url -> !url.isBlank());
    }

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
