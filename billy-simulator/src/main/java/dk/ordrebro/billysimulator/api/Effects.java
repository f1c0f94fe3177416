package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.books.Invoice;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.store.Change;
import dk.ordrebro.billysimulator.store.Company;
import java.util.Map;

/**
 * What a request did to the invoices, for the counters.
 *
 * @param duplicates invoices made although their type already stood under the same externalId
 */
public record Effects(int created, int approved, int duplicates, int deleted) {

    public static final Effects NONE = new Effects(0, 0, 0, 0);

    /** Call before the change is applied. */
    static Effects of(Company stored, Change change) {
        int created = 0;
        int approved = 0;
        int duplicates = 0;
        for (Row invoice :
                change.changed().getOrDefault(Invoice.SCHEMA, Map.of()).values()) {
            Row before = stored.find(Invoice.SCHEMA, invoice.id());
            if (before == null) {
                created++;
                duplicates += isDuplicate(stored, invoice) ? 1 : 0;
            }
            boolean wasApproved = before != null && before.has(Invoice.APPROVED_TIME);
            approved += invoice.has(Invoice.APPROVED_TIME) && !wasApproved ? 1 : 0;
        }
        int deleted = 0;
        if (change.deleted().containsKey(Invoice.SCHEMA)) {
            for (String id : change.deleted().get(Invoice.SCHEMA)) {
                deleted += stored.find(Invoice.SCHEMA, id) == null ? 0 : 1;
            }
        }
        return new Effects(created, approved, duplicates, deleted);
    }

    private static boolean isDuplicate(Company stored, Row invoice) {
        String reference = invoice.get(Invoice.EXTERNAL_ID);
        return reference != null
                && stored.having(Invoice.SCHEMA, Invoice.EXTERNAL_ID, reference).stream()
                        .anyMatch(other -> other.is(Invoice.TYPE, invoice.need(Invoice.TYPE)));
    }
}
