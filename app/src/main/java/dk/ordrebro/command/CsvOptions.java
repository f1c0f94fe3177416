package dk.ordrebro.command;

import dk.ordrebro.intake.csv.Column;
import dk.ordrebro.intake.csv.CsvLayout;
import dk.ordrebro.intake.csv.CsvLayoutBuilder;
import dk.ordrebro.intake.csv.NumberStyle;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.order.LineKind;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a file of order lines is written, where it differs from the usual. */
final class CsvOptions {

    private static final String ONLINE_RETAIL = "online-retail";

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description =
                    "A file whose layout is known: online-retail (the public data set: British addresses as the own ones, its article numbers for freight, discounts and fees).")
    private @Nullable String preset;

    @Option(names = "--currency", paramLabel = "CODE", description = "Where the file names none. Default: DKK.")
    private @Nullable String currency;

    @Option(names = "--decimal-comma", description = "Numbers are written 1.234,50.")
    private boolean decimalComma;

    @Option(names = "--prices-with-vat", description = "Prices are with VAT.")
    private boolean pricesWithVat;

    @Option(
            names = "--separator",
            paramLabel = "CHAR",
            description = "Between fields. Default: the one the header shows, comma, semicolon, tab or bar.")
    private @Nullable Character separator;

    @Option(names = "--encoding", paramLabel = "NAME", description = "Such as windows-1252. Default: UTF-8.")
    private @Nullable Charset encoding;

    @Option(names = "--date-format", paramLabel = "PATTERN", description = "Such as dd/MM/yyyy HH:mm.")
    private @Nullable String dateFormat;

    @Option(names = "--time-zone", paramLabel = "ZONE", description = "Of the dates. Default: Europe/Copenhagen.")
    private @Nullable ZoneId zone;

    @Option(
            names = "--column",
            paramLabel = "WHAT=HEADER",
            description = "What stands above a column: ${COMPLETION-CANDIDATES}. May be given several times.")
    private Map<Column, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--code",
            paramLabel = "SKU=KIND",
            description = "A SKU that is no goods: ${COMPLETION-CANDIDATES}. May be given several times.")
    private Map<String, LineKind> codes = new LinkedHashMap<>();

    @Option(
            names = "--own-country",
            paramLabel = "NAME",
            description = "A country name of the file that means the seller's own.")
    private List<String> ownCountries = List.of();

    @Option(
            names = "--cancellation-prefix",
            paramLabel = "TEXT",
            description = "What the number of a cancellation begins with. Default: C.")
    private @Nullable String cancellationPrefix;

    /** The layout these options describe. */
    CsvLayout layout(CommandLine line) {
        try {
            return build();
        } catch (IllegalCurrencyException e) {
            throw new ParameterException(line, "There is no currency " + currency + ".", e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line, String.valueOf(e.getMessage()), e);
        }
    }

    private CsvLayout build() {
        if (preset != null && !preset.equals(ONLINE_RETAIL)) {
            throw new IllegalArgumentException("There is no preset " + preset + "; there is " + ONLINE_RETAIL + ".");
        }
        CsvLayoutBuilder builder = (preset == null ? CsvLayout.standard() : CsvLayout.onlineRetail()).but();
        ownCountries.forEach(builder::ownCountry);
        columns.forEach(builder::header);
        codes.forEach(builder::code);
        if (currency != null) {
            builder.currency(CurrencyUnit.of(currency));
        }
        if (decimalComma) {
            builder.numbers(NumberStyle.COMMA);
        }
        if (pricesWithVat) {
            builder.prices(PriceMode.INCLUDING_VAT);
        }
        if (separator != null) {
            builder.delimiter(separator);
        }
        if (encoding != null) {
            builder.charset(encoding);
        }
        if (dateFormat != null) {
            builder.datePattern(dateFormat);
        }
        if (zone != null) {
            builder.zone(zone);
        }
        if (cancellationPrefix != null) {
            builder.cancellationPrefix(cancellationPrefix);
        }
        return builder.build();
    }
}
