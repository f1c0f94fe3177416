package dk.ordrebro.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** A PostgreSQL that somebody else runs, looked at before it is used. */
public final class OutsidePostgres {

    static final int OLDEST_MAJOR = 15;

    private static final List<String> EXTENSIONS = List.of("pg_trgm", "btree_gin");

    /** PgBouncer's own words. */
    private static final Pattern REFUSED_BY_POOLER = Pattern.compile("unsupported startup parameter: (\\w+)");

    private OutsidePostgres() {}

    /**
     * Makes sure it can be used, before anything is written to it or made beside it.
     *
     * @return the same address, with what was found out about it
     * @throws DatabaseUnusable when it cannot be reached, refuses us, is too old, forgets what it was told to keep, or would not let the
     *     tables be made
     */
    public static DatabaseAddress check(DatabaseAddress address, ConnectionLimits limits) {
        try (Connection connection = limits.open(address)) {
            boolean pooled = isPooled(connection);
            checkVersion(connection);
            checkIsOn(connection, "fsync");
            checkIsOn(connection, "synchronous_commit");
            checkMayMakeTables(connection);
            return pooled ? address.behindAPooler() : address;
        } catch (SQLException e) {
            throw new DatabaseUnusable(sentence(address, e), e);
        }
    }

    /** A pooler gives its clients a number of its own instead of that of the server's process. */
    private static boolean isPooled(Connection connection) throws SQLException {
        int told = connection.unwrap(PGConnection.class).getBackendPID();
        return !one(connection, "select pg_backend_pid()").equals(Integer.toString(told));
    }

    private static void checkVersion(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST_MAJOR) {
            throw new DatabaseUnusable(
                    "The database is PostgreSQL " + major + "; Ordrebro needs " + OLDEST_MAJOR + " or later.");
        }
    }

    private static void checkIsOn(Connection connection, String setting) throws SQLException {
        if (one(connection, "show " + setting).equals("off")) {
            throw new DatabaseUnusable("The database runs with " + setting
                    + " = off and would lose bookings in a power cut." + " Turn it on for this database.");
        }
    }

    /** Found out here, a missing right leaves the database as it was; found out by a migration, it would leave half of the tables. */
    private static void checkMayMakeTables(Connection connection) throws SQLException {
        for (String extension : EXTENSIONS) {
            if (!one(connection, "select count(*) from pg_available_extensions where name = '" + extension + "'")
                    .equals("1")) {
                throw new DatabaseUnusable("The database lacks the extension " + extension
                        + ", which comes with PostgreSQL's contrib modules (Debian: postgresql-contrib).");
            }
        }
        String user = one(connection, "select current_user");
        if (!one(connection, "select coalesce(has_schema_privilege(current_schema(), 'create'), false)")
                .equals("t")) {
            throw new DatabaseUnusable(
                    "The user \"" + user + "\" may not make tables in this database. Let it own the database, or:"
                            + " grant create on schema public to \"" + user + "\".");
        }
        String missing = one(connection, """
                select count(*) from unnest(array['pg_trgm', 'btree_gin']) as wanted (name)
                where not exists (select from pg_extension e where e.extname = wanted.name)
                """);
        if (!missing.equals("0")
                && one(connection, "select has_database_privilege(current_database(), 'create')")
                        .equals("f")) {
            throw new DatabaseUnusable(
                    "The user \"" + user + "\" may not make extensions in this database. Let it own the database, or"
                            + " make pg_trgm and btree_gin there as its owner.");
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String sentence(DatabaseAddress address, SQLException e) {
        @Nullable String state = e.getSQLState();
        Matcher refused = REFUSED_BY_POOLER.matcher(String.valueOf(e.getMessage()));
        if (refused.find()) {
            return "The pooler in front of the database does not let the setting " + refused.group(1)
                    + " through. Leave it out of ORDREBRO_DB_URL, or in pgbouncer.ini: ignore_startup_parameters = "
                    + refused.group(1);
        }
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
