package dk.ordrebro.intake.csv;

import java.util.List;

/** What the file says under one number, once all rows of it are read. */
sealed interface Document {

    /** Every row was understood, and they agree. */
    record Complete(String number, List<Item> items) implements Document {

        /** Roughly what it takes in memory. */
        long bytes() {
            return items.stream().mapToLong(item -> item.row().length()).sum();
        }

        /** Takes back what was sold earlier: named like a cancellation, and nothing but negative quantities. */
        boolean isCancellation(CsvLayout layout) {
            String prefix = layout.cancellationPrefix();
            return !prefix.isEmpty()
                    && number.startsWith(prefix)
                    && items.stream().allMatch(item -> item.quantity().signum() < 0);
        }
    }

    /**
     * Not to be taken in.
     *
     * @param rowCount how many rows it has; the refusal may list fewer
     */
    record Refused(Refusal refusal, long rowCount) implements Document {}
}
