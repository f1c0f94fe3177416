package dk.ordrebro.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file for a Danish spreadsheet: UTF-8 with a byte order mark, semicolons, decimal commas. Rows go out as they come, so that a file may be
 * longer than memory. A text that a spreadsheet would take for a formula is written as text.
 */
public final class CsvFile implements AutoCloseable {

    private final CsvWriter rows;

    /** Begins the file; the stream is flushed at the end and stays open. */
    public CsvFile(OutputStream out) {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            writer.write('\uFEFF');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows = CsvWriter.builder().fieldSeparator(';').build(writer);
    }

    public void row(String... fields) {
        rows.writeRecord(Arrays.stream(fields).map(CsvFile::harmless).toArray(String[]::new));
    }

    /** {@code 1250,50}: no thousands separators, which a spreadsheet adds itself. */
    public static String decimal(BigDecimal amount) {
        return amount.toPlainString().replace('.', ',');
    }

    private static String harmless(String field) {
        boolean formula = !field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0;
        return formula && !field.matches("-?\\d+(,\\d+)?") ? "'" + field : field;
    }

    @Override
    public void close() {
        try {
            rows.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
