package dk.ordrebro.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Asks the running server whether it keeps what was asked of it, instead of trusting what it was started with. */
final class SettingsCheck {

    private static final List<String> PROMISES =
            List.of("fsync", "synchronous_commit", "full_page_writes", "listen_addresses", "password_encryption");

    private SettingsCheck() {}

    /** @throws DatabaseUnusable at the first promise that is not kept */
    static void check(DatabaseAddress top, DatabaseAddress own, ServerSettings asked) {
        try {
            checkValues(own, asked);
            checkLogins(top);
        } catch (SQLException e) {
            throw new DatabaseUnusable("The settings of the embedded PostgreSQL cannot be read: " + e.getMessage(), e);
        }
    }

    /** As the application's own role, because a setting can be changed for a role or a database. */
    private static void checkValues(DatabaseAddress own, ServerSettings asked) throws SQLException {
        try (Connection connection = ConnectionLimits.USUAL.open(own);
                Statement sql = connection.createStatement()) {
            for (String name : PROMISES) {
                String expected = asked.values().get(name);
                String actual = one(sql, "show " + name);
                if (!actual.equals(expected)) {
                    throw new DatabaseUnusable(
                            "The embedded PostgreSQL runs with " + name + " = " + actual + " instead of " + expected
                                    + ". It is not used like this, because the books would not be safe.");
                }
            }
        }
    }

    private static void checkLogins(DatabaseAddress top) throws SQLException {
        try (Connection connection = ConnectionLimits.USUAL.open(top);
                Statement sql = connection.createStatement()) {
            String loose = one(
                    sql, "select count(*) from pg_hba_file_rules where auth_method is distinct from 'scram-sha-256'");
            if (!loose.equals("0")) {
                throw new DatabaseUnusable(
                        "The embedded PostgreSQL lets somebody in without a password: see pg_hba.conf in its folder.");
            }
        }
    }

    private static String one(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
