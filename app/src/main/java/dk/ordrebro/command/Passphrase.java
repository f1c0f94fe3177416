package dk.ordrebro.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The passphrase of a backup: from a file, the environment, or typed. Never from the command line, where others on the machine could read it. */
final class Passphrase {

    private static final int SHORTEST = 12;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description =
                    "File whose first line is the passphrase. Otherwise ORDREBRO_BACKUP_PASSPHRASE, or it is asked for at the keyboard.")
    private @Nullable Path file;

    /** @throws CannotStart when there is none, or it is too short to keep anything secret */
    char[] forNewBackup() {
        char[] passphrase = read(true);
        if (passphrase.length < SHORTEST) {
            throw new CannotStart("The passphrase is too short: " + SHORTEST + " characters or more, please.");
        }
        return passphrase;
    }

    char[] ofBackup() {
        return read(false);
    }

    private char[] read(boolean twice) {
        Path named = file;
        if (named != null) {
            return firstLine(named);
        }
        String known = System.getenv("ORDREBRO_BACKUP_PASSPHRASE");
        if (known != null && !known.isEmpty()) {
            return known.toCharArray();
        }
        Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (terminal.isEmpty()) {
            throw new CannotStart("A passphrase is needed: --passphrase-file FILE or ORDREBRO_BACKUP_PASSPHRASE.");
        }
        Console console = terminal.get();
        char[] typed = console.readPassword("Passphrase: ");
        if (twice && !Arrays.equals(typed, console.readPassword("Once more: "))) {
            throw new CannotStart("The two differ. Nothing was written.");
        }
        return typed == null ? new char[0] : typed;
    }

    private static char[] firstLine(Path named) {
        try {
            return Files.readString(named).lines().findFirst().orElse("").toCharArray();
        } catch (IOException e) {
            throw new CannotStart("The passphrase file " + named + " cannot be read.", e);
        }
    }
}
