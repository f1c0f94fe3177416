package dk.ordrebro.intake.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first line of the file: which column stands where. */
record Header(Line line, char delimiter, int columns, Map<Column, Integer> positions) {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    Header {
        positions = Map.copyOf(positions);
    }

    static Header read(Line line, CsvLayout layout) throws UnreadableFile {
        if (line.tooLong()) {
            throw new UnreadableFile(Fault.of(line.number(), Fault.Code.ROW_TOO_LONG, Lines.MAX));
        }
        if (line.roughText().startsWith("\u00FF\u00FE") || line.roughText().startsWith("\u00FE\u00FF")) {
            throw new UnreadableFile(Fault.of(line.number(), Fault.Code.UTF_16));
        }
        String text = line.text(layout.charset()).orElse(null);
        if (text == null) {
            throw new UnreadableFile(Fault.of(
                    line.number(), Fault.Code.WRONG_CHARSET, layout.charset().displayName()));
        }
        Header header = delimiters(layout)
                .map(delimiter -> split(line, text, delimiter, layout))
                .max(Comparator.comparingInt((Header h) -> h.positions.size()).thenComparingInt(Header::columns))
                .orElseThrow();
        header.requireAll(layout);
        return header;
    }

    private static Stream<Character> delimiters(CsvLayout layout) {
        Character given = layout.delimiter();
        // The first is preferred where two find the same.
        return given == null ? DELIMITERS.reversed().stream() : Stream.of(given);
    }

    private static Header split(Line line, String text, char delimiter, CsvLayout layout) {
        List<String> titles = titles(text, delimiter);
        Map<Column, Integer> positions = new EnumMap<>(Column.class);
        layout.headers().forEach((column, header) -> {
            int position = titles.indexOf(normal(header));
            if (position >= 0) {
                positions.put(column, position);
            }
        });
        return new Header(line, delimiter, titles.size(), positions);
    }

    private static List<String> titles(String text, char delimiter) {
        try {
            return CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .ofSingleCsvRecord(text.stripTrailing())
                    .getFields()
                    .stream()
                    .map(Header::normal)
                    .toList();
        } catch (CsvParseException _) {
            return List.of();
        }
    }

    private static String normal(String title) {
        return title.strip().toLowerCase(Locale.ROOT);
    }

    private void requireAll(CsvLayout layout) throws UnreadableFile {
        String missing = Arrays.stream(Column.values())
                .filter(column -> column.required() && !positions.containsKey(column))
                // a person may say that the file has no such column; without these there is no order
                .filter(column -> column.essential() || layout.headers().containsKey(column))
                .map(column -> layout.headers().getOrDefault(column, column.usualHeader()))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new UnreadableFile(Fault.of(line.number(), Fault.Code.COLUMN_MISSING, missing));
        }
        if (positions.values().stream().distinct().count() < positions.size()) {
            throw new UnreadableFile(Fault.of(line.number(), Fault.Code.COLUMN_TWICE));
        }
    }

    /** The field of a row, trimmed; null where the file has no such column. */
    @Nullable
    String field(List<String> values, Column column) {
        Integer position = positions.get(column);
        return position == null ? null : values.get(position).strip();
    }

    int position(Column column) {
        return positions.getOrDefault(column, -1);
    }
}
