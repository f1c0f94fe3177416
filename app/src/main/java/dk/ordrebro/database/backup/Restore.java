package dk.ordrebro.database.backup;

import dk.ordrebro.database.ConnectionLimits;
import dk.ordrebro.database.DatabaseAddress;
import dk.ordrebro.database.DatabaseUnusable;
import dk.ordrebro.database.Migrations;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Brings a {@link Backup} back into an empty database. The tables are made as they were when it was made, and the next start of the program
 * brings them up to date.
 */
public final class Restore {

    private final Path file;
    private final char[] passphrase;

    /** @param file a backup */
    public Restore(Path file, char[] passphrase) {
        this.file = file;
        this.passphrase = passphrase.clone();
    }

    /**
     * What a backup holds.
     *
     * @param key the key that seals secrets, in base64; empty where it was left out
     */
    public record Found(int tables, long rows, Optional<String> key) {}

    /**
     * Reads all of it and changes nothing.
     *
     * @throws BackupUnusable when it is none, is damaged or cut, or was made with another passphrase
     */
    public Found look() {
        return read(
                (table, columns, rows) -> {
                    rows.transferTo(OutputStream.nullOutputStream());
                    return -1;
                },
                (versions) -> {},
                (sequences) -> {});
    }

    /**
     * Fills an empty database: all of it, or no row.
     *
     * @param afterwards what has to be changed in the same transaction
     * @throws BackupUnusable as {@link #look()}, and when the database is not empty or does not take it
     */
    public Found into(DatabaseAddress database, ConnectionLimits limits, Afterwards afterwards) {
        try (Connection connection = limits.openPatiently(database)) {
            refuseFilled(connection, database);
            Found found = look();
            connection.setAutoCommit(false);
            CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
            read(
                    (table, columns, rows) ->
                            copying.copyIn("copy " + Catalogue.quoted(table) + " (" + columns + ") from stdin", rows),
                    versions -> {
                        makeTables(versions, database, limits);
                        empty(connection);
                    },
                    sequences -> set(connection, sequences));
            afterwards.change(connection);
            connection.commit();
            connection.setAutoCommit(true);
            run(connection, "analyze");
            return found;
        } catch (SQLException e) {
            throw new BackupUnusable("The database does not take the backup: " + e.getMessage(), e);
        }
    }

    /** What the restored rows have to know of their being restored. */
    @FunctionalInterface
    public interface Afterwards {
        void change(Connection connection) throws SQLException;
    }

    private static void refuseFilled(Connection connection, DatabaseAddress database) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet rows =
                        sql.executeQuery("select count(*) from pg_tables where schemaname = current_schema()")) {
            rows.next();
            if (rows.getLong(1) > 0) {
                throw new BackupUnusable("The database at " + database.url()
                        + " is not empty. A backup is restored into an empty one only; nothing was changed.");
            }
        }
    }

    private void makeTables(Map<String, String> versions, DatabaseAddress database, ConnectionLimits limits) {
        Properties properties = new Properties();
        properties.putAll(limits.forMigration(database));
        var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
        source.setConnectionProperties(properties);
        try {
            Migrations.makeAsOf(versions, source);
        } catch (DatabaseUnusable newer) {
            throw new BackupUnusable(file + " cannot be restored by this version. " + newer.getMessage(), newer);
        }
    }

    /** What migrations put into their tables is in the backup too. Others are left alone: some let nobody delete. */
    private static void empty(Connection connection) throws SQLException {
        for (String table : List.copyOf(Catalogue.tables(connection).keySet()).reversed()) {
            if (hasRows(connection, table)) {
                run(connection, "delete from " + Catalogue.quoted(table));
            }
        }
    }

    private static boolean hasRows(Connection connection, String table) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select 1 from " + Catalogue.quoted(table) + " limit 1")) {
            return rows.next();
        }
    }

    private static void set(Connection connection, Map<String, String> sequences) throws SQLException {
        for (Map.Entry<String, String> sequence : sequences.entrySet()) {
            try (PreparedStatement sql = connection.prepareStatement("select setval(?::regclass, ?::bigint)")) {
                sql.setString(1, Catalogue.quoted(sequence.getKey()));
                sql.setString(2, sequence.getValue());
                sql.execute();
            }
        }
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** Takes a table's rows, and says how many it took; below zero when it does not count. */
    @FunctionalInterface
    private interface TakesRows {
        long take(String table, String columns, InputStream rows) throws IOException, SQLException;
    }

    @FunctionalInterface
    private interface TakesTexts {
        void take(Map<String, String> texts) throws SQLException;
    }

    private Found read(TakesRows tables, TakesTexts versions, TakesTexts sequences) {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                DataInputStream in =
                        new DataInputStream(new GZIPInputStream(Envelope.open(raw, file, passphrase), 1 << 16))) {
            versions.take(texts(in));
            String key = in.readUTF();
            int count = 0;
            long all = 0;
            for (String table = in.readUTF(); !table.equals(Backup.NO_MORE); table = in.readUTF()) {
                all += rows(in, table, tables);
                count++;
            }
            sequences.take(texts(in));
            if (in.read() >= 0) {
                throw new BackupUnusable(file + " is damaged: something was added at its end.");
            }
            return new Found(count, all, Optional.of(key).filter(text -> !text.isEmpty()));
        } catch (NoSuchFileException e) {
            throw new BackupUnusable("There is no file " + file + ".", e);
        } catch (EOFException e) {
            throw new BackupUnusable(file + " is cut off: its end is missing.", e);
        } catch (IOException e) {
            throw new BackupUnusable(file + " cannot be read: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new BackupUnusable("The database does not take the backup: " + e.getMessage(), e);
        }
    }

    private long rows(DataInputStream in, String table, TakesRows tables) throws IOException, SQLException {
        String columns = in.readUTF();
        Blocks blocks = new Blocks(in);
        long taken = tables.take(table, columns, blocks);
        if (blocks.read() >= 0) {
            throw new BackupUnusable("The database did not take all rows of " + table + ".");
        }
        long written = in.readLong();
        if (taken >= 0 && taken != written) {
            throw new BackupUnusable("Of " + written + " rows of " + table + " the database took " + taken + ".");
        }
        return written;
    }

    private static Map<String, String> texts(DataInputStream in) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            texts.put(in.readUTF(), in.readUTF());
        }
        return texts;
    }

    /** What {@link Backup} wrote as pieces. */
    private static final class Blocks extends InputStream {

        private final DataInputStream in;
        private int left;
        private boolean ended;

        Blocks(DataInputStream in) {
            this.in = in;
        }

        private boolean more() throws IOException {
            if (left == 0 && !ended) {
                left = in.readInt();
                ended = left == 0;
            }
            return !ended;
        }

        @Override
        public int read() throws IOException {
            if (!more()) {
                return -1;
            }
            left--;
            return in.readUnsignedByte();
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int some = in.read(bytes, from, Math.min(count, left));
            if (some < 0) {
                throw new EOFException();
            }
            left -= some;
            return some;
        }
    }
}
