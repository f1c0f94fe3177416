package dk.ordrebro.command.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the demo came to.
 *
 * @param orders orders and cancellations in the source
 * @param lines order lines taken in
 * @param refused documents and rows of the source that were not taken in, with the reason
 * @param documents what the company's bookings have become, this run's and earlier ones'
 * @param made documents made by this run
 * @param found documents of ours found in Billy
 * @param missing documents that should stand in Billy and do not
 * @param extra documents that stand in Billy and should not
 * @param difference sum of the absolute differences between Billy's amounts and ours, such as {@code DKK 0.00}
 * @param agrees whether missing = extra = 0 and the difference is zero
 * @param calls to Billy for this run's documents
 * @param took from reading the first order to the last document
 */
public record Summary(
        long orders,
        long lines,
        List<String> refused,
        Documents.Count documents,
        long made,
        long found,
        long missing,
        long extra,
        Map<String, BigDecimal> difference,
        boolean agrees,
        long calls,
        Duration took) {

    private static final int REFUSALS_SHOWN = 20;

    /** Whether all came in and is as it should be; documents that a person must decide on are. */
    public boolean isClean() {
        return agrees && documents.open() == 0 && refused.isEmpty();
    }

    /**
     * For a person.
     *
     * @param inWords what a reason's code means
     */
    public String asText(UnaryOperator<String> inWords) {
        List<String> text = new ArrayList<>();
        text.add(row("Orders", orders + ", with " + lines + " lines"));
        refused.stream().limit(REFUSALS_SHOWN).forEach(reason -> text.add("    not taken in: " + reason));
        if (refused.size() > REFUSALS_SHOWN) {
            text.add("    and " + (refused.size() - REFUSALS_SHOWN) + " more");
        }
        text.add(row("Fulfillments", documents.fulfillments()));
        text.add(row("Invoices", documents.invoices()));
        text.add(row("Credit notes", documents.creditNotes()));
        reasons(text, "Held for a person", documents.held(), inWords);
        reasons(text, "Nothing to book", documents.skipped(), inWords);
        if (documents.open() > 0) {
            text.add(row("Still under way", documents.open()));
        }
        text.add(row("Found in Billy", found));
        text.add(row("Missing", missing));
        text.add(row("Extra", extra));
        text.add(row("Difference", differenceAsText()));
        text.add(row(
                "Calls to Billy",
                calls + (made == 0 ? "" : ", " + perDocument() + " for each of " + made + " documents")));
        text.add(row("Time", seconds() + " s" + (made == 0 ? "" : ", " + perSecond() + " documents a second")));
        return String.join(System.lineSeparator(), text);
    }

    private static void reasons(
            List<String> text, String title, Map<String, Long> counts, UnaryOperator<String> inWords) {
        text.add(row(title, counts.values().stream().mapToLong(Long::longValue).sum()));
        counts.forEach((reason, count) -> text.add("    %6d  %s".formatted(count, inWords.apply(reason))));
    }

    private static String row(String title, Object value) {
        return "%-20s%s".formatted(title, value);
    }

    /** The same for programs; the names are part of the program's interface. */
    public Map<String, @Nullable Object> asJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("orders", orders);
        json.put("lines", lines);
        json.put("notTakenIn", refused);
        json.put("fulfillments", documents.fulfillments());
        json.put("invoices", documents.invoices());
        json.put("creditNotes", documents.creditNotes());
        json.put("held", documents.held());
        json.put("skipped", documents.skipped());
        json.put("open", documents.open());
        json.put("foundInBilly", found);
        json.put("missing", missing);
        json.put("extra", extra);
        json.put("difference", differenceAsText());
        json.put("clean", isClean());
        json.put("documentsMade", made);
        json.put("calls", calls);
        json.put("callsPerDocument", made == 0 ? null : perDocument());
        json.put("seconds", seconds());
        json.put("documentsPerSecond", made == 0 ? null : perSecond());
        return json;
    }

    private String differenceAsText() {
        BigDecimal all = difference.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) {
            return "0.00";
        }
        List<String> sums = new ArrayList<>();
        difference.forEach((currency, sum) -> sums.add(currency + " " + sum.toPlainString()));
        return String.join(", ", sums);
    }

    private BigDecimal seconds() {
        return BigDecimal.valueOf(took.toMillis(), 3).setScale(1, RoundingMode.HALF_UP);
    }

    private BigDecimal perDocument() {
        return BigDecimal.valueOf(calls).divide(BigDecimal.valueOf(made), 2, RoundingMode.HALF_UP);
    }

    private BigDecimal perSecond() {
        BigDecimal millis = BigDecimal.valueOf(Math.max(1, took.toMillis()));
        return BigDecimal.valueOf(made).movePointRight(3).divide(millis, 1, RoundingMode.HALF_UP);
    }
}
