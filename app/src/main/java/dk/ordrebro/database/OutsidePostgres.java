package dk.ordrebro.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that somebody else runs, looked at before it is used. */
public final class OutsidePostgres {

    static final int OLDEST_MAJOR = 15;

    private static final int SECONDS_TO_CONNECT = 10;

    private OutsidePostgres() {}

    /**
     * Makes sure it can be used.
     *
     * @throws DatabaseUnusable when it cannot be reached, refuses us, is too old or forgets what it was told to keep
     */
    public static void check(DatabaseAddress address) {
        DriverManager.setLoginTimeout(SECONDS_TO_CONNECT);
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement sql = connection.createStatement()) {
            checkVersion(connection);
            checkIsOn(sql, "fsync");
            checkIsOn(sql, "synchronous_commit");
        } catch (SQLException e) {
            throw new DatabaseUnusable(sentence(address, e), e);
        }
    }

    private static void checkVersion(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST_MAJOR) {
            throw new DatabaseUnusable(
                    "The database is PostgreSQL " + major + "; Ordrebro needs " + OLDEST_MAJOR + " or later.");
        }
    }

    private static void checkIsOn(Statement sql, String setting) throws SQLException {
        try (ResultSet rows = sql.executeQuery("show " + setting)) {
            rows.next();
            if (rows.getString(1).equals("off")) {
                throw new DatabaseUnusable("The database runs with " + setting
                        + " = off and would lose bookings in a power cut." + " Turn it on for this database.");
            }
        }
    }

    private static String sentence(DatabaseAddress address, SQLException e) {
        @Nullable String state = e.getSQLState();
        return switch (state == null ? "" : state) {
            // 08004: it asked for a password and there was none to give.
            case "28P01", "28000", "08004" ->
                "The database refuses the user \"" + address.user()
                        + "\" or its password. See ORDREBRO_DB_USER and ORDREBRO_DB_PASSWORD.";
            case "3D000" -> "There is no such database: " + address.url() + ". Create it, or correct ORDREBRO_DB_URL.";
            case "08001", "08006" ->
                "The database does not answer at " + address.url() + ". Is it running, and is ORDREBRO_DB_URL right?";
            default -> "The database at " + address.url() + " cannot be used: " + e.getMessage();
        };
    }
}
