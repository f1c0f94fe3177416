package dk.ordrebro.billysimulator.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A snapshot in one file: a ZIP with what would stand in a folder. */
public final class SnapshotFile {

    private SnapshotFile() {}

    /** Replaces the file in one step, so that a snapshot cut short leaves the old one. */
    public static void write(Path file, Consumer<Path> intoFolder) {
        Path whole = file.toAbsolutePath();
        Path fresh = whole.resolveSibling(whole.getFileName() + ".new");
        try {
            Path folder = Files.createTempDirectory("billy-snapshot");
            try {
                intoFolder.accept(folder);
                pack(folder, fresh);
            } finally {
                deleteAll(folder);
            }
            Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void pack(Path folder, Path into) throws IOException {
        Files.deleteIfExists(into);
        try (FileSystem zip = FileSystems.newFileSystem(into, Map.of("create", "true"))) {
            for (Path one : filesOf(folder)) {
                Files.copy(one, zip.getPath("/", String.valueOf(one.getFileName())));
            }
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        for (Path one : filesOf(folder)) {
            Files.delete(one);
        }
        Files.delete(folder);
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /**
     * Lets a snapshot be read as the folder it was.
     *
     * @throws IllegalArgumentException when there is no such file, or it is no snapshot
     */
    public static void read(Path file, Consumer<Path> fromFolder) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("no file " + file);
        }
        try (FileSystem zip = FileSystems.newFileSystem(file, Map.<String, Object>of())) {
            fromFolder.accept(zip.getPath("/"));
        } catch (IOException e) {
            throw new IllegalArgumentException("no snapshot: " + file, e);
        }
    }
}
