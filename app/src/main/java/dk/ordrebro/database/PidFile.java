package dk.ordrebro.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says about the server that uses, or used, a cluster.
 *
 * @param pid of the server's first process
 * @param port it listens at; 0 while that is not written yet
 */
record PidFile(Path cluster, long pid, int port) {

    private static final String NAME = "postmaster.pid";
    private static final int PORT_LINE = 3;

    static Optional<PidFile> in(Path cluster) {
        Path file = cluster.resolve(NAME);
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty() ? Optional.empty() : Optional.of(read(cluster, lines));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static PidFile read(Path cluster, List<String> lines) {
        int port =
                lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0;
        return new PidFile(cluster, Long.parseLong(lines.getFirst().strip()), port);
    }

    /**
     * Whether that process runs and is a PostgreSQL server of this cluster. Process ids are used again, in containers within seconds, so
     * that a process with this id may be anybody's, and must then not be signalled.
     */
    boolean isServerRunning() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> commandLine(process))
                .filter(command -> command.contains("postgres") && command.contains(cluster.toString()))
                .isPresent();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            // Readable also where the server runs under another account, which ProcessHandle's own answer is not.
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }

    /** Takes away a file whose server is gone, lest the next server takes an innocent process for it. */
    void remove() {
        try {
            Files.deleteIfExists(cluster.resolve(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the stale " + NAME + " in " + cluster, e);
        }
    }
}
