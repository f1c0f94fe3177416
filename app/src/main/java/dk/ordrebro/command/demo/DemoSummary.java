package dk.ordrebro.command.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a demo run came to.
 *
 * @param orders in the shop's books with us, cancellations that became orders of their own among them
 * @param lines order lines that came in
 * @param returns documents that take back, linked to the order they were sold on or not
 * @param refused orders of the file that could not be read, by reason
 * @param invoices settled with us
 * @param creditNotes settled with us
 * @param held documents a person must decide on, by reason in words
 * @param skipped documents of which there is nothing to book, by reason in words
 * @param unfinished documents still under way when waiting ended; 0 after a whole run
 * @param found documents of this shop that stand in Billy
 * @param difference sum of the absolute differences of gross, by currency
 * @param booked documents settled in this run
 * @param calls to Billy while booking, in this run
 * @param callsPerDocument null when this run booked nothing
 * @param seconds from the first order read to the last document recorded
 * @param documentsPerSecond null when this run booked nothing
 */
public record DemoSummary(
        long orders,
        long lines,
        long fulfillments,
        long returns,
        Map<String, Long> refused,
        long invoices,
        long creditNotes,
        Map<String, Long> held,
        Map<String, Long> skipped,
        long unfinished,
        long found,
        long missing,
        long extra,
        String difference,
        boolean proofAgrees,
        long booked,
        long calls,
        @Nullable BigDecimal callsPerDocument,
        BigDecimal seconds,
        @Nullable BigDecimal documentsPerSecond) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Whether nothing is missing, nothing is extra, the difference is 0.00 and nothing is left under way. */
    public boolean agrees() {
        return proofAgrees && unfinished == 0;
    }

    public String json() {
        return JSON.writeValueAsString(this);
    }

    public String text() {
        List<String> text = new ArrayList<>();
        text.add("");
        row(text, "Orders", orders);
        row(text, "  lines", lines);
        row(text, "Fulfillments", fulfillments);
        row(text, "  of them cancellations", returns);
        row(text, "Invoices", invoices);
        row(text, "Credit notes", creditNotes);
        row(text, "Held for a person", sum(held));
        reasons(text, held);
        row(text, "Nothing to book", sum(skipped));
        reasons(text, skipped);
        row(text, "Refused in the file", sum(refused));
        reasons(text, refused);
        if (unfinished > 0) {
            row(text, "Still under way", unfinished);
        }
        text.add("");
        row(text, "Found in Billy", found);
        row(text, "  missing", missing);
        row(text, "  extra", extra);
        text.add(String.format("%-24s %12s", "  sum of differences", difference));
        text.add("");
        row(text, "Booked in this run", booked);
        row(text, "Calls to Billy", calls);
        figure(text, "  per document", callsPerDocument);
        figure(text, "Seconds", seconds);
        figure(text, "  documents per second", documentsPerSecond);
        text.add("");
        text.add(
                agrees()
                        ? "The proof agrees: nothing missing, nothing extra, no difference."
                        : "The proof does NOT agree.");
        return String.join("\n", text);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void row(List<String> text, String what, long count) {
        text.add(String.format("%-24s %,12d", what, count));
    }

    private static void figure(List<String> text, String what, @Nullable BigDecimal figure) {
        text.add(String.format("%-24s %12s", what, figure == null ? "-" : figure.toPlainString()));
    }

    private static void reasons(List<String> text, Map<String, Long> reasons) {
        reasons.forEach((reason, count) -> text.add(String.format("  %,8d × %s", count, reason)));
    }
}
