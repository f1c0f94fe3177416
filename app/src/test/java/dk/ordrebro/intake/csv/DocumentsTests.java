package dk.ordrebro.intake.csv;

import static dk.ordrebro.intake.csv.CsvFile.inShort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTests {

    private static final CsvLayout STANDARD = CsvLayout.standard();
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    private Path folder;

    @Test
    void putsRowsOfANumberTogether() throws Exception {
        CsvFile file = CsvFile.withHeader().row("A").row("A").row("B");

        assertThat(read(file)).containsExactly("A x2", "B x1");
    }

    @Test
    void putsRowsTogetherWhereverTheyStand() throws Exception {
        CsvFile file = CsvFile.withHeader().row("A").row("B").row("A").row("C").row("B");

        assertThat(read(file)).containsExactly("A x2", "C x1", "B x2");
    }

    @Test
    void readsEveryFieldOfARow() throws Exception {
        CsvFile file = CsvFile.withHeader()
                .text("536367,22914,\"Krus \"\"Kyst\"\", blå  \",3,2026-11-02 08:34:00,1234.95,13047,Norge\r\n");

        Item item = ((Document.Complete) file.documents(folder, STANDARD).getFirst())
                .items()
                .getFirst();

        assertThat(item.order()).isEqualTo("536367");
        assertThat(item.sku()).isEqualTo("22914");
        assertThat(item.title()).isEqualTo("Krus \"Kyst\", blå");
        assertThat(item.quantity()).isEqualTo(BigDecimal.valueOf(3));
        assertThat(item.unitPrice()).isEqualTo(new BigDecimal("1234.95"));
        assertThat(item.at()).isEqualTo("2026-11-02T07:34:00Z");
        assertThat(item.head().customer()).isEqualTo("13047");
        assertThat(item.head().country()).isEqualTo("Norge");
        assertThat(item.row().number()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void seesTheDelimiterInTheHeader(char delimiter) throws Exception {
        String text = (CsvFile.HEADER + "A,LAMP,Lampe,1,2026-11-02,100,77,Danmark\r\n").replace(',', delimiter);

        assertThat(read(CsvFile.empty().text(text))).containsExactly("A x1");
    }

    @Test
    void readsDanishNumbersAndOtherHeaders() throws Exception {
        CsvFile file = CsvFile.empty()
                .text("\uFEFFOrdrenr;Varenr;Tekst;Antal;Dato;Pris;Kunde;Land\n")
                .text("A;LAMP;Lampe;1,5;02-11-2026 10:00;1.234,50;77;Danmark\n");
        CsvLayout layout = STANDARD.but()
                .header(Column.ORDER, "ordrenr")
                .header(Column.SKU, "Varenr")
                .header(Column.TITLE, "Tekst")
                .header(Column.QUANTITY, "Antal")
                .header(Column.DATE, "Dato")
                .header(Column.UNIT_PRICE, "Pris")
                .header(Column.CUSTOMER, "Kunde")
                .header(Column.COUNTRY, "Land")
                .numbers(NumberStyle.COMMA)
                .build();

        Item item = ((Document.Complete) file.documents(folder, layout).getFirst())
                .items()
                .getFirst();

        assertThat(item.quantity()).isEqualTo("1.5");
        assertThat(item.unitPrice()).isEqualTo("1234.5");
    }

    @ParameterizedTest
    @CsvSource({
        "Quantity,Mange,BAD_NUMBER",
        "Quantity,1.234.567,BAD_NUMBER",
        "Quantity,'',BAD_NUMBER",
        "Quantity,1234567890,BAD_NUMBER",
        "Quantity,0.0000001,BAD_NUMBER",
        "UnitPrice,'1,5',BAD_NUMBER",
        "UnitPrice,NaN,BAD_NUMBER",
        "UnitPrice,1e3,BAD_NUMBER",
        "UnitPrice,1234567890123456789012345678901234567890,BAD_NUMBER",
        "InvoiceDate,2026-02-30 10:00:00,BAD_DATE",
        "InvoiceDate,yesterday,BAD_DATE",
        "InvoiceDate,'',BAD_DATE",
        "InvoiceDate,0202-11-02,YEAR_FAR_AWAY",
    })
    void takesOutOnlyTheOrderOfABadRow(String column, String value, String code) throws Exception {
        String bad = "B,LAMP,Lampe,%s,%s,%s,77,Danmark\r\n"
                .formatted(
                        column.equals("Quantity") ? quoted(value) : "1",
                        column.equals("InvoiceDate") ? quoted(value) : "2026-11-02",
                        column.equals("UnitPrice") ? quoted(value) : "100");
        CsvFile file = CsvFile.withHeader().row("A").row("B").text(bad).row("B").row("C");

        assertThat(read(file)).containsExactly("A x1", "B! 3,4,5 " + code, "C x1");
    }

    @Test
    void saysAllThatIsWrongWithARow() throws Exception {
        CsvFile file = CsvFile.withHeader().text("A,LAMP,Lampe,x,y,z,77,Danmark\r\n");

        Document.Refused refused =
                (Document.Refused) file.documents(folder, STANDARD).getFirst();

        assertThat(refused.refusal().faults())
                .extracting(fault -> fault.text(Locale.ENGLISH))
                .containsExactly(
                        "Row 2: \"x\" in Quantity is no number in the chosen style, or has too many digits.",
                        "Row 2: \"z\" in UnitPrice is no number in the chosen style, or has too many digits.",
                        "Row 2: \"y\" in InvoiceDate is no date in the chosen form.");
    }

    @Test
    void takesOutTheOrderOfARowWithTooFewFields() throws Exception {
        CsvFile file =
                CsvFile.withHeader().row("A").row("B").text("B,LAMP,Lampe\r\n").row("C");

        assertThat(read(file)).containsExactly("A x1", "B! 3,4 WRONG_COLUMN_COUNT", "C x1");
    }

    @Test
    void losesOneRowToAQuoteNeverClosed() throws Exception {
        CsvFile file = CsvFile.withHeader()
                .row("A")
                .text("B,LAMP,\"Lampe,1,2026-11-02,100,77,Danmark\r\n")
                .row("C")
                .text("D,LAMP,\"Lampe, blå\",1,2026-11-02,100,77,Danmark\r\n")
                .row("E");

        assertThat(read(file)).containsExactly("A x1", "B! 3 BROKEN_QUOTES", "C x1", "D x1", "E x1");
    }

    @Test
    void losesOneRowToAQuoteNeverClosedInALargeFile() throws Exception {
        CsvFile file = CsvFile.withHeader().text("B,LAMP,\"Lampe,1,2026-11-02,100,77,Danmark\r\n");
        for (int i = 0; i < 30_000; i++) {
            file.row("C" + i);
        }

        assertThat(read(file)).hasSize(30_001).startsWith("B! 2 BROKEN_QUOTES", "C0 x1");
    }

    @Test
    void readsLineBreaksInsideQuotes() throws Exception {
        CsvFile file = CsvFile.withHeader()
                .text("A,LAMP,\"Lampe\r\nmed skærm\",1,2026-11-02,100,77,Danmark\r\n")
                .text("\r\n")
                .text(",,,,,,,\r\n")
                .row("B");

        List<Document> documents = file.documents(folder, STANDARD);

        assertThat(inShort(documents)).containsExactly("A x1", "B x1");
        Item first = ((Document.Complete) documents.getFirst()).items().getFirst();
        assertThat(new String(first.row().bytes(), StandardCharsets.UTF_8))
                .isEqualTo("A,LAMP,\"Lampe\r\nmed skærm\",1,2026-11-02,100,77,Danmark\r\n");
        assertThat(((Document.Complete) documents.getLast())
                        .items()
                        .getFirst()
                        .row()
                        .number())
                .isEqualTo(6);
    }

    @Test
    void refusesTenMegabytesInOneField() throws Exception {
        CsvFile file = CsvFile.withHeader()
                .row("A")
                .text("B,LAMP," + "x".repeat(10 << 20) + ",1,2026-11-02,100,77,Danmark\r\n")
                .row("C");

        assertThat(read(file)).containsExactly("A x1", "B! 3 ROW_TOO_LONG", "C x1");
    }

    @Test
    void refusesTenMegabytesInOneQuotedFieldOfManyLines() throws Exception {
        CsvFile file = CsvFile.withHeader()
                .row("A")
                .text("B,LAMP,\"" + "x,y\r\n".repeat(300_000) + "\",1,2026-11-02,100,77,Danmark\r\n")
                .row("C");

        List<String> read = read(file);

        assertThat(read).contains("A x1", "B! 3 BROKEN_QUOTES");
        assertThat(read.getLast()).isEqualTo("C! 300004 BESIDE_UNREADABLE");
    }

    @Test
    void refusesTheOrdersBesideARowThatNamesNone() throws Exception {
        CsvFile file = CsvFile.withHeader()
                .row("A")
                .row("B")
                .text(",LAMP,Lampe,1,2026-11-02,100,77,Danmark\r\n")
                .row("C")
                .row("D")
                .row("B");

        assertThat(read(file))
                .containsExactly(
                        "A x1", "! 4 NO_ORDER_NUMBER", "C! 5 BESIDE_UNREADABLE", "D x1", "B! 3,7 BESIDE_UNREADABLE");
    }

    @Test
    void refusesAnOrderWhoseNumberHasMovedInABrokenRow() throws Exception {
        CsvFile file = CsvFile.empty()
                .text("StockCode,InvoiceNo,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n")
                .text("LAMP,A,Lampe,1,2026-11-02,100,77,Danmark\n")
                .text("LAMP,B,Lampe,1,2026-11-02,100,77,Danmark\n")
                .text("LA,MP,A,Lampe,1,2026-11-02,100,77,Danmark\n")
                .text("LAMP,C,Lampe,1,2026-11-02,100,77,Danmark\n")
                .text("LAMP,D,Lampe,1,2026-11-02,100,77,Danmark\n");

        assertThat(read(file))
                .containsExactly(
                        "A! 2 BESIDE_UNREADABLE",
                        "B! 3 BESIDE_UNREADABLE",
                        "! 4 WRONG_COLUMN_COUNT",
                        "C! 5 BESIDE_UNREADABLE",
                        "D x1");
    }

    @Test
    void namesTheRowThatIsNotInTheCharset() throws Exception {
        CsvFile file = CsvFile.withHeader()
                .row("A")
                .text("B,LAMP,Rødgrød,1,2026-11-02,100,77,Danmark\r\n", WINDOWS)
                .row("C");

        assertThat(read(file)).containsExactly("A x1", "B! 3 WRONG_CHARSET", "C x1");
    }

    @Test
    void readsWindowsTextWhenToldTo() throws Exception {
        CsvFile file = CsvFile.withHeader().text("B,LAMP,Rødgrød €,1,2026-11-02,100,77,Danmark\r\n", WINDOWS);
        CsvLayout layout = STANDARD.but().charset(WINDOWS).build();

        List<Document> documents = file.documents(folder, layout);

        assertThat(((Document.Complete) documents.getFirst()).items().getFirst().title())
                .isEqualTo("Rødgrød €");
    }

    @Test
    void seesThatTextIsReallyUtf8() throws Exception {
        CsvFile file = CsvFile.withHeader().text("B,LAMP,Rødgrød,1,2026-11-02,100,77,Danmark\r\n");

        assertThat(inShort(file.documents(
                        folder,
                        STANDARD.but().charset(StandardCharsets.ISO_8859_1).build())))
                .containsExactly("B! 2 REALLY_UTF_8");
    }

    @Test
    void refusesControlCharacters() throws Exception {
        CsvFile file = CsvFile.withHeader().text("B,LAMP,Lam\u0000pe,1,2026-11-02,100,77,Danmark\r\n");

        assertThat(read(file)).containsExactly("B! 2 BAD_TEXT");
    }

    @Test
    void refusesRowsThatDisagreeAboutTheCustomer() throws Exception {
        CsvFile file = CsvFile.withHeader().row("A").text("A,LAMP,Lampe,1,2026-11-02 10:01:00,100,78,Danmark\r\n");

        assertThat(read(file)).containsExactly("A! 2,3 ROWS_DISAGREE");
    }

    @Test
    void letsTheTimeOfRowsDiffer() throws Exception {
        CsvFile file = CsvFile.withHeader().row("A").text("A,LAMP,Lampe,1,2026-11-02 09:59:00,100,77,Danmark\r\n");

        List<Document> documents = file.documents(folder, STANDARD);

        assertThat(OrderMaker.placedAt((Document.Complete) documents.getFirst()))
                .isEqualTo("2026-11-02T08:59:00Z");
    }

    @Test
    void refusesTooManyLines() throws Exception {
        CsvFile file = CsvFile.withHeader();
        for (int i = 0; i <= OpenDocument.MAX_LINES; i++) {
            file.row("A");
        }

        List<String> read = read(file.row("B"));

        assertThat(read).hasSize(2);
        assertThat(read.getFirst()).endsWith(" TOO_MANY_LINES");
    }

    @Test
    void givesUpOrdersThatLieTooFarApartAndNoOthers() throws Exception {
        CsvFile file = CsvFile.withHeader()
                .row("A")
                .row("B")
                .row("C")
                .row("D")
                .row("D")
                .row("A")
                .row("B");

        assertThat(inShort(file.documents(folder, STANDARD, 150)))
                .containsExactly("C x1", "D x2", "A! 2,7 ROWS_TOO_FAR_APART", "B x2");
    }

    @Test
    void noticesAFileThatChangesBetweenReadings() throws Exception {
        Path file = CsvFile.withHeader().row("A").row("B").in(folder);
        Survey survey = Survey.of(file, STANDARD, Progress.NONE);
        CsvFile.withHeader().row("A").row("B").row("A").in(folder);

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> Documents.read(file, STANDARD, survey, _ -> {}, _ -> {}))
                .satisfies(unreadable -> assertThat(unreadable.fault().code()).isEqualTo(Fault.Code.FILE_CHANGED));
    }

    @Test
    void refusesAFileWithoutAColumn() {
        CsvFile file = CsvFile.empty().text("InvoiceNo,StockCode,Description,Quantity,InvoiceDate\r\n");

        assertThat(whyUnreadable(file, STANDARD).text(Locale.ENGLISH))
                .isEqualTo(
                        "Row 1: The file lacks the column: UnitPrice, CustomerID, Country. Check that the delimiter is right, or say what the column is called.");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(whyUnreadable(CsvFile.empty(), STANDARD).code()).isEqualTo(Fault.Code.EMPTY_FILE);
    }

    @Test
    void refusesUtf16() {
        CsvFile file = CsvFile.empty().text("\uFEFF" + CsvFile.HEADER, StandardCharsets.UTF_16LE);

        assertThat(whyUnreadable(file, STANDARD).code()).isEqualTo(Fault.Code.UTF_16);
    }

    @Test
    void refusesAColumnGivenForTwoThings() {
        CsvLayout layout = STANDARD.but().header(Column.TITLE, "StockCode").build();

        assertThat(whyUnreadable(CsvFile.withHeader(), layout).code()).isEqualTo(Fault.Code.COLUMN_TWICE);
    }

    private Fault whyUnreadable(CsvFile file, CsvLayout layout) {
        try {
            file.documents(folder, layout);
            throw new AssertionError("was read");
        } catch (UnreadableFile unreadable) {
            return unreadable.fault();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private List<String> read(CsvFile file) throws IOException, UnreadableFile {
        return inShort(file.documents(folder, STANDARD));
    }

    private static String quoted(String value) {
        return "\"" + value + "\"";
    }
}
