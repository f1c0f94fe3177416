package dk.ordrebro.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The role and the database the application works with: an ordinary role that owns one database. */
final class OwnRole {

    private OwnRole() {}

    /** Makes what is missing and sets the role's password to the one we hold. */
    static void prepare(DatabaseAddress top, DatabaseAddress own, String database) {
        try (Connection connection = ConnectionLimits.USUAL.open(top);
                Statement sql = connection.createStatement()) {
            if (!exists(sql, "select 1 from pg_roles where rolname = '%s'".formatted(own.user()))) {
                sql.execute("create role %s login".formatted(own.user()));
            }
            sql.execute("alter role %s nosuperuser nocreatedb nocreaterole noreplication password '%s'"
                    .formatted(own.user(), own.password()));
            if (!exists(sql, "select 1 from pg_database where datname = '%s'".formatted(database))) {
                sql.execute("create database %s owner %s".formatted(database, own.user()));
                sql.execute("revoke all on database %s from public".formatted(database));
            }
        } catch (SQLException e) {
            throw new DatabaseUnusable(
                    "The embedded PostgreSQL does not let its owner in: " + e.getMessage()
                            + " Is database-superuser.password the file that was made with this data?",
                    e);
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (var rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }
}
