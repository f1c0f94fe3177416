package dk.ordrebro.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a data folder for one instance of the program. The operating system drops it when the process dies, however it dies. */
final class FolderLock implements AutoCloseable {

    private static final String NAME = "ordrebro.lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws DatabaseUnusable when the folder cannot be written, or another instance has it */
    static FolderLock on(Path folder) {
        try {
            Files.createDirectories(folder);
            return locked(folder, folder.resolve(NAME));
        } catch (IOException e) {
            throw new DatabaseUnusable(
                    "The data folder " + folder + " cannot be written. Choose another with --data or ORDREBRO_DATA.",
                    e);
        }
    }

    /** Whether an instance has the folder now. */
    static boolean isHeld(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        } catch (IOException e) {
            return false;
        }
    }

    // The channel lives as long as the lock and is closed with it.
    @SuppressWarnings("resource")
    private static FolderLock locked(Path folder, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            String holder = Files.readString(file).strip();
            channel.close();
            throw new DatabaseUnusable("The data folder " + folder + " is in use by another instance of Ordrebro"
                    + (holder.isEmpty() ? "" : " (process " + holder + ")")
                    + ". Stop that one, or choose another folder with --data or ORDREBRO_DATA.");
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
        return new FolderLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Cannot let go of the data folder", e);
        }
    }
}
