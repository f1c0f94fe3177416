package dk.ordrebro.endtoend.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A run of the program in a process of its own, with what it prints kept in files. */
final class Program {

    private static final long MINUTES_AT_MOST = 8;

    private final Process process;
    private final Path out;
    private final Path errors;

    private Program(Process process, Path out, Path errors) {
        this.process = process;
        this.out = out;
        this.errors = errors;
    }

    /** How a run ended. */
    record Ended(int exitCode, String out, String errors) {}

    /**
     * Starts it.
     *
     * @param folder in which it keeps its data and what it prints
     * @param environment added to this process's own
     */
    static Program start(Path folder, Map<String, String> environment, List<String> arguments) {
        try {
            Files.createDirectories(folder);
            Path out = Files.createTempFile(folder, "run", ".out");
            Path errors = Files.createTempFile(folder, "run", ".err");
            ProcessBuilder builder = new ProcessBuilder(command(arguments))
                    .redirectOutput(out.toFile())
                    .redirectError(errors.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("ORDREBRO_"));
            builder.environment().putAll(environment);
            return new Program(builder.start(), out, errors);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Program start(Path folder, String... arguments) {
        return start(folder, Map.of("ORDREBRO_DATA", folder.resolve("data").toString()), List.of(arguments));
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dordrebro.simulator=" + jar("billy-simulator"),
                "-jar",
                jar("app").toString()));
        command.addAll(arguments);
        return command;
    }

    /** The executable jar of a sibling module, as the build just made it. */
    private static Path jar(String module) {
        Path target = Path.of("..", module, "target").toAbsolutePath().normalize();
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches(module + "-.*-exec\\.jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("No executable jar in " + target + ". Build it first"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a run is waited for. */
    @FunctionalInterface
    interface Sign {

        boolean isSeen() throws InterruptedException;
    }

    /** Waits until it prints a line that holds these words. */
    void awaitWords(String words) throws InterruptedException {
        await("'" + words + "'", () -> printed().contains(words));
    }

    /** Waits until something is seen, and fails if the run ends before. */
    void await(String what, Sign sign) throws InterruptedException {
        for (int tenth = 0; tenth < MINUTES_AT_MOST * 60 * 10; tenth++) {
            if (sign.isSeen()) {
                return;
            }
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        if (!sign.isSeen()) {
            throw new AssertionError("It never came to " + what + " but:\n" + printed());
        }
    }

    private String printed() {
        return read(out) + read(errors);
    }

    /** As a power cut would: no shutdown hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** As Ctrl-C or a service manager would. */
    Ended terminate() throws InterruptedException {
        process.destroy();
        return await();
    }

    Ended await() throws InterruptedException {
        if (!process.waitFor(MINUTES_AT_MOST, TimeUnit.MINUTES)) {
            kill();
            throw new AssertionError("It did not end:\n" + printed());
        }
        return new Ended(process.exitValue(), read(out), read(errors));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
