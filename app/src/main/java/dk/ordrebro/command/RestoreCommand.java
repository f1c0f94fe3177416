package dk.ordrebro.command;

import dk.ordrebro.booking.Restored;
import dk.ordrebro.database.EmbeddedPostgres;
import dk.ordrebro.database.OutsidePostgres;
import dk.ordrebro.database.backup.Restore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore}: a backup back into an empty place. */
@Command(
        name = "restore",
        description =
                "Brings a backup back into an empty data folder, or into an empty database of yours. Nothing that is there is changed.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RestoreCommand implements Callable<Integer> {

    /** As the application calls it. */
    static final String KEY_FILE = "ordrebro.key";

    @Parameters(paramLabel = "FILE", description = "A file made by ordrebro backup.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Mixin
    private Passphrase passphrase = new Passphrase();

    @Mixin
    private Place place = new Place();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path data = place.data("data");
        refuseUsed(data);
        Restore restore = new Restore(file.toAbsolutePath(), passphrase.ofBackup());
        Restore.Found found = restore.look();
        if (place.outsideDatabase().isPresent()) {
            restore.into(
                    OutsidePostgres.check(place.outsideDatabase().get(), place.limits()),
                    place.limits(),
                    RestoreCommand::tellBooking);
            writeKey(data, found);
        } else {
            intoFolder(data, restore, found);
        }
        tell(data, found);
        return ExitCodes.DONE;
    }

    private static void tellBooking(Connection connection) throws SQLException {
        Restored.lookForAllFirst(connection, Instant.now());
    }

    private static void refuseUsed(Path data) {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> there = Files.list(data)) {
            if (there.findAny().isPresent()) {
                throw new CannotStart(
                        "The folder " + data
                                + " is not empty. A backup is restored into an empty place only: name another with --data. Nothing was changed.");
            }
        } catch (IOException e) {
            throw new CannotStart("The folder " + data + " cannot be read.", e);
        }
    }

    /** What was made for it goes again when it fails: the folder was empty before. */
    private void intoFolder(Path data, Restore restore, Restore.Found found) {
        try {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
                restore.into(postgres.address(), place.limits(), RestoreCommand::tellBooking);
            }
            writeKey(data, found);
        } catch (RuntimeException e) {
            clear(data);
            throw e;
        }
    }

    private static void clear(Path data) {
        try (Stream<Path> all = Files.walk(data)) {
            for (Path one : all.sorted(Comparator.reverseOrder())
                    .filter(one -> !one.equals(data))
                    .toList()) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete what was begun in " + data, e);
        }
    }

    private static void writeKey(Path data, Restore.Found found) {
        if (found.key().isEmpty() || System.getenv("ORDREBRO_KEY") != null) {
            return;
        }
        Path keyFile = data.resolve(KEY_FILE);
        try {
            Files.createDirectories(data);
            Files.createFile(
                    keyFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(keyFile, List.of(found.key().get()));
        } catch (IOException e) {
            throw new CannotStart("The key file " + keyFile + " cannot be written.", e);
        }
    }

    private void tell(Path data, Restore.Found found) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Restored: " + found.rows() + " rows of " + found.tables() + " tables.");
        if (found.key().isEmpty()) {
            out.println("The backup holds no key that seals secrets: put it back as " + data.resolve(KEY_FILE)
                    + " or ORDREBRO_KEY before the start.");
        }
        out.println(
                "Stop the Ordrebro it was made from, so that no two book the same. Then start, and run the proof (Afstemning): what was"
                        + " booked after the backup is found in Billy by its reference.");
        out.flush();
    }
}
