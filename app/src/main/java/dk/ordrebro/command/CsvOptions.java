package dk.ordrebro.command;

import dk.ordrebro.intake.csv.Column;
import dk.ordrebro.intake.csv.CsvLayout;
import dk.ordrebro.intake.csv.CsvLayoutBuilder;
import dk.ordrebro.intake.csv.NumberStyle;
import dk.ordrebro.money.PriceMode;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a file of order lines is written, where it is not the usual way. */
final class CsvOptions {

    @Option(
            names = "--column",
            paramLabel = "FIELD=HEADER",
            description =
                    "Header of a column that is called otherwise, such as --column QUANTITY=Antal. May be repeated.")
    private Map<Column, String> columns = Map.of();

    @Option(names = "--delimiter", paramLabel = "CHAR", description = "Between fields. Default: what the header shows.")
    private @Nullable Character delimiter;

    @Option(names = "--decimal-comma", description = "Numbers are written 1.234,50.")
    private boolean decimalComma;

    @Option(
            names = "--date-format",
            paramLabel = "PATTERN",
            description = "Such as dd/MM/uuuu HH:mm. Default: the usual ones.")
    private @Nullable String dateFormat;

    @Option(names = "--charset", paramLabel = "NAME", description = "Default: UTF-8.")
    private @Nullable Charset charset;

    @Option(names = "--prices-include-vat", description = "Default: prices are without VAT.")
    private boolean pricesIncludeVat;

    @Option(names = "--currency", paramLabel = "CODE", defaultValue = "DKK", description = "Default: ${DEFAULT-VALUE}.")
    private String currency = "DKK";

    @Option(
            names = "--home-country",
            paramLabel = "NAME",
            description =
                    "A country name that means Denmark in this file. May be repeated. Default: United Kingdom, as in"
                            + " the Online Retail data.")
    private List<String> homeCountries = List.of("United Kingdom");

    /** The layout the options say. */
    CsvLayout layout() {
        CsvLayoutBuilder builder = CsvLayout.standard().but();
        columns.forEach(builder::header);
        if (delimiter != null) {
            builder.delimiter(delimiter);
        }
        if (decimalComma) {
            builder.numbers(NumberStyle.COMMA);
        }
        if (dateFormat != null) {
            builder.datePattern(dateFormat);
        }
        if (charset != null) {
            builder.charset(charset);
        }
        homeCountries.forEach(builder::ownCountry);
        return builder.prices(pricesIncludeVat ? PriceMode.INCLUDING_VAT : PriceMode.EXCLUDING_VAT)
                .currency(CurrencyUnit.of(currency))
                .build();
    }
}
