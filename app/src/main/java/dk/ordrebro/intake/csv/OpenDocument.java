package dk.ordrebro.intake.csv;

import java.util.ArrayList;
import java.util.List;

/** A document whose last row is yet to come. Keeps no rows once it is known to be refused. */
final class OpenDocument {

    /** Most lines an order may have. */
    static final int MAX_LINES = 1_000;

    private static final int MAX_ROWS_LISTED = 1_000;
    private static final int MAX_FAULTS_LISTED = 20;

    private final String number;
    private final List<Item> items = new ArrayList<>();
    private final List<Long> rows = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private boolean refused;
    private long rowCount;
    private long bytes;

    /** @param refused known from the first reading, though the reason may still come */
    OpenDocument(String number, boolean refused) {
        this.number = number;
        this.refused = refused;
    }

    /** How much memory it takes, roughly. */
    long bytes() {
        return bytes;
    }

    void add(Item item) {
        row(item.row().number());
        if (rowCount == MAX_LINES + 1) {
            refuse(Fault.of(item.row().number(), Fault.Code.TOO_MANY_LINES, MAX_LINES));
        }
        if (!refused) {
            items.add(item);
            bytes += item.row().length();
        }
    }

    void add(ItemReader.Reading.Bad bad) {
        row(bad.row());
        bad.faults().forEach(this::refuse);
    }

    void refuse(Fault fault) {
        refused = true;
        items.clear();
        bytes = 0;
        if (faults.size() < MAX_FAULTS_LISTED) {
            faults.add(fault);
        }
    }

    private void row(long number) {
        rowCount++;
        if (rows.size() < MAX_ROWS_LISTED) {
            rows.add(number);
        }
    }

    Document close() {
        checkAgreement();
        if (!refused) {
            return new Document.Complete(number, List.copyOf(items));
        }
        List<Fault> why = faults.isEmpty() ? List.of(Fault.of(0, Fault.Code.BESIDE_UNREADABLE)) : faults;
        return new Document.Refused(new Refusal(number, rows, why), rowCount);
    }

    /** The time of day may differ, as it does where an order was typed in over the turn of a minute; who bought may not. */
    private void checkAgreement() {
        for (Item item : items) {
            Item first = items.getFirst();
            if (!Agreement.between(items, item)) {
                long otherRow = item.row().number();
                refuse(Fault.of(otherRow, Fault.Code.ROWS_DISAGREE, first.row().number(), otherRow));
                return;
            }
        }
    }
}
