package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.refusal.Refusal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Request bodies as JSON. */
final class Bodies {

    private static final Set<String> DUE = Set.of("POST", "PUT", "PATCH");
    private static final List<String> UPLOADS = List.of("files");
    private static final int DEEPEST_NESTING = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Bodies() {}

    /** The root object of a body, or null where none is due yet. */
    @Behaviour(
            value = "A POST or PUT without body and without Content-Type gets as far as the key check",
            known = Known.PROBED,
            where = "4")
    @Behaviour(value = "A body on GET or DELETE is not looked at", known = Known.GUESSED, where = "4")
    static @Nullable JsonNode read(ApiRequest request) {
        if (request.body() == null) {
            throw Refusal.tooLarge();
        }
        boolean upload = request.segments().equals(UPLOADS);
        boolean due = DUE.contains(request.method()) && !upload;
        boolean nothing = request.body().length == 0 && request.headers().contentType() == null;
        if (!due || nothing) {
            return null;
        }
        return object(request.body());
    }

    private static JsonNode object(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (JacksonException notJson) {
            throw Refusal.body();
        }
        throw Refusal.body();
    }

    /** The object under the root key of a resource. */
    static JsonNode record(@Nullable JsonNode body, String singular) {
        if (body == null) {
            throw Refusal.body();
        }
        JsonNode record = body.get(singular);
        if (record == null || !record.isObject()) {
            throw Refusal.rootKey(singular);
        }
        return record;
    }
}
