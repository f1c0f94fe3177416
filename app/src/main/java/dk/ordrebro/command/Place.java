package dk.ordrebro.command;

import dk.ordrebro.database.DatabaseAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the program stands: its folder, its database, its port. */
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
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:ORDREBRO_PORT:-8080}",
            description = "Port of the web pages (ORDREBRO_PORT). Default: 8080.")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "${env:ORDREBRO_ADDRESS:-127.0.0.1}",
            description =
                    "Address to listen at (ORDREBRO_ADDRESS). Default: 127.0.0.1, this machine only; 0.0.0.0 opens it to the network."
                            + " Put a proxy with HTTPS before it then.")
    private String address = "127.0.0.1";

    /** The folder a person named, else one beside the program. */
    Path data(String defaultName) {
        Path named = data;
        return (named != null ? named : beside().resolve(defaultName))
                .toAbsolutePath()
                .normalize();
    }

    Optional<DatabaseAddress> outsideDatabase() {
        String url = databaseUrl;
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                new DatabaseAddress(url, environment("ORDREBRO_DB_USER"), environment("ORDREBRO_DB_PASSWORD")));
    }

    int port() {
        return port;
    }

    String address() {
        return address;
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
