package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.http.Pace;
import dk.ordrebro.intake.http.ShopAnswer;
import dk.ordrebro.intake.http.ShopHttp;
import dk.ordrebro.intake.http.ShopRequest;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.intake.http.ShopUnavailable.Code;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Raw;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Asks Shopify in GraphQL. It counts the cost of questions instead of their number: a bucket of points that fills again by so many a second, told
 * with every answer. What went wrong stands in the body, usually with status 200.
 */
final class ShopifyCalls {

    private static final Pace AS_FAST_AS_POINTS_ALLOW = new Pace(Duration.ZERO);
    private static final Duration WITHOUT_A_RATE = Duration.ofSeconds(2);

    private final ShopHttp http;
    private final ShopifyTokens tokens;
    private final Documents documents = new Documents();

    ShopifyCalls(ShopHttp http, ShopifyTokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    /**
     * An answer without errors.
     *
     * @param raw as received
     */
    record Answer(JsonNode root, Raw raw) {

        JsonNode data() {
            return root.path("data");
        }
    }

    Answer ask(ShopConnection connection, String operation, Map<String, ?> variables) {
        Raw body = Json.write(Json.MAPPER.valueToTree(
                Map.of("query", documents.of(operation), "operationName", operation, "variables", variables)));
        Answer answer = sendAndRead(connection, body);
        if (isThrottled(answer.root)) {
            // the silence it asked for is kept before the next request; a long one is refused there
            answer = sendAndRead(connection, body);
        }
        refuseErrors(answer.root);
        return answer;
    }

    private Answer sendAndRead(ShopConnection connection, Raw body) {
        ShopAnswer answer = sendWithLivingToken(connection, body);
        if (!answer.isGood()) {
            throw answer.refusal();
        }
        JsonNode root = Json.readIfJson(answer.body())
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new ShopUnavailable(Code.ODD_ANSWER, "no JSON: " + answer.excerpt()));
        keepWithinPoints(connection, root.path("extensions").path("cost"));
        return new Answer(root, answer.body());
    }

    private static boolean isThrottled(JsonNode root) {
        return codeOf(root.path("errors")).equals("THROTTLED");
    }

    private static String codeOf(JsonNode errors) {
        return errors.path(0).path("extensions").path("code").asString("");
    }

    /** A token may end before its time, when the app is installed anew. */
    private ShopAnswer sendWithLivingToken(ShopConnection connection, Raw body) {
        ShopAnswer answer = send(connection, body);
        return answer.status() == 401 && tokens.forget(connection) ? send(connection, body) : answer;
    }

    private ShopAnswer send(ShopConnection connection, Raw body) {
        Secret token = tokens.token(connection);
        return http.send(
                connection.integration(),
                AS_FAST_AS_POINTS_ALLOW,
                ShopRequest.send("POST", ShopifyFields.api(connection), body).with("X-Shopify-Access-Token", token));
    }

    /** The next question will cost about as much as this one. */
    private void keepWithinPoints(ShopConnection connection, JsonNode cost) {
        Duration wait = untilAffordable(cost);
        if (wait.isPositive()) {
            http.pause(connection.integration(), wait);
        }
    }

    private static Duration untilAffordable(JsonNode cost) {
        JsonNode status = cost.path("throttleStatus");
        BigDecimal missing = cost.path("requestedQueryCost")
                .asDecimal(BigDecimal.ZERO)
                .subtract(status.path("currentlyAvailable").asDecimal(BigDecimal.valueOf(Long.MAX_VALUE)));
        BigDecimal perSecond = status.path("restoreRate").asDecimal(BigDecimal.ZERO);
        if (missing.signum() <= 0 || perSecond.signum() <= 0) {
            return Duration.ZERO;
        }
        return Duration.ofMillis(
                missing.movePointRight(3).divide(perSecond, 0, RoundingMode.UP).longValue());
    }

    private static void refuseErrors(JsonNode root) {
        JsonNode errors = root.path("errors");
        if (errors.isMissingNode() || errors.isNull() || (errors.isArray() && errors.isEmpty())) {
            return;
        }
        String code = codeOf(errors);
        String seen = errors.isArray()
                ? errors.values().stream()
                        .map(error -> error.path("message").asString(""))
                        .distinct()
                        .limit(3)
                        .collect(Collectors.joining("; "))
                : errors.asString("");
        switch (code) {
            case "THROTTLED" -> {
                Duration wait = untilAffordable(root.path("extensions").path("cost"));
                throw new ShopUnavailable(Code.THROTTLED, seen, wait.isPositive() ? wait : WITHOUT_A_RATE);
            }
            case "ACCESS_DENIED", "SHOP_INACTIVE" -> throw new ShopUnavailable(Code.KEY_REFUSED, code + ": " + seen);
            case "INTERNAL_SERVER_ERROR", "TIMEOUT" -> throw new ShopUnavailable(Code.BROKEN, code + ": " + seen);
            default -> throw new ShopUnavailable(Code.ODD_ANSWER, code + ": " + seen);
        }
    }
}
