package dk.ordrebro.enrichment.place;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;

/** A small table that comes with the program, and the version its content gives it. */
record Table(List<List<String>> rows, String version) {

    static Table bundled(String name) {
        byte[] bytes = read(name);
        List<List<String>> rows = CsvReader.builder().ofCsvRecord(new String(bytes, StandardCharsets.UTF_8)).stream()
                .skip(1)
                .map(CsvRecord::getFields)
                .toList();
        return new Table(rows, DigestUtils.sha256Hex(bytes).substring(0, 8));
    }

    <T> List<T> map(Function<List<String>, T> row) {
        return rows.stream().map(row).toList();
    }

    private static byte[] read(String name) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The program comes without its table " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
