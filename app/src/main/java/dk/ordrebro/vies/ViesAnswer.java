package dk.ordrebro.vies;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an answer of the service. Only a whole answer about the very number that was asked for is a yes or a no. */
final class ViesAnswer {

    static final String OUR_NUMBER_REFUSED = "INVALID_REQUESTER_INFO";

    /** What a member state that tells no name answers instead. */
    private static final String UNTOLD = "---";

    private static final int EXCERPT = 80;
    private static final int LONGEST_TEXT = 500;

    private static final JsonMapper JSON = JsonMapper.shared();

    private ViesAnswer() {}

    static Reply read(int status, String body, VatNumber asked) {
        JsonNode answer = parse(body);
        String error = answer == null ? null : error(answer);
        if (error != null) {
            return new Reply.NotTold(obstacle(error), error);
        }
        if (status != 200) {
            return new Reply.NotTold(status >= 500 ? Obstacle.UNREACHABLE : unexpected(status), "status " + status);
        }
        if (answer == null || !answer.path("valid").isBoolean() || !isAbout(answer, asked)) {
            return new Reply.NotTold(Obstacle.ODD_ANSWER, excerpt(body));
        }
        return new Reply.Told(
                answer.path("valid").booleanValue(),
                text(answer, "name"),
                text(answer, "address"),
                text(answer, "requestIdentifier"));
    }

    private static @Nullable JsonNode parse(String body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read.isObject() ? read : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    /** The service's code for what went wrong; null where nothing did. {@code userError} is an older shape's, and says VALID too. */
    private static @Nullable String error(JsonNode answer) {
        JsonNode wrapped = answer.path("errorWrappers").path(0).path("error");
        if (wrapped.isString()) {
            return wrapped.stringValue();
        }
        JsonNode user = answer.path("userError");
        if (user.isString() && !user.stringValue().matches("|VALID|INVALID")) {
            return user.stringValue();
        }
        JsonNode succeeded = answer.path("actionSucceed");
        return succeeded.isBoolean() && !succeeded.booleanValue() ? "without a code" : null;
    }

    /** The codes of the service's own list; one that is new is not understood, and never a no. */
    private static Obstacle obstacle(String error) {
        return switch (error) {
            case "SERVICE_UNAVAILABLE", "TIMEOUT", "SERVER_BUSY" -> Obstacle.UNREACHABLE;
            case "MS_UNAVAILABLE" -> Obstacle.COUNTRY_AWAY;
            case "GLOBAL_MAX_CONCURRENT_REQ",
                    "GLOBAL_MAX_CONCURRENT_REQ_TIME",
                    "MS_MAX_CONCURRENT_REQ",
                    "MS_MAX_CONCURRENT_REQ_TIME" -> Obstacle.BUSY;
            case "VAT_BLOCKED", "IP_BLOCKED" -> Obstacle.BLOCKED;
            default -> Obstacle.ODD_ANSWER;
        };
    }

    private static Obstacle unexpected(int status) {
        return switch (status) {
            case 429 -> Obstacle.BUSY;
            case 401, 403 -> Obstacle.BLOCKED;
            default -> Obstacle.ODD_ANSWER;
        };
    }

    private static boolean isAbout(JsonNode answer, VatNumber asked) {
        return answer.path("countryCode").asString("").equals(asked.country())
                && answer.path("vatNumber").asString("").equals(asked.digits());
    }

    private static @Nullable String text(JsonNode answer, String field) {
        String text = answer.path(field).asString("").strip();
        return text.isEmpty() || text.equals(UNTOLD) ? null : text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    private static String excerpt(String body) {
        String text = body.replaceAll("\\s+", " ");
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }
}
