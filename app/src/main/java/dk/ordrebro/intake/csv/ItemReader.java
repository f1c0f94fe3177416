package dk.ordrebro.intake.csv;

import dk.ordrebro.intake.csv.Fault.Code;
import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Understands rows. All that is wrong with a row is said at once. */
final class ItemReader {

    private static final int MAX_TEXT = 1_000;
    private static final int MAX_CODE = 100;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Header header;
    private final CsvLayout layout;
    private final List<DateTimeFormatter> dates;

    ItemReader(Header header, CsvLayout layout) {
        this.header = header;
        this.layout = layout;
        this.dates = layout.datePatterns().stream().map(ItemReader::dateFormat).toList();
    }

    /** What reading a row led to. */
    sealed interface Reading {

        long row();

        record Good(Item item) implements Reading {

            @Override
            public long row() {
                return item.row().number();
            }
        }

        record Bad(long row, List<Fault> faults, Suspects suspects) implements Reading {}
    }

    Reading read(Row row) {
        return switch (row) {
            case Row.Broken broken ->
                new Reading.Bad(broken.number(), List.of(broken.fault()), Suspects.of(broken, header));
            case Row.Fields fields -> new Fields(fields).read();
        };
    }

    private static DateTimeFormatter dateFormat(String pattern) {
        DateTimeFormatterBuilder format = new DateTimeFormatterBuilder().appendPattern(pattern);
        if (!pattern.contains("H") && !pattern.contains("h")) {
            format.parseDefaulting(ChronoField.HOUR_OF_DAY, 0);
        }
        return format.toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** One row on its way; a stand-in takes the place of what cannot be read, and then the row is bad. */
    private final class Fields {

        private final Row.Fields row;
        private final List<Fault> faults = new ArrayList<>();

        Fields(Row.Fields row) {
            this.row = row;
        }

        Reading read() {
            String order = text(Column.ORDER, MAX_CODE);
            if (order.isEmpty()) {
                fault(Code.NO_ORDER_NUMBER);
            }
            String sku = text(Column.SKU, MAX_CODE);
            String title = text(Column.TITLE, MAX_TEXT);
            Item item = new Item(
                    row,
                    order,
                    sku,
                    title.isEmpty() ? sku : title,
                    number(Column.QUANTITY, 9, 6),
                    number(Column.UNIT_PRICE, 12, 10),
                    vatRate(),
                    date(),
                    head(),
                    sums());
            return faults.isEmpty()
                    ? new Reading.Good(item)
                    : new Reading.Bad(row.number(), faults, Suspects.only(order));
        }

        private Item.Head head() {
            return new Item.Head(
                    text(Column.CUSTOMER, MAX_CODE),
                    text(Column.COUNTRY, MAX_CODE),
                    text(Column.NAME, MAX_TEXT),
                    text(Column.COMPANY, MAX_TEXT),
                    text(Column.EMAIL, MAX_TEXT),
                    text(Column.VAT_NUMBER, MAX_CODE),
                    text(Column.STREET, MAX_TEXT),
                    text(Column.POSTCODE, MAX_CODE),
                    text(Column.CITY, MAX_TEXT),
                    currency());
        }

        private Item.Sums sums() {
            return new Item.Sums(
                    amount(Column.FREIGHT), amount(Column.DISCOUNT), amount(Column.TAX), amount(Column.TOTAL));
        }

        private @Nullable BigDecimal amount(Column column) {
            return field(column).isEmpty() ? null : number(column, 12, 10);
        }

        private String currency() {
            String code = text(Column.CURRENCY, MAX_CODE).toUpperCase(Locale.ROOT);
            boolean known = CurrencyUnit.registeredCurrencies().stream()
                    .anyMatch(unit -> unit.getCode().equals(code) && !unit.isPseudoCurrency());
            if (!code.isEmpty() && !known) {
                fault(Code.BAD_CURRENCY, code);
            }
            return code;
        }

        private String text(Column column, int max) {
            String text = field(column);
            boolean control =
                    text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
            if (text.length() > max || control) {
                fault(Code.BAD_TEXT, name(column), max);
                return text.substring(0, Math.min(max, text.length()));
            }
            return text;
        }

        private BigDecimal number(Column column, int whole, int decimals) {
            String text = field(column);
            Optional<BigDecimal> number = layout.numbers()
                    .read(text)
                    .filter(n -> n.scale() <= decimals && n.precision() - n.scale() <= whole);
            if (number.isEmpty()) {
                fault(Code.BAD_NUMBER, name(column), shortened(text));
            }
            return number.orElse(BigDecimal.ZERO);
        }

        private @Nullable VatRate vatRate() {
            String text = field(Column.VAT_RATE);
            if (text.isEmpty()) {
                return null;
            }
            Optional<BigDecimal> percent =
                    layout.numbers().read(text).filter(p -> p.signum() >= 0 && p.compareTo(HUNDRED) <= 0);
            if (percent.isEmpty()) {
                fault(Code.BAD_VAT_RATE, shortened(text));
            }
            return percent.map(VatRate::new).orElse(null);
        }

        private Instant date() {
            String text = field(Column.DATE);
            for (DateTimeFormatter format : dates) {
                Optional<ZonedDateTime> time = parse(format, text);
                if (time.isPresent()) {
                    return within(time.get(), text);
                }
            }
            fault(Code.BAD_DATE, name(Column.DATE), shortened(text));
            return Instant.EPOCH;
        }

        private Instant within(ZonedDateTime time, String text) {
            if (time.getYear() < layout.firstYear() || time.getYear() > layout.lastYear()) {
                fault(
                        Code.YEAR_FAR_AWAY,
                        shortened(text),
                        Integer.toString(layout.firstYear()),
                        Integer.toString(layout.lastYear()));
                return Instant.EPOCH;
            }
            return time.toInstant();
        }

        /** With the offset the file gives, or else at the shop. */
        private Optional<ZonedDateTime> parse(DateTimeFormatter format, String text) {
            try {
                return Optional.of(
                        format.parseBest(text, OffsetDateTime::from, LocalDateTime::from) instanceof OffsetDateTime at
                                ? at.atZoneSameInstant(layout.zone())
                                : LocalDateTime.parse(text, format).atZone(layout.zone()));
            } catch (DateTimeParseException _) {
                return Optional.empty();
            }
        }

        /** An apostrophe in front keeps a spreadsheet from reading a number, and is no part of the text. */
        private String field(Column column) {
            String text = header.field(row.values(), column);
            return text == null ? "" : text.matches("'[0-9].*") ? text.substring(1) : text;
        }

        private void fault(Code code, Object... facts) {
            faults.add(Fault.of(row.number(), code, facts));
        }

        private String name(Column column) {
            return layout.headers().getOrDefault(column, column.usualHeader());
        }

        private static String shortened(String text) {
            return text.length() <= 60 ? text : text.substring(0, 60) + "…";
        }
    }
}
