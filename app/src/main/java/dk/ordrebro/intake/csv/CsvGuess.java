package dk.ordrebro.intake.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dk.ordrebro.money.PriceMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at a file and proposes how to read it. It only proposes: a person sees the proposal with the orders it leads to, and may change it.
 *
 * @param titles what stands above the columns
 * @param samples the first rows, as far as they have as many fields as titles
 */
record CsvGuess(List<String> titles, List<List<String>> samples, CsvMapping mapping) {

    private static final int SAMPLES = 200;

    private static final Pattern FIRST_LINE_SEP = Pattern.compile("^\"?(?:sep|SEP)=(.)\"?\\s*\\R");

    /** Parts of titles of columns that hold money. */
    private static final List<String> MONEY = List.of(
            "total",
            "fragt",
            "porto",
            "shipping",
            "levering",
            "rabat",
            "discount",
            "tax",
            "moms",
            "vat",
            "gebyr",
            "fee",
            "beløb",
            "amount",
            "pris",
            "price",
            "gavekort",
            "giftcard",
            "subtotal",
            "refund");

    /** What shops and their exports call the columns, in lower case without blanks and signs. */
    private static final Map<Column, List<String>> NAMES = names();

    static CsvGuess of(byte[] file) {
        String charset = isUtf8(file) ? "UTF-8" : "windows-1252";
        String text = new String(file, Charset.forName(charset)).replaceFirst("^\uFEFF", "");
        Matcher told = FIRST_LINE_SEP.matcher(text);
        String delimiter = told.find() && CsvMapping.DELIMITERS.contains(told.group(1))
                ? told.group(1)
                : CsvMapping.DELIMITERS.stream()
                        .max(Comparator.comparingInt(one -> records(text, one).stream()
                                .findFirst()
                                .map(List::size)
                                .orElse(0)))
                        .orElse(";");
        return of(text, charset, delimiter);
    }

    /** With what a person has chosen of it. */
    static CsvGuess of(byte[] file, String charset, String delimiter) {
        return of(new String(file, Charset.forName(charset)).replaceFirst("^\uFEFF", ""), charset, delimiter);
    }

    private static CsvGuess of(String whole, String charset, String delimiter) {
        String text = FIRST_LINE_SEP.matcher(whole).replaceFirst("");
        List<List<String>> records = records(text, delimiter);
        List<String> titles = records.isEmpty() ? List.of() : records.getFirst();
        List<List<String>> samples = records.stream()
                .skip(1)
                .filter(record -> record.size() == titles.size())
                .toList();
        Map<Column, String> columns = columns(titles);
        columns.keySet().removeIf(column -> column.ofTheOrder() && !isOfTheOrder(titles, samples, columns, column));
        CsvMapping mapping = new CsvMapping(
                columns,
                delimiter,
                numbers(titles, samples, columns, delimiter),
                date(titles, samples, columns),
                charset,
                prices(columns.getOrDefault(Column.UNIT_PRICE, "")),
                "DKK",
                CodeGuess.of(values(titles, samples, columns)),
                titles);
        return new CsvGuess(titles, samples, mapping);
    }

    /** Article number and title of each row. */
    private static List<CodeGuess.Article> values(
            List<String> titles, List<List<String>> samples, Map<Column, String> columns) {
        int sku = titles.indexOf(columns.getOrDefault(Column.SKU, ""));
        int title = titles.indexOf(columns.getOrDefault(Column.TITLE, ""));
        return sku < 0
                ? List.of()
                : samples.stream()
                        .map(row -> new CodeGuess.Article(row.get(sku), title < 0 ? "" : row.get(title)))
                        .distinct()
                        .toList();
    }

    /** Money of the whole order stands on one row of it, or is the same on each; what differs is money of a line. */
    private static boolean isOfTheOrder(
            List<String> titles, List<List<String>> samples, Map<Column, String> columns, Column column) {
        int order = titles.indexOf(columns.getOrDefault(Column.ORDER, ""));
        int money = titles.indexOf(columns.getOrDefault(column, ""));
        return order >= 0
                && samples.stream()
                        .filter(row -> !row.get(money).isEmpty())
                        .collect(Collectors.groupingBy(
                                row -> row.get(order), Collectors.mapping(row -> row.get(money), Collectors.toSet())))
                        .values()
                        .stream()
                        .allMatch(said -> said.size() == 1);
    }

