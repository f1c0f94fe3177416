package dk.ordrebro.billysimulator.store;

import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.Schema;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/**
 * One line for each change, appended with a single write and not forced to disk: what was answered survives the death of the
 * process, not that of the machine. A last line without an end is a change that was never answered and is dropped.
 */
final class FileJournal implements Journal {

    private static final int ROWS_PER_LINE = 100;

    private final Path file;
    private final FileChannel channel;

    private FileJournal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FileJournal open(Path file) {
        try {
            dropTornLine(file);
            return new FileJournal(file, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open journal " + file, e);
        }
    }

    private static void dropTornLine(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel torn = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = torn.size();
            ByteBuffer one = ByteBuffer.allocate(1);
            while (end > 0) {
                one.clear();
                torn.read(one, end - 1);
                if (one.get(0) == '\n') {
                    break;
                }
                end--;
            }
            torn.truncate(end);
        }
    }

    @Override
    public void append(Change change) {
        write(channel, ChangeJson.line(change.changed(), change.deleted()));
    }

    private static void write(FileChannel channel, byte[] line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the journal", e);
        }
    }

    /** Plays a journal or snapshot into a company. */
    static void replay(Path file, Company company) {
        try (InputStream lines = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ChangeJson.read(lines, company.catalogue(), company::load, company::unload);
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    /** Writes all of a company's records to a file that replaces the old one in one step. */
    static void snapshot(Company company, Path file) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            List<Row> batch = new ArrayList<>(ROWS_PER_LINE);
            company.forEachOwned(row -> {
                batch.add(row);
                if (batch.size() == ROWS_PER_LINE) {
                    write(out, line(batch));
                    batch.clear();
                }
            });
            write(out, line(batch));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static byte[] line(List<Row> rows) {
        Map<Schema, Map<String, Row>> put = new LinkedHashMap<>();
        rows.forEach(row ->
                put.computeIfAbsent(row.schema(), any -> new LinkedHashMap<>()).put(row.id(), row));
        return ChangeJson.line(put, Map.of());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }

    @Override
    public void delete() {
        close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
