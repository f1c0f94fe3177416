package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.order.Raw;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON to tree and back, every number a decimal. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    static JsonNode read(Raw raw) {
        return MAPPER.readTree(raw.bytes());
    }

    static Optional<JsonNode> readIfJson(Raw raw) {
        try {
            return Optional.ofNullable(MAPPER.readTree(raw.bytes()));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    static Raw write(JsonNode node) {
        return Raw.of(MAPPER.writeValueAsBytes(node));
    }

    /** For changing what was read in place. */
    static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new ShopUnavailable(ShopUnavailable.Code.ODD_ANSWER, "an object is missing in the answer");
    }

    /** Null where nothing is said: no field, null or blanks. */
    static @Nullable String text(JsonNode node, String field) {
        String text = node.path(field).asString("").strip();
        return text.isEmpty() ? null : text;
    }

    /** The text of a field that Shopify's schema says is always there. */
    static String required(JsonNode node, String field) {
        String text = text(node, field);
        if (text == null) {
            throw new IllegalStateException("There is no " + field);
        }
        return text;
    }

    /** A whole number that Shopify's schema says is always there. */
    static int count(JsonNode node, String field) {
        if (!node.path(field).isIntegralNumber()) {
            throw new IllegalStateException("There is no count " + field);
        }
        return node.path(field).intValue();
    }

    /** A yes or no that Shopify's schema says is always there. */
    static boolean flag(JsonNode node, String field) {
        if (!node.path(field).isBoolean()) {
            throw new IllegalStateException("There is no " + field);
        }
        return node.path(field).booleanValue();
    }

    /** What follows the last stroke of a global id such as {@code gid://shopify/Order/1}: the id its webhooks use. */
    static String idIn(String globalId) {
        int query = globalId.indexOf('?');
        String path = query < 0 ? globalId : globalId.substring(0, query);
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
