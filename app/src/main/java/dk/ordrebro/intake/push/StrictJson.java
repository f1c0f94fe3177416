package dk.ordrebro.intake.push;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON to tree and back, every number a decimal, with a limit on everything. */
final class StrictJson {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_NAME = 200;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNameLength(MAX_NAME)
                            .maxStringLength(PushOrders.MAX_BYTES)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Read so that it can be refused by the path of the field it stands in.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** The library tells where an object began even when it has been told to keep such places to itself. */
    private static final Pattern WHERE_IT_BEGAN = Pattern.compile("\\s*\\(start marker at .*\\)", Pattern.DOTALL);

    private StrictJson() {}

    /** Throws {@link JacksonException} where the bytes are no JSON or pass a limit. */
    static JsonNode read(byte[] body) {
        return MAPPER.readTree(body);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String print(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** The library's own words and the place, without the piece of the body it likes to quote. */
    static String whyBroken(JacksonException broken) {
        TokenStreamLocation place = broken.getLocation();
        String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return "not readable as JSON" + where + ": "
                + WHERE_IT_BEGAN.matcher(broken.getOriginalMessage()).replaceAll("");
    }
}
