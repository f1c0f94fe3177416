package dk.ordrebro.webhook;

import dk.ordrebro.integration.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** The header that proves a message: {@code t=<seconds>,v1=<hex>}, an HMAC-SHA256 over the time, a full stop and the body. */
final class Signature {

    static final String HEADER = "Ordrebro-Signature";

    private Signature() {}

    /** The time is signed too, so that whoever listens can turn away an old message that is sent again. */
    static String of(byte[] body, Secret secret, Instant at) {
        byte[] time = (at.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII);
        byte[] signed = ByteBuffer.allocate(time.length + body.length)
                .put(time)
                .put(body)
                .array();
        String hex = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret.reveal()).hmacHex(signed);
        return "t=" + at.getEpochSecond() + ",v1=" + hex;
    }
}