    /** Columns that look like money and are used for nothing. */
    List<String> unusedMoney(CsvMapping chosen) {
        return titles.stream()
                .filter(title -> !chosen.columns().containsValue(title))
                .filter(title -> MONEY.stream().anyMatch(bare(title)::contains))
                .filter(title -> looksLikeMoney(titles.indexOf(title), chosen.numbers()))
                .toList();
    }

    private boolean looksLikeMoney(int column, NumberStyle numbers) {
        List<String> said = samples.stream()
                .map(row -> row.get(column))
                .filter(one -> !one.isEmpty())
                .toList();
        return !said.isEmpty()
                && said.stream().allMatch(one -> numbers.read(one).isPresent())
                && said.stream().anyMatch(one -> numbers.read(one).orElseThrow().signum() != 0);
    }

    /** Whether the file is text in UTF-8 that would be other text in another character set. */
    static boolean isPlainlyUtf8(byte[] file) {
        for (byte one : file) {
            if (one < 0) {
                return isUtf8(file);
            }
        }
        return false;
    }

    private static boolean isUtf8(byte[] file) {
        try {
            var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static List<List<String>> records(String text, String delimiter) {
        List<List<String>> records = new ArrayList<>();
        try (var reader =
                CsvReader.builder().fieldSeparator(delimiter.charAt(0)).ofCsvRecord(text)) {
            for (var record : reader) {
                records.add(record.getFields().stream().map(String::strip).toList());
                if (records.size() > SAMPLES) {
                    break;
                }
            }
        } catch (CsvParseException | IOException _) {
            // as far as it can be read; the check names what is wrong
        }
        return records;
    }

    private static Map<Column, String> columns(List<String> titles) {
        Map<Column, String> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            NAMES.getOrDefault(column, List.of()).stream()
                    .flatMap(name -> titles.stream().filter(title -> bare(title).equals(name)))
                    .filter(title -> !columns.containsValue(title))
                    .findFirst()
                    .ifPresent(title -> columns.put(column, title));
        }
        return columns;
    }

    private static String bare(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9æøåäö]", "");
    }

    private static Stream<String> values(
            List<String> titles, List<List<String>> samples, Map<Column, String> columns, Column column) {
        int at = titles.indexOf(columns.getOrDefault(column, ""));
        return at < 0 ? Stream.of() : samples.stream().map(row -> row.get(at)).filter(value -> !value.isEmpty());
    }

    /** 1.234 fits both; where nothing tells, the delimiter does: a comma cannot well be both. */
    private static NumberStyle numbers(
            List<String> titles, List<List<String>> samples, Map<Column, String> columns, String delimiter) {
        List<String> numbers = Stream.of(Column.UNIT_PRICE, Column.QUANTITY, Column.VAT_RATE)
                .flatMap(column -> values(titles, samples, columns, column))
                .toList();
        long comma = numbers.stream()
                .filter(one -> NumberStyle.POINT.read(one).isEmpty())
                .filter(one -> NumberStyle.COMMA.read(one).isPresent())
                .count();
        long point = numbers.stream()
                .filter(one -> NumberStyle.COMMA.read(one).isEmpty())
                .filter(one -> NumberStyle.POINT.read(one).isPresent())
                .count();
        if (comma != point) {
            return comma > point ? NumberStyle.COMMA : NumberStyle.POINT;
        }
        return delimiter.equals(";") ? NumberStyle.COMMA : NumberStyle.POINT;
    }

    private static String date(List<String> titles, List<List<String>> samples, Map<Column, String> columns) {
        List<String> dates = values(titles, samples, columns, Column.DATE).toList();
        return CsvMapping.DATE_PATTERNS.stream()
                .max(Comparator.comparingLong(
                        pattern -> fitting(dates, pattern) * 100 - CsvMapping.DATE_PATTERNS.indexOf(pattern)))
                .orElseThrow();
    }

    private static long fitting(List<String> dates, String pattern) {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        return dates.stream().filter(date -> fits(date, format)).count();
    }

