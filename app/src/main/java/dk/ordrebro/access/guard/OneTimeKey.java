package dk.ordrebro.access.guard;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a link in a letter carries: 256 random bits, of which only the hash is stored.
 *
 * @param text as it stands in the link
 */
public record OneTimeKey(String text) {

    private static final int BYTES = 32;

    public static OneTimeKey random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new OneTimeKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public byte[] hash() {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "OneTimeKey[…]";
    }
}
