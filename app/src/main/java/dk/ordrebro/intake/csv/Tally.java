package dk.ordrebro.intake.csv;

import dk.ordrebro.order.Orders.Kept;
import java.util.ArrayList;
import java.util.List;

/** Counts while an import runs. */
final class Tally {

    private static final int MAX_REFUSALS_LISTED = 1_000;

    private final String file;
    private final List<Refusal> refusals = new ArrayList<>();
    private long rows;
    private long orders;
    private long lines;
    private long added;
    private long changed;
    private long unchanged;
    private long fulfillments;
    private long cancellations;
    private long matchedCancellations;
    private long returns;
    private long refusedOrders;
    private long refusedRows;

    Tally(String file) {
        this.file = file;
    }

    void rows(long count) {
        rows = count;
    }

    void refused(Document.Refused document) {
        refusedRows += document.rowCount();
        if (!document.refusal().order().isEmpty()) {
            orders++;
            refusedOrders++;
        }
        if (refusals.size() < MAX_REFUSALS_LISTED) {
            refusals.add(document.refusal());
        }
    }

    void read(Document.Complete document, boolean cancellation) {
        orders++;
        lines += document.items().size();
        cancellations += cancellation ? 1 : 0;
    }

    void kept(List<Kept> kept) {
        for (Kept one : kept) {
            switch (one.fate()) {
                case NEW -> added++;
                case CHANGED -> changed++;
                case UNCHANGED -> unchanged++;
            }
        }
    }

    void delivered(int count) {
        fulfillments += count;
    }

    void returned(int count) {
        matchedCancellations++;
        returns += count;
    }

    boolean hasCancellations() {
        return cancellations > 0;
    }

    CsvReport report() {
        return report(true, refusals);
    }

    /** Of a file that could not be read to its end. */
    CsvReport unreadable(Fault fault) {
        List<Refusal> all = new ArrayList<>(List.of(new Refusal("", List.of(), List.of(fault))));
        all.addAll(refusals);
        return report(false, all);
    }

    private CsvReport report(boolean readable, List<Refusal> refused) {
        return new CsvReport(
                file,
                rows,
                orders,
                lines,
                added,
                changed,
                unchanged,
                fulfillments,
                cancellations,
                matchedCancellations,
                returns,
                refusedOrders,
                refusedRows,
                refused,
                readable);
    }
}
