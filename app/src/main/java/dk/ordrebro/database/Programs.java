package dk.ordrebro.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs the operating system's programs and waits for their end. */
final class Programs {

    private Programs() {}

    /**
     * What a program left behind.
     *
     * @param output what it wrote, both streams
     */
    record Ended(int exitCode, String output) {

        boolean well() {
            return exitCode == 0;
        }
    }

    static Ended run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // English messages and no settings of the caller's own PostgreSQL client.
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + command.getFirst(), e);
        }
    }

    /** Whether the program exists and ends well. */
    static boolean succeeds(String... command) {
        try {
            return run(List.of(command)).well();
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
