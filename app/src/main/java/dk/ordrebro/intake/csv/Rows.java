package dk.ordrebro.intake.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a file, one after the other, in constant memory. A broken row costs its first line only: reading begins anew
 * behind it, so that a quote never closed does not swallow the rest of the file.
 */
final class Rows implements Closeable {

    /** Most columns a file may have. */
    static final int MAX_COLUMNS = 1_000;

    private final LineFeed feed;
    private final char delimiter;
    private CloseableIterator<CsvRecord> records;

    @SuppressWarnings("MustBeClosedChecker") // Closed with the feed it reads from.
    Rows(LineFeed feed, char delimiter) {
        this.feed = feed;
        this.delimiter = delimiter;
        this.records = restart();
    }

    private CloseableIterator<CsvRecord> restart() {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(CsvRecordHandler.of(handler -> handler.maxFields(MAX_COLUMNS)), feed)
                .iterator();
    }

    /**
     * Reads on; empty at the end.
     *
     * @param columns how many fields a row must have
     */
    Optional<Row> next(int columns) {
        while (true) {
            try {
                if (!records.hasNext()) {
                    return Optional.empty();
                }
                List<String> values = records.next().getFields();
                List<Line> lines = withoutBlank(feed.taken());
                if (!values.stream().allMatch(String::isBlank)) {
                    return Optional.of(row(lines, values, columns));
                }
            } catch (CsvParseException _) {
                return Optional.of(skipBroken());
            } catch (UncheckedIOException failed) {
                if (!(failed.getCause() instanceof LineFeed.BrokenRow)) {
                    throw failed;
                }
                return Optional.of(skipBroken());
            }
        }
    }

    private Row skipBroken() {
        Line first = feed.firstAndTakeBackTheRest();
        records = restart();
        return broken(first);
    }

    private static List<Line> withoutBlank(List<Line> lines) {
        return lines.stream()
                .dropWhile(line -> line.roughText().isBlank() && lines.size() > 1)
                .toList();
    }

    private static Row row(List<Line> lines, List<String> values, int columns) {
        if (values.size() == columns) {
            return new Row.Fields(lines, values);
        }
        long number = lines.getFirst().number();
        Fault fault = Fault.of(number, Fault.Code.WRONG_COLUMN_COUNT, values.size(), columns);
        return new Row.Broken(number, fault, new Row.Start.Split(values));
    }

    private Row broken(Line first) {
        Fault fault = feed.whyUnreadable(first).orElseGet(() -> Fault.of(first.number(), Fault.Code.BROKEN_QUOTES));
        return new Row.Broken(first.number(), fault, new Row.Start.Text(first.roughText()));
    }

    @Override
    public void close() throws IOException {
        feed.close();
    }
}
