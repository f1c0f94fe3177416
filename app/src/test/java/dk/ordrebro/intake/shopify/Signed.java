package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.WebhookRequest;
import dk.ordrebro.order.Raw;
import java.util.Map;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** A webhook as Shopify signs it. */
public final class Signed {

    private Signed() {}

    public static Map<String, String> headers(String secret, String topic, byte[] body) {
        String signature = Base64.encodeBase64String(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmac(body));
        return Map.of("x-shopify-topic", topic, "x-shopify-hmac-sha256", signature);
    }

    static WebhookRequest by(String secret, String topic, Raw body) {
        return new WebhookRequest(headers(secret, topic, body.bytes()), body);
    }
}
