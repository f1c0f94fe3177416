package dk.ordrebro.intake.csv;

import dk.ordrebro.money.PriceMode;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/**
 * How a person says a file is to be read. It is kept for the shop's next file.
 *
 * @param columns what stands above each column; without those the file does not have
 * @param delimiter one character
 * @param datePattern one of {@link #DATE_PATTERNS}
 * @param charset one of {@link #CHARSETS}
 * @param currency where the file does not name one
 */
public record CsvMapping(
        Map<Column, String> columns,
        String delimiter,
        NumberStyle numbers,
        String datePattern,
        String charset,
        PriceMode prices,
        String currency) {

    /** The most likely first: where a file fits several, the first is proposed. */
    public static final List<String> DATE_PATTERNS = List.of(
            "uuuu-MM-dd HH:mm:ss",
            "uuuu-MM-dd'T'HH:mm:ss",
            "uuuu-MM-dd HH:mm",
            "uuuu-MM-dd",
            "dd-MM-uuuu HH:mm:ss",
            "dd-MM-uuuu HH:mm",
            "dd-MM-uuuu",
            "dd.MM.uuuu HH:mm",
            "dd.MM.uuuu",
            "dd/MM/uuuu HH:mm",
            "dd/MM/uuuu",
            "d/M/uuuu H:mm",
            "M/d/uuuu H:mm",
            "M/d/uuuu");

    public static final List<String> CHARSETS = List.of("UTF-8", "windows-1252", "ISO-8859-1");

    public static final List<String> DELIMITERS = List.of(";", ",", "\t", "|");

    public CsvMapping {
        columns = Map.copyOf(columns);
    }

    /**
     * Whether it says enough to read a file.
     *
     * @return the essential columns that are not chosen, and those chosen for two things
     */
    public Set<Column> wrong() {
        Map<String, Long> times = columns.values().stream()
                .collect(Collectors.groupingBy(title -> title.strip().toLowerCase(Locale.ROOT), Collectors.counting()));
        return Arrays.stream(Column.values())
                .filter(column -> columns.containsKey(column)
                        ? times.getOrDefault(columns.get(column).strip().toLowerCase(Locale.ROOT), 0L) > 1
                        : column.essential())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Column.class)));
    }

    /**
     * As the import takes it.
     *
     * @throws IllegalArgumentException when it holds something it never offers
     */
    public CsvLayout layout() {
        if (!DELIMITERS.contains(delimiter) || !DATE_PATTERNS.contains(datePattern) || !CHARSETS.contains(charset)) {
            throw new IllegalArgumentException("Not a choice: " + delimiter + " " + datePattern + " " + charset);
        }
        CsvLayout usual = CsvLayout.standard();
        return new CsvLayout(
                new EnumMap<>(columns),
                delimiter.charAt(0),
                numbers,
                List.of(datePattern),
                Charset.forName(charset),
                prices,
                CurrencyUnit.of(currency),
                usual.zone(),
                usual.ownCountryNames(),
                usual.codes(),
                usual.cancellationPrefix());
    }
}
