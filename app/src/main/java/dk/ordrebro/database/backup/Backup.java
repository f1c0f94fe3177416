package dk.ordrebro.database.backup;

import dk.ordrebro.database.ConnectionLimits;
import dk.ordrebro.database.DatabaseAddress;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Copies everything that is kept into one sealed file while the program works: every table as it was at one moment, read in one transaction. The
 * copy is of the rows, not of the server's files, so that it can be restored into another version of PostgreSQL, or of this program.
 */
public final class Backup {

    /** How the end of the tables is marked. No table is called so. */
    static final String NO_MORE = "";

    private Backup() {}

    /** What was copied. */
    public record Made(int tables, long rows, long bytes) {}

    /**
     * Makes the file, for its owner's eyes only; it is there as a whole or not at all.
     *
     * @param key the key that seals secrets, in base64; empty to leave it out
     * @throws BackupUnusable when the file is there already or cannot be written, or the database breaks off
     */
    public static Made make(
            Path file, char[] passphrase, DatabaseAddress database, ConnectionLimits limits, Optional<String> key) {
        if (Files.exists(file)) {
            throw new BackupUnusable(file + " is there already. Name another file; nothing is overwritten.");
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Counted counted = write(unfinished, passphrase, database, limits, key);
                try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                    written.force(true);
                }
                // not over a file that somebody made meanwhile
                Files.createLink(file, unfinished);
                return new Made(counted.tables, counted.rows, Files.size(file));
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (FileAlreadyExistsException e) {
            throw new BackupUnusable(file + " is there already. Name another file; nothing is overwritten.", e);
        } catch (IOException e) {
            throw new BackupUnusable("The backup cannot be written to " + file + ": " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new BackupUnusable("The database cannot be copied: " + e.getMessage(), e);
        }
    }

    private record Counted(int tables, long rows) {}

    private static Counted write(
            Path file, char[] passphrase, DatabaseAddress database, ConnectionLimits limits, Optional<String> key)
            throws IOException, SQLException {
        try (Connection connection = limits.openPatiently(database);
                DataOutputStream out = new DataOutputStream(new GZIPOutputStream(
                        Envelope.seal(Files.newOutputStream(file), passphrase, new SecureRandom()), 1 << 16))) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            writeAll(out, Catalogue.versions(connection));
            out.writeUTF(key.orElse(""));
            Counted counted = writeTables(out, connection);
            writeAll(out, Catalogue.sequences(connection));
            connection.rollback();
            return counted;
        }
    }

    private static Counted writeTables(DataOutputStream out, Connection connection) throws IOException, SQLException {
        CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
        Map<String, List<String>> tables = Catalogue.tables(connection);
        long all = 0;
        for (Map.Entry<String, List<String>> table : tables.entrySet()) {
            out.writeUTF(table.getKey());
            out.writeUTF(columns(table.getValue()));
            Blocks blocks = new Blocks(out);
            long rows = copying.copyOut(
                    "copy (select " + columns(table.getValue()) + " from " + Catalogue.quoted(table.getKey())
                            + ") to stdout",
                    blocks);
            blocks.end();
            out.writeLong(rows);
            all += rows;
        }
        out.writeUTF(NO_MORE);
        return new Counted(tables.size(), all);
    }

    private static String columns(List<String> names) {
        return names.stream().map(Catalogue::quoted).collect(Collectors.joining(", "));
    }

    private static void writeAll(DataOutputStream out, Map<String, String> texts) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> text : texts.entrySet()) {
            out.writeUTF(text.getKey());
            out.writeUTF(text.getValue());
        }
    }

    /** Writes bytes of unknown number: pieces with their length before them, and a length of zero at the end. */
    private static final class Blocks extends OutputStream {

        private final DataOutputStream out;
        private final byte[] block = new byte[1 << 16];
        private int filled;

        Blocks(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            if (filled == block.length) {
                passOn();
            }
            block[filled++] = (byte) one;
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (count > block.length - filled) {
                passOn();
            }
            if (count > block.length) {
                out.writeInt(count);
                out.write(bytes, from, count);
            } else {
                System.arraycopy(bytes, from, block, filled, count);
                filled += count;
            }
        }

        private void passOn() throws IOException {
            if (filled > 0) {
                out.writeInt(filled);
                out.write(block, 0, filled);
                filled = 0;
            }
        }

        void end() throws IOException {
            passOn();
            out.writeInt(0);
        }
    }
}
