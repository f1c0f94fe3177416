package dk.ordrebro.command.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The Billy simulator as a process of its own, as the real Billy is. It ends when its standard input does, and so also when this process
 * is killed; a Ctrl-C in the terminal does not reach it, so that it outlives the application's last calls.
 */
public final class BillyProcess implements AutoCloseable {

    private static final String READY = "Billy simulator on ";
    private static final long SECONDS_TO_END = 30;

    private final Process process;
    private final URI uri;

    private BillyProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param jar the simulator's executable jar
     * @param data folder in which it keeps its companies
     * @param log file for what it prints
     * @throws DemoFailed when it does not come up
     */
    public static BillyProcess start(Path jar, Path data, int port, Path log) {
        try {
            Files.createDirectories(data);
            Process process = new ProcessBuilder(command(jar, data, port))
                    .redirectErrorStream(true)
                    .start();
            return new BillyProcess(process, awaitReady(process, port, log));
        } catch (IOException e) {
            throw new DemoFailed("The Billy simulator cannot be started: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Path jar, Path data, int port) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                "sh",
                "-c",
                "trap '' INT; exec \"$@\"",
                "billy",
                java,
                "-jar",
                jar.toString(),
                "--port",
                Integer.toString(port),
                "--data",
                data.toString(),
                "--exit-with-parent");
    }

    private static URI awaitReady(Process process, int port, Path log) throws IOException {
        BufferedReader output = process.inputReader();
        @Nullable String last = null;
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            append(log, line);
            if (line.startsWith(READY)) {
                Thread.ofVirtual().name("billy-output").start(() -> copy(output, log));
                return URI.create(line.substring(READY.length()).strip());
            }
            if (line.contains("BindException") || line.contains("already in use")) {
                throw new DemoFailed("Port " + port
                        + " is taken by another program. Choose another for the Billy simulator with --billy-port.");
            }
            last = line;
        }
        throw new DemoFailed("The Billy simulator does not start: " + (last == null ? "it says nothing" : last)
                + ". See " + log + ".");
    }

    private static void copy(BufferedReader output, Path log) {
        output.lines().forEach(line -> append(log, line));
    }

    private static void append(Path log, String line) {
        try {
            Files.createDirectories(log.resolveSibling("."));
            Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + log, e);
        }
    }

    /** Where its pages are; the API is below {@code /v2}. */
    public URI uri() {
        return uri;
    }

    public URI apiUri() {
        return uri.resolve("/v2");
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
