package dk.ordrebro.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * How long a database may be silent before a connection to it counts as dead. Without limits a server that hangs, instead of dying, is waited
 * for for ever, and so is one behind a broken line. A parameter in the JDBC URL outranks all of this.
 *
 * @param connect for a connection to be made, in whole seconds
 * @param answer for a statement of the application, in whole seconds
 * @param migration for a statement that brings tables up to date and may rewrite large ones, in whole seconds
 */
public record ConnectionLimits(Duration connect, Duration answer, Duration migration) {

    /** What holds where nobody says otherwise: work goes on within 40 seconds of a hang. */
    public static final ConnectionLimits USUAL =
            new ConnectionLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofHours(1));

    /** Properties of the driver for the application's own connections, by their names in pgjdbc. */
    public Map<String, String> forWork(DatabaseAddress address) {
        return properties(address, answer);
    }

    /** The same for connections that bring tables up to date. */
    public Map<String, String> forMigration(DatabaseAddress address) {
        return properties(address, migration);
    }

    private Map<String, String> properties(DatabaseAddress address, Duration silence) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("connectTimeout", Long.toString(connect.toSeconds()));
        properties.put("socketTimeout", Long.toString(silence.toSeconds()));
        properties.put("tcpKeepAlive", "true");
        properties.put("sslResponseTimeout", Long.toString(connect.toMillis()));
        if (address.hasSeveralHosts()) {
            // Only the one that may be written to is of use, and after a change of roles it is asked again soon which
            // that is.
            properties.put("targetServerType", "primary");
            properties.put("hostRecheckSeconds", "2");
        }
        if (address.pooled()) {
            // The next transaction may run on another server connection, which has not heard of a prepared statement.
            properties.put("prepareThreshold", "0");
        }
        return properties;
    }

    /** Opens a connection that dies when the database is silent for longer than the application would wait. */
    public Connection open(DatabaseAddress address) throws SQLException {
        return open(address, forWork(address));
    }

    /** The same for work that takes long, such as bringing tables up to date or filling them. */
    public Connection openPatiently(DatabaseAddress address) throws SQLException {
        return open(address, forMigration(address));
    }

    private Connection open(DatabaseAddress address, Map<String, String> limits) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(limits);
        properties.setProperty("loginTimeout", Long.toString(2 * connect.toSeconds()));
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        return DriverManager.getConnection(address.url(), properties);
    }
}
