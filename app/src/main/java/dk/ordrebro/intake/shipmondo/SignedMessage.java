package dk.ordrebro.intake.shipmondo;

import dk.ordrebro.intake.Signatures;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.order.Raw;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The body of a webhook: {@code {"data": "header.payload.signature"}}, a JWS signed with HS256 and the webhook's key
 * ({@code docs/reference/shipmondo.md} 14). Keys may be shorter than JWT libraries allow, hence by hand.
 */
final class SignedMessage {

    private static final Pattern COMPACT = Pattern.compile("([\\w-]+)\\.([\\w-]+)\\.([\\w-]+)=*");

    private SignedMessage() {}

    /** What was signed; empty when it is not signed, not with HS256, or with none of these keys. */
    static Optional<Told> open(Raw body, List<Secret> keys) {
        try {
            String compact = new Told(Told.MAPPER.readTree(body.bytes())).text("data");
            var parts = COMPACT.matcher(compact);
            if (!parts.matches() || !isHs256(decode(parts.group(1)))) {
                return Optional.empty();
            }
            byte[] signed = (parts.group(1) + "." + parts.group(2)).getBytes(StandardCharsets.US_ASCII);
            boolean proven = Signatures.proves(signed, decode(parts.group(3)), keys);
            return proven ? Optional.of(payload(decode(parts.group(2)))) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isHs256(byte[] header) {
        return new Told(Told.MAPPER.readTree(header)).text("alg").equals("HS256");
    }

    /** Older ones are a JSON text that holds JSON. */
    private static Told payload(byte[] json) {
        JsonNode once = Told.MAPPER.readTree(json);
        return new Told(once.isString() ? Told.MAPPER.readTree(once.stringValue()) : once);
    }

    private static byte[] decode(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }
}
