package dk.ordrebro.intake.csv;

import dk.ordrebro.money.PriceMode;
import dk.ordrebro.order.LineKind;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a person says a file is to be read. It is kept for the shop's next file.
 *
 * @param columns what stands above each column; without those the file does not have
 * @param delimiter one character
 * @param datePattern one of {@link #DATE_PATTERNS}
 * @param charset one of {@link #CHARSETS}
 * @param currency where the file does not name one
 * @param codes article numbers that are no goods, as a person said it for this shop
 * @param seen the titles of the file it was made for: what is not among them in a later file is new
 */
public record CsvMapping(
        Map<Column, String> columns,
        String delimiter,
        NumberStyle numbers,
        String datePattern,
        String charset,
        PriceMode prices,
        String currency,
        @Nullable Map<String, LineKind> codes,
        @Nullable List<String> seen) {

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
            "uuuu-MM-dd HH:mm:ss xx",
            "uuuu-MM-dd'T'HH:mm:ssXXX",
            "dd-MM-uuuu HH.mm",
            "dd.MM.uuuu HH.mm",
            "dd/MM/uuuu HH:mm",
            "dd/MM/uuuu",
            "d/M/uuuu H:mm",
            "M/d/uuuu H:mm",
            "M/d/uuuu");

    public static final List<String> CHARSETS = List.of("UTF-8", "windows-1252", "ISO-8859-1");

    public static final List<String> DELIMITERS = List.of(";", ",", "\t", "|");

    public CsvMapping {
        columns = Map.copyOf(columns);
        codes = codes == null ? Map.of() : Map.copyOf(codes);
        seen = seen == null ? List.of() : List.copyOf(seen);
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

    /** The same, read with another character set. */
    CsvMapping in(String otherCharset) {
        return new CsvMapping(columns, delimiter, numbers, datePattern, otherCharset, prices, currency, codes, seen);
    }

    /** The same, with columns and article numbers a new file has beside those known. */
    CsvMapping with(Map<Column, String> moreColumns, Map<String, LineKind> moreCodes) {
        Map<Column, String> allColumns = new EnumMap<>(Column.class);
        allColumns.putAll(columns);
        moreColumns.forEach(allColumns::putIfAbsent);
        Map<String, LineKind> allCodes = new TreeMap<>(codes());
        moreCodes.forEach(allCodes::putIfAbsent);
        return new CsvMapping(allColumns, delimiter, numbers, datePattern, charset, prices, currency, allCodes, seen);
    }

    @Override
    public Map<String, LineKind> codes() {
        return Objects.requireNonNullElse(codes, Map.of());
    }

    @Override
    public List<String> seen() {
        return Objects.requireNonNullElse(seen, List.of());
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
                codes().entrySet().stream()
                        .collect(Collectors.toMap(
                                one -> one.getKey().strip().toUpperCase(Locale.ROOT),
                                Map.Entry::getValue,
                                (first, again) -> first)),
                usual.cancellationPrefix(),
                usual.firstYear(),
                usual.lastYear());
    }
}
