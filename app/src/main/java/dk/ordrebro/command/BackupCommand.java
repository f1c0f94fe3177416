package dk.ordrebro.command;

import dk.ordrebro.database.DatabaseAddress;
import dk.ordrebro.database.EmbeddedPostgres;
import dk.ordrebro.database.OutsidePostgres;
import dk.ordrebro.database.backup.Backup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup}: everything that is kept in one sealed file, also while the program runs. */
@Command(
        name = "backup",
        description =
                "Copies everything that is kept, as it is at this moment, into one file sealed with a passphrase. Works while Ordrebro runs.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file to make. Nothing is overwritten.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(
            names = "--without-key",
            description =
                    "Leave out the key that seals access keys of shops and Billy. Then keep it apart: without it they have to be typed anew.")
    private boolean withoutKey;

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
        if (place.outsideDatabase().isEmpty() && !Files.exists(data.resolve("database/PG_VERSION"))) {
            throw new CannotStart("There is no Ordrebro in " + data + ". Name its folder with --data.");
        }
        char[] secret = passphrase.forNewBackup();
        Optional<String> key = withoutKey ? Optional.empty() : key(data);
        Optional<DatabaseAddress> running = place.outsideDatabase()
                .map(outside -> OutsidePostgres.check(outside, place.limits()))
                .or(() -> EmbeddedPostgres.running(data));
        Backup.Made made;
        if (running.isPresent()) {
            made = Backup.make(file.toAbsolutePath(), secret, running.get(), place.limits(), key);
        } else {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
                made = Backup.make(file.toAbsolutePath(), secret, postgres.address(), place.limits(), key);
            }
        }
        spec.commandLine()
                .getOut()
                .println(file + ": " + made.rows() + " rows of " + made.tables() + " tables, " + made.bytes()
                        + " bytes, " + (key.isPresent() ? "with" : "without") + " the key that seals secrets.");
        spec.commandLine().getOut().flush();
        return ExitCodes.DONE;
    }

    /** As the application finds it. */
    private static Optional<String> key(Path data) {
        String known = System.getenv("ORDREBRO_KEY");
        if (known != null && !known.isBlank()) {
            return Optional.of(known.strip());
        }
        Path keyFile = data.resolve(RestoreCommand.KEY_FILE);
        try {
            return Files.exists(keyFile) ? Optional.of(Files.readString(keyFile).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new CannotStart("The key file " + keyFile + " cannot be read. Without it: --without-key", e);
        }
    }
}
