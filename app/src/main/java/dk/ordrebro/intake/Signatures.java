package dk.ordrebro.intake;

import dk.ordrebro.integration.Secret;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** Judges signatures over bytes as they were received, in constant time. */
public final class Signatures {

    private Signatures() {}

    /**
     * Whether a signature is an HMAC-SHA256 of these bytes by any of the secrets.
     *
     * @param base64 as it stands in the header; what is no base64 is wrong
     */
    public static boolean proves(byte[] signed, String base64, List<Secret> secrets) {
        byte[] given;
        try {
            given = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException _) {
            return false;
        }
        return proves(signed, given, secrets);
    }

    /** The same for a signature that is already decoded. */
    public static boolean proves(byte[] signed, byte[] signature, List<Secret> secrets) {
        boolean proven = false;
        for (Secret secret : secrets) {
            if (!secret.reveal().isEmpty()) {
                byte[] ours = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret.reveal()).hmac(signed);
                proven |= MessageDigest.isEqual(ours, signature);
            }
        }
        return proven;
    }
}
