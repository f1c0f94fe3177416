package dk.ordrebro.intake.vendure;

import dk.ordrebro.intake.http.Pace;
import dk.ordrebro.intake.http.ShopAnswer;
import dk.ordrebro.intake.http.ShopHttp;
import dk.ordrebro.intake.http.ShopRequest;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.intake.http.ShopUnavailable.Code;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Raw;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks Vendure's Admin API. Signs in when it has to, and once more when a session has run out. */
final class VendureApi {

    /** Vendure names no limit; a shop's own traffic comes first. */
    private static final Pace PACE = Pace.perSecond(5);

    private static final String TOKEN_HEADER = "vendure-auth-token";

    private static final String LOGIN = """
            mutation ($user: String!, $password: String!) {
              login(username: $user, password: $password) {
                __typename
                ... on ErrorResult { errorCode message }
              }
            }""";

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ShopHttp http;
    private final Map<OrderIntegrationId, Session> sessions = new ConcurrentHashMap<>();

    VendureApi(ShopHttp http) {
        this.http = http;
    }

    /** A session holds only for what it was opened with: after a change of user or password another is opened. */
    private record Session(Secret token, String user, Secret password, String api) {

        boolean isOf(ShopConnection connection) {
            return user.equals(connection.setting(Fields.USER))
                    && api.equals(connection.setting(Fields.API))
                    && password.equals(VendureApi.password(connection));
        }
    }

    /**
     * Asks, and gives the answer's {@code data}.
     *
     * @throws ShopUnavailable when it did not come, or came with errors
     */
    JsonNode ask(ShopConnection connection, String query, ObjectNode variables) {
        Session session = sessions.get(connection.integration());
        if (session != null && session.isOf(connection)) {
            Answer answer = ask(connection, session.token(), query, variables);
            if (!answer.isForbidden()) {
                return answer.data();
            }
        }
        return ask(connection, signIn(connection).token(), query, variables).data();
    }

    private Session signIn(ShopConnection connection) {
        Secret password = password(connection);
        ObjectNode who = JSON.createObjectNode()
                .put("user", connection.setting(Fields.USER))
                .put("password", password.reveal());
        ShopAnswer answer = send(connection, request(connection, LOGIN, who).hiding(password));
        JsonNode login = new Answer(read(answer)).data().path("login");
        if (!login.path("__typename").asString("").equals("CurrentUser")) {
            throw new ShopUnavailable(
                    Code.KEY_REFUSED,
                    login.path("errorCode").asString("") + " "
                            + login.path("message").asString(""));
        }
        Secret token = answer.header(TOKEN_HEADER)
                .map(Secret::new)
                .orElseThrow(() -> new ShopUnavailable(Code.ODD_ANSWER, "no " + TOKEN_HEADER + " after signing in"));
        Session session = new Session(token, connection.setting(Fields.USER), password, connection.setting(Fields.API));
        sessions.put(connection.integration(), session);
        return session;
    }

    private Answer ask(ShopConnection connection, Secret token, String query, ObjectNode variables) {
        return new Answer(
                read(send(connection, request(connection, query, variables).bearer(token))));
    }

    private static ShopRequest request(ShopConnection connection, String query, ObjectNode variables) {
        ObjectNode body = JSON.createObjectNode().put("query", query);
        body.set("variables", variables);
        ShopRequest request = ShopRequest.send(
                "POST", URI.create(connection.setting(Fields.API)), Raw.of(JSON.writeValueAsBytes(body)));
        String channel = connection.setting(Fields.CHANNEL);
        return channel.isEmpty() ? request : request.with("vendure-token", channel);
    }

    private ShopAnswer send(ShopConnection connection, ShopRequest request) {
        return http.send(connection.integration(), PACE, request);
    }

    /** Errors of GraphQL come with status 200, or 400 when the question is not understood. */
    private static JsonNode read(ShopAnswer answer) {
        if (!answer.isGood() && answer.status() != 400) {
            throw answer.refusal();
        }
        try {
            JsonNode body = JSON.readTree(answer.body().bytes());
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException _) {
            // No JSON at all: said below, with what came instead.
        }
        throw new ShopUnavailable(Code.ODD_ANSWER, answer.status() + " " + answer.excerpt());
    }

    private static Secret password(ShopConnection connection) {
        return connection.secret(Fields.PASSWORD).orElse(new Secret(""));
    }

    /** The body of a GraphQL answer. */
    private record Answer(JsonNode body) {

        boolean isForbidden() {
            return error().path("extensions").path("code").asString("").equals("FORBIDDEN");
        }

        JsonNode data() {
            if (isForbidden()) {
                throw new ShopUnavailable(
                        Code.KEY_REFUSED, error().path("message").asString("FORBIDDEN"));
            }
            if (!error().isMissingNode()) {
                throw new ShopUnavailable(
                        Code.ODD_ANSWER, error().path("message").asString("an error without a message"));
            }
            return body.path("data");
        }

        private JsonNode error() {
            return body.path("errors").path(0);
        }
    }
}
