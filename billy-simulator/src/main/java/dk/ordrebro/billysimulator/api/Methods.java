package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.books.Resource;
import dk.ordrebro.billysimulator.books.Verb;
import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which methods a route is open to. */
final class Methods {

    private Methods() {}

    @Behaviour(value = "PUT /organization and DELETE of an organization answer 405", known = Known.PROBED, where = "4")
    static boolean isOpen(Route route, String method, @Nullable JsonNode body) {
        return switch (route) {
            case Route.OwnOrganization own -> method.equals("GET");
            case Route.User user -> method.equals("GET");
            case Route.Emails emails -> method.equals("POST");
            case Route.Upload upload -> true;
            case Route.Closed closed -> false;
            case Route.Collection(Resource resource) ->
                switch (method) {
                    case "GET" -> resource.allows(Verb.LIST);
                    case "POST" -> resource.allows(Verb.CREATE);
                    case "DELETE" -> resource.allows(Verb.DELETE);
                    case "PATCH" -> isEmptyBulk(resource, body);
                    default -> false;
                };
            case Route.One(Resource resource, String id) ->
                switch (method) {
                    case "GET" -> resource.allows(Verb.GET);
                    case "PUT" -> resource.allows(Verb.UPDATE);
                    case "DELETE" -> resource.allows(Verb.DELETE);
                    default -> false;
                };
        };
    }

    @Behaviour(
            value = "PATCH of a collection with an empty array answers 200 even without a key; any other PATCH 405",
            known = Known.PROBED,
            where = "4")
    private static boolean isEmptyBulk(Resource resource, @Nullable JsonNode body) {
        JsonNode sent = body == null ? null : body.get(resource.schema().plural());
        return sent != null && sent.isArray() && sent.isEmpty();
    }
}
