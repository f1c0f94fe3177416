package dk.ordrebro.enrichment;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** A small table that comes with the program, and the version its content gives it. */
record Table(List<List<String>> rows, String version) {

    static Table bundled(String name) {
        byte[] bytes = read(name);
        List<List<String>> rows = CsvReader.builder().ofCsvRecord(new String(bytes, StandardCharsets.UTF_8)).stream()
                .skip(1)
                .map(CsvRecord::getFields)
                .toList();
        return new Table(rows, hash(bytes));
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

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
