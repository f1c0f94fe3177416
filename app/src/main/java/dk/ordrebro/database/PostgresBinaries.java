package dk.ordrebro.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs that travel inside our jar (zonky's packaging of the official build), unpacked once into a folder.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path folder) {

    static final int MAJOR = 18;

    /** Grows with the archive, so that a newer build is unpacked beside an older one and never over it. */
    private static final String EDITION = "18.6.0";

    /**
     * Unpacks what fits this machine, unless that is done already.
     *
     * @throws DatabaseUnusable when there is no build for this machine
     */
    static PostgresBinaries unpackedBelow(Path parent) {
        String archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path folder = parent.resolve("postgresql-" + EDITION);
        if (!Files.exists(folder)) {
            unpack(archive, folder);
        }
        return new PostgresBinaries(folder);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    static String archiveName(String system, String machine) {
        String family = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : system.toLowerCase(Locale.ROOT);
        String processor = switch (machine) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> machine;
        };
        return "postgres-" + family + "-" + processor + ".txz";
    }

    private static void unpack(String archive, Path folder) {
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new DatabaseUnusable("This program brings no PostgreSQL for this kind of machine (" + archive
                        + "). Install PostgreSQL 15 or later and name it with ORDREBRO_DB_URL.");
            }
            Path unfinished = folder.resolveSibling(folder.getFileName() + ".new");
            Folders.delete(unfinished);
            unpack(packed, unfinished);
            Folders.move(unfinished, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL into " + folder, e);
        }
    }

    private static void unpack(InputStream packed, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(entry, tar, entry.resolveIn(folder));
            }
        }
    }

    private static void place(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            if ((entry.getMode() & 0100) != 0) {
                target.toFile().setExecutable(true, false);
            }
        }
    }
}
