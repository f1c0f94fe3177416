package dk.ordrebro.intake.csv;

import dk.ordrebro.intake.csv.ItemReader.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * A later reading of a file: puts rows of the same number together, wherever they stand, and hands each document on once its last row is read.
 * A document is only ever handed on whole.
 */
final class Documents {

    /** How much of documents that have begun but not ended is kept in memory. A file sorted by order never comes near it. */
    static final long MAX_OPEN_BYTES = 64L << 20;

    private final Survey survey;
    private final long maxOpenBytes;
    private final Map<String, OpenDocument> open = new LinkedHashMap<>();
    private final Consumer<Document> each;
    private long openBytes;

    private Documents(Survey survey, long maxOpenBytes, Consumer<Document> each) {
        this.survey = survey;
        this.maxOpenBytes = maxOpenBytes;
        this.each = each;
    }

    /** Reads; {@code news} hears of the number of rows done. */
    static void read(Path file, CsvLayout layout, Survey survey, Consumer<Document> each, LongConsumer news)
            throws IOException, UnreadableFile {
        read(file, layout, survey, MAX_OPEN_BYTES, each, news);
    }

    static void read(
            Path file, CsvLayout layout, Survey survey, long maxOpenBytes, Consumer<Document> each, LongConsumer news)
            throws IOException, UnreadableFile {
        Documents documents = new Documents(survey, maxOpenBytes, each);
        long rows = 0;
        try (Source source = Source.open(file, layout)) {
            for (Optional<Reading> row = source.next(); row.isPresent(); row = source.next()) {
                documents.step(row.get());
                rows++;
                if (rows % CsvImport.ROWS_BETWEEN_NEWS == 0) {
                    news.accept(rows);
                }
            }
        }
        if (!documents.open.isEmpty() || rows != survey.rows()) {
            throw new UnreadableFile(Fault.of(0, Fault.Code.FILE_CHANGED));
        }
        news.accept(rows);
    }

    private void step(Reading row) throws UnreadableFile {
        switch (row) {
            case Reading.Good(var item) -> {
                OpenDocument document = documentOf(item.order(), row.row());
                openBytes -= document.bytes();
                document.add(item);
                openBytes += document.bytes();
                closeAfter(item.order(), row.row());
            }
            case Reading.Bad bad -> bad(bad);
        }
        while (openBytes > maxOpenBytes) {
            giveUpTheOldest(row.row());
        }
    }

    private void bad(Reading.Bad bad) throws UnreadableFile {
        if (!bad.suspects().certain()) {
            each.accept(new Document.Refused(new Refusal("", List.of(bad.row()), bad.faults()), 1));
            return;
        }
        String order = bad.suspects().orders().getFirst();
        documentOf(order, bad.row()).add(bad);
        closeAfter(order, bad.row());
    }

    private OpenDocument documentOf(String order, long row) throws UnreadableFile {
        if (row > survey.ends().lastRow(order)) {
            throw new UnreadableFile(Fault.of(row, Fault.Code.FILE_CHANGED));
        }
        return open.computeIfAbsent(
                order, number -> new OpenDocument(number, survey.ends().isRefused(number)));
    }

    private void closeAfter(String order, long row) {
        OpenDocument document = open.get(order);
        if (document != null && row == survey.ends().lastRow(order)) {
            open.remove(order);
            openBytes -= document.bytes();
            each.accept(document.close());
        }
    }

    private void giveUpTheOldest(long row) {
        Iterator<OpenDocument> oldestFirst = open.values().iterator();
        OpenDocument largestOld = oldestFirst.next();
        while (largestOld.bytes() == 0) {
            largestOld = oldestFirst.next();
        }
        openBytes -= largestOld.bytes();
        largestOld.refuse(Fault.of(row, Fault.Code.ROWS_TOO_FAR_APART));
    }
}
