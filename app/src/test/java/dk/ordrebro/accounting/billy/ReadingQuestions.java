package dk.ordrebro.accounting.billy;

import dk.ordrebro.accounting.billy.RawBilly.Answer;
import java.util.List;
import java.util.TreeMap;

/** Asks what can be asked without writing anything. */
final class ReadingQuestions {

    private static final List<String> RUMOURED =
            List.of("taxRulesets", "units", "paymentTermsModes", "reports", "webhooks", "bankAccounts", "actionStream");

    private final RawBilly raw;

    ReadingQuestions(RawBilly raw) {
        this.raw = raw;
    }

    Finding ask(OpenQuestion question) {
        return switch (question) {
            case RATE_LIMIT -> rateLimit();
            case UNKNOWN_FILTERS -> unknownFilters();
            case WRONG_FILTER -> wrongFilter();
            case RUMOURED_ROUTES -> rumouredRoutes();
            default -> throw new IllegalArgumentException("Bug: more than reading is needed for " + question);
        };
    }

    /** Never provoked: a limit shows itself or it does not. */
    private Finding rateLimit() {
        return raw.throttled()
                .map(told -> Finding.of(
                        told.header().isPresent(),
                        "429 with Retry-After " + told.header().orElse("missing")))
                .orElseGet(() -> new Finding.Open("no 429 in " + raw.calls() + " calls; a limit is not provoked"));
    }

    private Finding unknownFilters() {
        Answer all = raw.get("/accounts?pageSize=2");
        Answer filtered = raw.get("/accounts?pageSize=2&ordrebroFindesIkke=1");
        boolean same = all.text("/meta/paging/total").equals(filtered.text("/meta/paging/total"));
        return Finding.of(
                filtered.status() == 200 && same,
                "an unknown filter gives " + filtered.error() + " and " + filtered.text("/meta/paging/total")
                        + " rows of " + all.text("/meta/paging/total"));
    }

    private Finding wrongFilter() {
        Answer answer = raw.get("/invoices?pageSize=1&state=paid");
        return Finding.of(answer.status() == 400, "state=paid gives " + answer.error());
    }

    private Finding rumouredRoutes() {
        var statuses = new TreeMap<String, Integer>();
        RUMOURED.forEach(route -> statuses.put(route, raw.get("/" + route).status()));
        return Finding.of(
                statuses.values().stream().allMatch(status -> status == 404 || status == 405), statuses.toString());
    }
}
