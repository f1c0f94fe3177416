package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.ReasonKind;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Lists that Shopify gives in pages. */
final class Connections {

    private Connections() {}

    /** All that is in it. A list with a page that was not read is not understood: something would be missing. */
    static Stream<JsonNode> nodes(JsonNode owner, String name) {
        JsonNode connection = owner.path(name);
        if (connection.path("pageInfo").path("hasNextPage").asBoolean(false)) {
            throw new Unclear(ReasonKind.SHOPIFY_INCOMPLETE, name);
        }
        return connection.path("nodes").values().stream();
    }
}
