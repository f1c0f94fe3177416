package dk.ordrebro.intake.csv;

import dk.ordrebro.money.PriceMode;
import dk.ordrebro.order.LineKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * How to read a file of order lines. Start from {@link #standard()} and say {@link #but()} to change what differs.
 *
 * @param headers what stands above each column; compared without regard to case and blanks around it
 * @param delimiter between fields; null to take the one that the header shows: comma, semicolon, tab or bar
 * @param datePatterns tried in this order, as in {@link java.time.format.DateTimeFormatter}; a date without a time means midnight
 * @param charset one in which ASCII stays ASCII, such as UTF-8 or windows-1252; a byte order mark of UTF-8 is passed over
 * @param currency where the file does not name one
 * @param zone of the dates
 * @param ownCountryNames country names, in upper case, that mean the seller's own country, Denmark
 * @param codes SKUs, in upper case, that are no goods; no SKU means anything unless it is named here
 * @param cancellationPrefix an order number that begins with it and has only negative quantities cancels earlier lines; empty for none
 * @param firstYear and {@code lastYear}, both included: a date of another year is refused, because it is a slip
 */
public record CsvLayout(
        Map<Column, String> headers,
        @Nullable Character delimiter,
        NumberStyle numbers,
        List<String> datePatterns,
        Charset charset,
        PriceMode prices,
        CurrencyUnit currency,
        ZoneId zone,
        Set<String> ownCountryNames,
        Map<String, LineKind> codes,
        String cancellationPrefix,
        int firstYear,
        int lastYear) {

    private static final String ASCII_PROBE = "\r\n\t,;|\"0Az";

    private static final List<String> USUAL_DATES = List.of(
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
            "dd/MM/uuuu HH.mm");

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    public CsvLayout {
        if (!StandardCharsets.US_ASCII
                .decode(charset.encode(ASCII_PROBE))
                .toString()
                .equals(ASCII_PROBE)) {
            throw new IllegalArgumentException("Files in " + charset + " cannot be read; save the file as UTF-8");
        }
        headers = Map.copyOf(headers);
        datePatterns = List.copyOf(datePatterns);
        ownCountryNames = Set.copyOf(ownCountryNames);
        codes = Map.copyOf(codes);
    }

    /** Usual column names, UTF-8, decimal point, prices without VAT, kroner, Copenhagen time; no country name means our own. */
    public static CsvLayout standard() {
        Map<Column, String> headers = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            headers.put(column, column.usualHeader());
        }
        return new CsvLayout(
                headers,
                null,
                NumberStyle.POINT,
                USUAL_DATES,
                StandardCharsets.UTF_8,
                PriceMode.EXCLUDING_VAT,
                CurrencyUnit.of("DKK"),
                ZoneId.of("Europe/Copenhagen"),
                Set.of(),
                Map.of(),
                "C",
                FIRST_YEAR,
                LAST_YEAR);
    }

    /** The public data set "Online Retail": a British shop, read as if it were Danish, with the article numbers it uses for what is no goods. */
    public static CsvLayout onlineRetail() {
        return standard()
                .but()
                .ownCountry("United Kingdom")
                .code("POST", LineKind.FREIGHT)
                .code("DOT", LineKind.FREIGHT)
                .code("C2", LineKind.FREIGHT)
                .code("D", LineKind.DISCOUNT)
                .code("AMAZONFEE", LineKind.FEE)
                .code("CRUK", LineKind.FEE)
                .code("BANK CHARGES", LineKind.FEE)
                .build();
    }

    /** To change some of it. */
    public CsvLayoutBuilder but() {
        return new CsvLayoutBuilder(this);
    }

    LineKind kindOf(String sku) {
        return codes.getOrDefault(sku.toUpperCase(Locale.ROOT), LineKind.ITEM);
    }
}
