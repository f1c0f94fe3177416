package dk.ordrebro.intake.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A small file under test: the usual header, then the rows a test is about. */
final class CsvFile {

    static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\r\n";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static CsvFile empty() {
        return new CsvFile();
    }

    static CsvFile withHeader() {
        return new CsvFile().text(HEADER);
    }

    /** A good row of an order. */
    CsvFile row(String order) {
        return row(order, "LAMP", "1");
    }

    CsvFile row(String order, String sku, String quantity) {
        return text(order + "," + sku + ",Lampe," + quantity + ",2026-11-02 10:00:00,100.00,77,Danmark\r\n");
    }

    CsvFile text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    CsvFile text(String text, Charset charset) {
        return bytes(text.getBytes(charset));
    }

    CsvFile bytes(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    Path in(Path folder) throws IOException {
        return Files.write(folder.resolve("orders.csv"), bytes.toByteArray());
    }

    /** Both readings, as an import does them. */
    List<Document> documents(Path folder, CsvLayout layout) throws IOException, UnreadableFile {
        return documents(folder, layout, Documents.MAX_OPEN_BYTES);
    }

    List<Document> documents(Path folder, CsvLayout layout, long maxOpenBytes) throws IOException, UnreadableFile {
        Path file = in(folder);
        List<Document> documents = new ArrayList<>();
        Survey survey = Survey.of(file, layout, Progress.NONE);
        Documents.read(file, layout, survey, maxOpenBytes, documents::add, _ -> {});
        return documents;
    }

    /** Documents in short: {@code "A x2"} for a complete one with two lines, {@code "B! 3,4 BAD_DATE"} for a refused one. */
    static List<String> inShort(List<Document> documents) {
        return documents.stream()
                .map(document -> switch (document) {
                    case Document.Complete(var number, var items) -> number + " x" + items.size();
                    case Document.Refused(var refusal, var _) -> inShort(refusal);
                })
                .toList();
    }

    private static String inShort(Refusal refusal) {
        String rows = refusal.rows().stream().map(String::valueOf).collect(Collectors.joining(","));
        String codes = refusal.faults().stream()
                .map(fault -> fault.code().name())
                .distinct()
                .collect(Collectors.joining("+"));
        return refusal.order() + "! " + rows + " " + codes;
    }
}
