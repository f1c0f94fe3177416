package dk.ordrebro.access.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords as authenticator apps make them: RFC 6238 with SHA-1, 30 seconds and 6 digits. */
final class Totp {

    static final int DIGITS = 6;
    static final long STEP_SECONDS = 30;

    /** A phone's clock may be one step off, either way. */
    private static final int STEPS_OFF = 1;

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /**
     * The time step a code belongs to; empty for a wrong one.
     *
     * @param after steps up to this one are used and not taken again
     */
    static OptionalLong match(byte[] secret, String typed, Instant now, long after) {
        byte[] code = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        return LongStream.rangeClosed(step(now) - STEPS_OFF, step(now) + STEPS_OFF)
                .filter(step -> step > after)
                .filter(step ->
                        MessageDigest.isEqual(code(secret, step, DIGITS).getBytes(StandardCharsets.UTF_8), code))
                .findFirst();
    }

    /** The code of a time step, with leading zeros. */
    static String code(byte[] secret, long step, int digits) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0x0F;
        int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFF_FFFF;
        String all = "%010d".formatted(number);
        return all.substring(all.length() - digits);
    }

    private static byte[] hmac(byte[] secret, byte[] counter) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(counter);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA1", e);
        }
    }
}
