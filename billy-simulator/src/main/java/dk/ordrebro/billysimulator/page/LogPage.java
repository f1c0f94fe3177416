package dk.ordrebro.billysimulator.page;

import dk.ordrebro.billysimulator.admin.LogEntry;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The last requests of one company, newest first, each with what was sent and answered. */
final class LogPage {

    private static final int SHOWN = 100;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private LogPage() {}

    static void show(Html html, View view, List<LogEntry> entries) {
        List<LogEntry> own = entries.reversed().stream()
                .filter(entry -> view.company().id().equals(entry.companyId()))
                .limit(SHOWN)
                .toList();
        if (own.isEmpty()) {
            html.element("p", view.say("log.none"), "class", "empty");
        }
        own.forEach(entry -> html.element("details", details -> entry(details, view, entry), "class", "call"));
    }

    private static void entry(Html details, View view, LogEntry entry) {
        details.element("summary", line -> {
            String kind = entry.status() >= 200 && entry.status() < 300 && entry.fault() == null ? "good" : "bad";
            line.element(
                    "span", entry.status() == 0 ? "–" : Integer.toString(entry.status()), "class", "status " + kind);
            line.element("code", entry.method() + " " + entry.target());
            line.element(
                    "span",
                    view.language().moment(entry.at()) + " · " + view.language().millis(entry.micros()),
                    "class",
                    "quiet");
            if (entry.fault() != null) {
                line.element("span", view.say("fault") + ": " + entry.fault(), "class", "state voided");
            }
        });
        body(details, view.say("log.request"), entry.request());
        body(details, view.say("log.response"), entry.response());
    }

    /** Laid out where it is whole, and as it came where it is not. */
    private static void body(Html details, String heading, String body) {
        if (body.isEmpty()) {
            return;
        }
        details.element("p", heading, "class", "quiet");
        details.element("pre", laidOut(body));
    }

    private static String laidOut(String body) {
        try {
            return JSON.writeValueAsString(JSON.readTree(body));
        } catch (JacksonException notWhole) {
            return body;
        }
    }
}
