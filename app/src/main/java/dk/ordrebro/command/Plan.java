package dk.ordrebro.command;

import dk.ordrebro.database.ConnectionLimits;
import dk.ordrebro.database.DatabaseAddress;
import dk.ordrebro.database.EmbeddedPostgres;
import dk.ordrebro.database.OutsidePostgres;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the application is to be started.
 *
 * @param data folder for everything that is kept
 * @param outside the database somebody else runs; empty for the embedded one
 * @param limits how long a database may be silent
 * @param migrationUrl another way into the outside database by which its tables are brought up to date
 * @param address to listen at
 * @param port to listen at; 0 for any
 * @param beside whether it may stand beside an instance that uses the folder already, and then shares its database; it does no work of its own then
 * @param settings more settings of the application, by property name
 */
record Plan(
        Path data,
        Optional<DatabaseAddress> outside,
        ConnectionLimits limits,
        Optional<String> migrationUrl,
        String address,
        int port,
        boolean beside,
        Map<String, String> settings) {

    static Plan of(Path data, Place place, Listening listening) {
        return new Plan(
                data,
                place.outsideDatabase(),
                place.limits(),
                place.migrationUrl(),
                listening.address(),
                listening.port(),
                false,
                Map.of());
    }

    /** The same with one setting more. */
    Plan with(String setting, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(setting, value);
        return new Plan(data, outside, limits, migrationUrl, address, port, beside, Map.copyOf(more));
    }

    /** One that only looks: it books nothing, and stands beside whatever runs. */
    static Plan lookingAt(Path data, Place place) {
        return new Plan(
                data,
                place.outsideDatabase(),
                place.limits(),
                place.migrationUrl(),
                "127.0.0.1",
                0,
                true,
                Map.of("ordrebro.drains", "off"));
    }

    /** Whether an instance uses the folder now. */
    boolean isRunning() {
        return EmbeddedPostgres.running(data).isPresent();
    }

    Map<String, String> properties(DatabaseAddress database) {
        Map<String, String> properties = new LinkedHashMap<>(settings);
        properties.put("ordrebro.data-folder", data.toString());
        properties.put(
                "logging.file.name",
                data.resolve(beside ? "log/looking.log" : "log/ordrebro.log").toString());
        // Commands speak to people on the console; what happens inside goes to the log file.
        properties.put("logging.threshold.console", "${ORDREBRO_LOG_CONSOLE:off}");
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        limits.forWork(database)
                .forEach((name, value) ->
                        properties.put("spring.datasource.hikari.data-source-properties." + name, value));
        properties.putAll(migration(database));
        properties.put("server.address", address);
        properties.put("server.port", Integer.toString(port));
        return properties;
    }

    private Map<String, String> migration(DatabaseAddress database) {
        DatabaseAddress way = outside.isPresent() && migrationUrl.isPresent()
                ? OutsidePostgres.check(database.by(migrationUrl.get()), limits)
                : database;
        return Map.of(
                "ordrebro.migration.url", way.url(),
                "ordrebro.migration.user", way.user(),
                "ordrebro.migration.password", way.password(),
                "ordrebro.migration.pooled", Boolean.toString(way.pooled()),
                "ordrebro.migration.answer-seconds",
                        Long.toString(limits.migration().toSeconds()),
                "ordrebro.migration.connect-seconds",
                        Long.toString(limits.connect().toSeconds()));
    }
}
