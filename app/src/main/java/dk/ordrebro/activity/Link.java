package dk.ordrebro.activity;

import dk.ordrebro.access.CompanyId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * An entry in its place in the chain.
 *
 * @param at to the microsecond, as the database keeps it
 * @param hash in hexadecimal: SHA-256 over the hash before and everything in this entry, each text with its length in front of it,
 *     so that nothing can be moved from one field to the next
 */
record Link(Entry entry, long number, Instant at, String hash) {

    static Link after(String previousHash, long number, Instant at, Entry entry) {
        return new Link(entry, number, at, hash(previousHash, number, at, entry));
    }

    /** What the first entry of a company follows. */
    static String beginning(CompanyId company) {
        return HexFormat.of().formatHex(sha256(company.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String hash(String previousHash, long number, Instant at, Entry entry) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            text(out, previousHash);
            text(out, entry.company().toString());
            out.writeLong(number);
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            text(out, entry.who());
            text(out, entry.subject());
            text(out, entry.subjectId());
            text(out, entry.verb());
            text(out, entry.facts());
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written to", e);
        }
        return HexFormat.of().formatHex(sha256(bytes.toByteArray()));
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
