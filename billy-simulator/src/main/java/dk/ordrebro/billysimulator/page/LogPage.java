package dk.ordrebro.billysimulator.page;

import dk.ordrebro.billysimulator.admin.LogEntry;
import java.util.List;

/** The last requests of one company, newest first, each with what was sent and answered. */
final class LogPage {

    private static final int SHOWN = 100;

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
                    view.language().moment(entry.at()) + " · " + entry.micros() / 1000 + " ms",
                    "class",
                    "quiet");
            if (entry.fault() != null) {
                line.element("span", view.say("fault") + ": " + entry.fault(), "class", "state voided");
            }
        });
        if (!entry.request().isEmpty()) {
            details.element("pre", entry.request());
        }
        details.element("pre", entry.response());
    }
}
