package dk.ordrebro.billysimulator.admin;

import dk.ordrebro.billysimulator.fault.Effect;
import dk.ordrebro.billysimulator.fault.FaultRule;
import dk.ordrebro.billysimulator.fault.Faults;
import dk.ordrebro.billysimulator.store.Deviation;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Fault rules at the admin door: {@code {"company":"…","route":"POST /invoices","after":2,"times":1,"probability":0.5,
 * "effect":"loseAnswer"}}, with the numbers of the effect beside them.
 */
final class FaultJson {

    private FaultJson() {}

    static FaultRule read(JsonNode body) {
        JsonNode company = body.path("company");
        return FaultRule.on(body.path("route").asString("*"), effect(body))
                .withOrganization(company.isString() ? company.stringValue() : null)
                .withAfter(body.path("after").asInt(0))
                .withTimes(body.path("times").asInt(0))
                .withProbability(body.path("probability").asDouble(1));
    }

    private static Effect effect(JsonNode body) {
        String name = body.path("effect").asString("");
        return switch (name) {
            case "latency" -> new Effect.Latency(delay(body), false);
            case "answerLate" -> new Effect.Latency(delay(body), true);
            case "status" -> status(body);
            case "html" -> new Effect.Html(body.path("status").asInt(502));
            case "rateLimit" ->
                new Effect.RateLimit(
                        body.path("capacity").asInt(1), body.path("perSecond").asInt(1));
            case "resetBefore" -> new Effect.ResetBefore();
            case "loseAnswer" -> new Effect.LoseAnswer();
            case "halfBody" -> new Effect.HalfBody();
            case "drip" -> new Effect.Drip(body.path("millisPerByte").asLong(0));
            case "totalsOff" -> new Effect.Deviate(Deviation.TOTALS_OFF);
            case "vatPerLine" -> new Effect.Deviate(Deviation.VAT_PER_LINE);
            case "vatPerRate" -> new Effect.Deviate(Deviation.VAT_PER_RATE);
            case "otherRate" -> new Effect.Deviate(Deviation.OTHER_RATE);
            case "ignoreFilters" -> new Effect.Deviate(Deviation.IGNORE_FILTERS);
            case "lockPeriod" ->
                new Effect.LockPeriod(LocalDate.parse(body.path("lastLockedDay").asString("")));
            default -> throw new IllegalArgumentException("no effect " + name);
        };
    }

    private static Effect.Delay delay(JsonNode body) {
        if (body.has("meanMillis")) {
            return new Effect.Delay.Exponential(body.path("meanMillis").asLong(0));
        }
        if (body.has("mostMillis")) {
            return new Effect.Delay.Uniform(
                    body.path("leastMillis").asLong(0), body.path("mostMillis").asLong(0));
        }
        return new Effect.Delay.Fixed(body.path("millis").asLong(0));
    }

    private static Effect status(JsonNode body) {
        int status = body.path("status").asInt(500);
        String usual = switch (status) {
            case 401 -> "OAUTH_INVALID_ACCESS_TOKEN";
            case 429 -> "TOO_MANY_REQUESTS";
            default -> "INTERNAL_ERROR";
        };
        Integer retryAfter =
                body.has("retryAfterSeconds") ? body.path("retryAfterSeconds").asInt(1) : null;
        return new Effect.Status(status, body.path("errorCode").asString(usual), retryAfter);
    }

    static Map<String, @Nullable Object> shown(Faults.Ordered ordered) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", ordered.id());
        shown.put("company", ordered.rule().organizationId());
        shown.put("route", ordered.rule().route());
        shown.put("after", ordered.rule().after());
        shown.put("times", ordered.rule().times());
        shown.put("probability", ordered.rule().probability());
        shown.put("effect", ordered.rule().effect().name());
        shown.put("hits", ordered.hits());
        return shown;
    }
}
