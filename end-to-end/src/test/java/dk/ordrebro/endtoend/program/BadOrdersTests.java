package dk.ordrebro.endtoend.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of which only some can be used: the rest of it is booked, and every row that is not has its reason. */
class BadOrdersTests {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String GOOD = "100,A1,Tea,2,2010-12-01 08:26:00,10.00,17850,United Kingdom\n";

    @TempDir
    Path folder;

    @Test
    void booksTheRestOfAFileAndNamesEachRowItCannotUse() throws Exception {
        Path file = folder.resolve("odd.csv");
        Files.write(file, odd());

        Program.Ended ended = Program.start(
                        folder,
                        "demo",
                        "--exit",
                        "--json",
                        "--preset",
                        "online-retail",
                        "--port",
                        "0",
                        "--billy-port",
                        "0",
                        "--orders",
                        file.toString())
                .await();

        JsonNode summary = JsonMapper.shared().readTree(ended.out());
        assertThat(summary.path("invoices").asInt()).as(ended.out()).isEqualTo(2);
        assertThat(summary.path("missing").asInt()).isZero();
        assertThat(summary.path("held").propertyNames()).containsExactly("COUNTRY_MISSING");
        assertThat(StreamSupport.stream(summary.path("notTakenIn").spliterator(), false)
                        .map(JsonNode::asString))
                .hasSize(4)
                .anySatisfy(row -> assertThat(row).contains("odd.csv", "Row 3", "Quantity"))
                .anySatisfy(row -> assertThat(row).contains("odd.csv", "Row 4"))
                .anySatisfy(row -> assertThat(row).contains("odd.csv", "Row 5"))
                .anySatisfy(row -> assertThat(row).contains("odd.csv", "Row 6"));
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    /** Rows: good, no number, not UTF-8, ten megabytes in one field, too few fields, a country that says nothing, good. */
    private static byte[] odd() throws IOException {
        var file = new ByteArrayOutputStream();
        file.write(utf8(HEADER + GOOD));
        file.write(utf8("101,A1,Tea,two,2010-12-01 08:26:00,10.00,17850,United Kingdom\n"));
        file.write("102,A1,Te\u00e6,1,2010-12-01 08:26:00,10.00,17850,United Kingdom\n"
                .getBytes(StandardCharsets.ISO_8859_1));
        file.write(utf8("103,A1," + "x".repeat(10_000_000) + ",1,2010-12-01 08:26:00,10.00,17850,United Kingdom\n"));
        file.write(utf8("104,A1\n"));
        file.write(utf8("105,A1,Tea,1,2010-12-01 08:26:00,10.00,17850,Unspecified\n"));
        file.write(utf8("106,A1,Tea,1,2010-12-01 08:26:00,10.00,17850,United Kingdom\n"));
        return file.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
