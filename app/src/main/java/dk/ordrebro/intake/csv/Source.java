package dk.ordrebro.intake.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file opened for one reading from beginning to end. */
final class Source implements Closeable {

    static final Pattern SEP = Pattern.compile("\"?sep=(.)\"?\\s*", Pattern.CASE_INSENSITIVE);

    private final Header header;
    private final Rows rows;
    private final ItemReader items;

    private Source(Header header, Rows rows, ItemReader items) {
        this.header = header;
        this.rows = rows;
        this.items = items;
    }

    static Source open(Path file, CsvLayout layout) throws IOException, UnreadableFile {
        Lines lines = new Lines(Files.newInputStream(file));
        try {
            Line first = header(lines);
            Header header = Header.read(first, layout);
            Rows rows = new Rows(new LineFeed(lines, layout.charset()), header.delimiter());
            return new Source(header, rows, new ItemReader(header, layout));
        } catch (IOException | UnreadableFile | RuntimeException failed) {
            lines.close();
            throw failed;
        }
    }

    /** Past the line by which a spreadsheet is told the delimiter. */
    private static Line header(Lines lines) throws IOException, UnreadableFile {
        Line first = lines.next().orElseThrow(() -> new UnreadableFile(Fault.of(0, Fault.Code.EMPTY_FILE)));
        return SEP.matcher(first.roughText()).matches()
                ? lines.next().orElseThrow(() -> new UnreadableFile(Fault.of(0, Fault.Code.EMPTY_FILE)))
                : first;
    }

    Header header() {
        return header;
    }

    /** Empty at the end. */
    Optional<ItemReader.Reading> next() {
        return rows.next(header.columns()).map(items::read);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
