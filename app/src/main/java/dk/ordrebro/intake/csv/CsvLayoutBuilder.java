package dk.ordrebro.intake.csv;

import dk.ordrebro.money.PriceMode;
import dk.ordrebro.order.LineKind;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Changes some of a layout; what is not named stays. Each option stands for a command-line option of the same name. */
public final class CsvLayoutBuilder {

    private final Map<Column, String> headers;
    private @Nullable Character delimiter;
    private NumberStyle numbers;
    private List<String> datePatterns;
    private Charset charset;
    private PriceMode prices;
    private CurrencyUnit currency;
    private ZoneId zone;
    private final Set<String> ownCountryNames;
    private final Map<String, LineKind> codes;
    private String cancellationPrefix;
    private final int firstYear;
    private int lastYear;

    CsvLayoutBuilder(CsvLayout layout) {
        headers = new HashMap<>(layout.headers());
        delimiter = layout.delimiter();
        numbers = layout.numbers();
        datePatterns = new ArrayList<>(layout.datePatterns());
        charset = layout.charset();
        prices = layout.prices();
        currency = layout.currency();
        zone = layout.zone();
        ownCountryNames = new HashSet<>(layout.ownCountryNames());
        codes = new HashMap<>(layout.codes());
        cancellationPrefix = layout.cancellationPrefix();
        firstYear = layout.firstYear();
        lastYear = layout.lastYear();
    }

    /** What stands above a column. */
    public CsvLayoutBuilder header(Column column, String header) {
        headers.put(column, header);
        return this;
    }

    public CsvLayoutBuilder delimiter(char character) {
        delimiter = character;
        return this;
    }

    public CsvLayoutBuilder numbers(NumberStyle style) {
        numbers = style;
        return this;
    }

    /**
     * Dates are written like this and in no other way; {@code yyyy} is fine for the year.
     *
     * @throws IllegalArgumentException when it is no pattern
     */
    public CsvLayoutBuilder datePattern(String pattern) {
        String strict = pattern.replace('y', 'u');
        var _ = DateTimeFormatter.ofPattern(strict, Locale.ROOT);
        datePatterns = List.of(strict);
        return this;
    }

    public CsvLayoutBuilder charset(Charset other) {
        charset = other;
        return this;
    }

    public CsvLayoutBuilder prices(PriceMode mode) {
        prices = mode;
        return this;
    }

    /** Where the file does not name one. */
    public CsvLayoutBuilder currency(CurrencyUnit other) {
        currency = other;
        return this;
    }

    public CsvLayoutBuilder zone(ZoneId other) {
        zone = other;
        return this;
    }

    /** One more name for the seller's own country. */
    public CsvLayoutBuilder ownCountry(String name) {
        ownCountryNames.add(name.strip().toUpperCase(Locale.ROOT));
        return this;
    }

    /** One more SKU that is no goods, or another kind for one. */
    public CsvLayoutBuilder code(String sku, LineKind kind) {
        codes.put(sku.strip().toUpperCase(Locale.ROOT), kind);
        return this;
    }

    /** What the number of a cancellation begins with; empty where there are none. */
    public CsvLayoutBuilder cancellationPrefix(String prefix) {
        cancellationPrefix = prefix;
        return this;
    }

    /** The last year in which an order may have been bought. */
    public CsvLayoutBuilder lastYear(int year) {
        lastYear = year;
        return this;
    }

    public CsvLayout build() {
        return new CsvLayout(
                headers,
                delimiter,
                numbers,
                datePatterns,
                charset,
                prices,
                currency,
                zone,
                ownCountryNames,
                codes,
                cancellationPrefix,
                firstYear,
                lastYear);
    }
}
