package dk.ordrebro.web.file;

import dk.ordrebro.intake.csv.Column;
import dk.ordrebro.intake.csv.CsvMapping;
import dk.ordrebro.intake.csv.NumberStyle;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.order.LineKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** How a file is to be read, as it comes from the form. */
final class MappingForm {

    /** Of columns: {@code column.ORDER} and so on. */
    private static final String COLUMN = "column.";

    private static final int LONGEST_CODE = 100;
    private static final int MOST_CODES = 200;

    private MappingForm() {}

    /**
     * Empty when something was sent that the form never offers.
     *
     * @param titles of the file: nothing else is a column of it
     */
    static Optional<CsvMapping> read(Map<String, String> typed, List<String> titles) {
        Map<Column, String> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            String title = typed.getOrDefault(COLUMN + column, "");
            if (titles.contains(title) && !title.isEmpty()) {
                columns.put(column, title);
            }
        }
        Optional<NumberStyle> numbers = word(NumberStyle.values(), typed.get("numbers"));
        Optional<PriceMode> prices = word(PriceMode.values(), typed.get("prices"));
        String delimiter = typed.getOrDefault("delimiter", "");
        String dates = typed.getOrDefault("datePattern", "");
        String charset = typed.getOrDefault("charset", "");
        String currency = typed.getOrDefault("currency", "").strip().toUpperCase(Locale.ROOT);
        boolean offered = numbers.isPresent()
                && prices.isPresent()
                && CsvMapping.DELIMITERS.contains(delimiter)
                && CsvMapping.DATE_PATTERNS.contains(dates)
                && CsvMapping.CHARSETS.contains(charset)
                && isCurrency(currency);
        return offered
                ? Optional.of(new CsvMapping(
                        columns,
                        delimiter,
                        numbers.get(),
                        dates,
                        charset,
                        prices.get(),
                        currency,
                        codes(typed),
                        titles))
                : Optional.empty();
    }

    /** Article numbers as they were typed, with commas or new lines between them. */
    private static Map<String, LineKind> codes(Map<String, String> typed) {
        Map<String, LineKind> codes = new TreeMap<>();
        for (LineKind kind : FilePage.CODED) {
            Arrays.stream(typed.getOrDefault("codes." + kind, "").split("[,;\\n\\r]"))
                    .map(String::strip)
                    .filter(code -> !code.isEmpty() && code.length() <= LONGEST_CODE)
                    .limit(MOST_CODES)
                    .forEach(code -> codes.putIfAbsent(code, kind));
        }
        return codes;
    }

    private static boolean isCurrency(String code) {
        return CurrencyUnit.registeredCurrencies().stream()
                .anyMatch(known -> known.getCode().equals(code) && !known.isPseudoCurrency());
    }

    private static <E extends Enum<E>> Optional<E> word(E[] words, @Nullable String typed) {
        return Arrays.stream(words).filter(word -> word.name().equals(typed)).findFirst();
    }
}