    private static boolean fits(String date, DateTimeFormatter format) {
        try {
            var _ = format.parse(date);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    /** What the price's title says; Danish shops show prices with VAT. */
    private static PriceMode prices(String title) {
        String bare = bare(title);
        boolean net = Stream.of("ekskl", "excl", "exmoms", "udenmoms", "netto", "net", "unitprice")
                .anyMatch(bare::contains);
        return net ? PriceMode.EXCLUDING_VAT : PriceMode.INCLUDING_VAT;
    }

    Optional<CsvMapping> fitting(CsvMapping remembered) {
        boolean fits = titles.containsAll(remembered.columns().values())
                && remembered.wrong().isEmpty();
        return fits ? Optional.of(remembered) : Optional.empty();
    }

    private static Map<Column, List<String>> names() {
        Map<Column, List<String>> names = new EnumMap<>(Column.class);
        names.put(
                Column.ORDER,
                List.of(
                        "invoiceno",
                        "ordrenummer",
                        "ordrenr",
                        "ordernumber",
                        "orderno",
                        "orderid",
                        "ordreid",
                        "order",
                        "ordre",
                        "name",
                        "number",
                        "nummer",
                        "fakturanr"));
        names.put(
                Column.SKU,
                List.of(
                        "stockcode",
                        "sku",
                        "varenummer",
                        "varenr",
                        "lineitemsku",
                        "productsku",
                        "itemsku",
                        "produktnummer"));
        names.put(
                Column.TITLE,
                List.of(
                        "description",
                        "varenavn",
                        "produkt",
                        "produktnavn",
                        "beskrivelse",
                        "lineitemname",
                        "productname",
                        "itemname",
                        "title",
                        "titel",
                        "varetekst",
                        "vare"));
        names.put(Column.QUANTITY, List.of("quantity", "antal", "lineitemquantity", "qty", "itemquantity", "stk"));
        names.put(
                Column.DATE,
                List.of(
                        "invoicedate",
                        "ordredato",
                        "orderdate",
                        "dato",
                        "date",
                        "createdat",
                        "paidat",
                        "oprettet",
                        "købsdato"));
        names.put(
                Column.UNIT_PRICE,
                List.of(
                        "unitprice",
                        "stykpris",
                        "enhedspris",
                        "pris",
                        "lineitemprice",
                        "price",
                        "itemprice",
                        "prisinklmoms",
                        "stykprisinklmoms",
                        "prisekslmoms",
                        "stykprisekslmoms"));
        names.put(
                Column.CUSTOMER,
                List.of("customerid", "kundenummer", "kundenr", "kundeid", "customernumber", "customerno"));
        names.put(
                Column.COUNTRY,
                List.of(
                        "country",
                        "land",
                        "shippingcountry",
                        "leveringsland",
                        "landekode",
                        "countrycode",
                        "billingcountry"));
        names.put(
                Column.NAME,
                List.of(
                        "name",
                        "navn",
                        "kundenavn",
                        "kunde",
                        "customername",
                        "billingname",
                        "shippingname",
                        "customer"));
        names.put(
                Column.COMPANY,
                List.of("company", "firma", "virksomhed", "firmanavn", "billingcompany", "companyname"));
        names.put(Column.EMAIL, List.of("email", "mail", "epost", "emailadresse", "billingemail"));
        names.put(Column.VAT_NUMBER, List.of("vatnumber", "cvr", "cvrnr", "cvrnummer", "momsnummer", "vatno", "vatid"));
        names.put(
                Column.STREET,
                List.of("street", "adresse", "address", "gade", "shippingaddress1", "billingaddress1", "vej"));
        names.put(
                Column.POSTCODE,
                List.of("postcode", "postnummer", "postnr", "zip", "zipcode", "shippingzip", "billingzip"));
        names.put(Column.CITY, List.of("city", "by", "shippingcity", "billingcity"));
        names.put(Column.CURRENCY, List.of("currency", "valuta"));
        names.put(
                Column.FREIGHT,
                List.of(
                        "orderfreight",
                        "shipping",
                        "fragt",
                        "fragtbeløb",
                        "fragtpris",
                        "porto",
                        "forsendelse",
                        "shippingtotal"));
        names.put(Column.DISCOUNT, List.of("orderdiscount", "discountamount", "ordrerabat", "rabat", "rabatbeløb"));
        names.put(Column.TAX, List.of("ordertax", "taxes", "momsialt", "momsbeløb", "ordremoms"));
        names.put(Column.TOTAL, List.of("ordertotal", "ordretotal", "totalinklmoms", "total", "totalbeløb", "ialt"));
        names.put(Column.VAT_RATE, List.of("vatrate", "momssats", "momsprocent", "moms", "vatpercent", "taxrate"));
        return names;
    }
}
