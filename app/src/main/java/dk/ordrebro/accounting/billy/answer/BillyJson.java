package dk.ordrebro.accounting.billy.answer;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Billy's dialect of JSON: every number a decimal, unknown keys passed over. */
public final class BillyJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private BillyJson() {}

    /** Empty when it is no JSON object, is cut off or says things of the wrong kind. Text before the first brace is passed over: one client saw some. */
    public static Optional<BillyAnswer> read(String text) {
        int start = text.indexOf('{');
        if (start < 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(MAPPER.readValue(text.substring(start), BillyAnswer.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    public static byte[] write(ObjectNode body) {
        return MAPPER.writeValueAsBytes(body);
    }

    /** An empty record under its singular key, as every write wants it: {@code record} is the inner one. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ObjectNode wrap(String singular, ObjectNode fields) {
        return MAPPER.createObjectNode().set(singular, fields);
    }
}
