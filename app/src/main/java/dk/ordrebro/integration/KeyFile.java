package dk.ordrebro.integration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that seals secrets, as base64 text in a file that only its owner can read. */
final class KeyFile {

    private static final int KEY_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private KeyFile() {}

    /** Makes the file unless there is one. Of two nodes that try at once, one's key stays and both use it. */
    static void make(Path file, SecureRandom random) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "key", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try {
                write(draft, newKey(random));
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException madeMeanwhile) {
                return;
            } finally {
                Files.delete(draft);
            }
        } catch (IOException e) {
            throw new UnusableKey("The key file " + file + " cannot be made: " + e, e);
        }
    }

    private static String newKey(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key) + "\n";
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    /** @throws UnusableKey when the file holds no key, or others can read it */
    static SecretKey read(Path file) {
        try {
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new UnusableKey(
                        "The key file " + file + " can be read by others: make it yours alone with chmod 600", null);
            }
            return parse(Files.readString(file, StandardCharsets.US_ASCII), "The key file " + file);
        } catch (IOException e) {
            throw new UnusableKey("The key file " + file + " cannot be read: " + e, e);
        }
    }

    /** @param where how the sentence begins if this is no key */
    static SecretKey parse(String text, String where) {
        String sentence = where + " does not hold a key: " + KEY_BYTES + " bytes in base64 are expected";
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new UnusableKey(sentence, notBase64);
        }
        if (key.length != KEY_BYTES) {
            throw new UnusableKey(sentence, null);
        }
        return new SecretKeySpec(key, "AES");
    }
}
