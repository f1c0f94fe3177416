package dk.ordrebro.integration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals secrets for the database with AES-256-GCM: version byte, nonce, ciphertext with tag.
 * What a secret belongs to is sealed in with it, so that a sealed key moved to another row does not open there.
 */
public final class Seal {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String ALGORITHM = "AES/GCM/NoPadding";

    private final SecretKey key;
    private final SecureRandom random;

    Seal(SecretKey key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /**
     * Seals a secret to its row.
     *
     * @param belongsTo the row it is for; the same words open it again
     */
    public byte[] close(Secret secret, String belongsTo) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, bytes(secret.reveal()), belongsTo);
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Opens what was sealed to this row.
     *
     * @throws SealBroken when key, row or content is not what it was
     */
    public Secret open(byte[] sealed, String belongsTo) {
        if (sealed.length <= NONCE_BYTES || sealed[0] != VERSION) {
            throw new SealBroken(belongsTo, new GeneralSecurityException("not a seal of version " + VERSION));
        }
        ByteBuffer parts = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] content = new byte[parts.remaining()];
        parts.get(content);
        return new Secret(new String(run(Cipher.DECRYPT_MODE, nonce, content, belongsTo), StandardCharsets.UTF_8));
    }

    private byte[] run(int mode, byte[] nonce, byte[] content, String belongsTo) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bytes(belongsTo));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException broken) {
            throw new SealBroken(belongsTo, broken);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
