package dk.ordrebro.booking;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.integration.AccountingIntegrationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where our documents stand in the books, read back from the ledger. Each change is told: an event, an entry in the trail, a webhook. */
public interface Standings {

    /**
     * Takes what a listing of the ledger showed. What it did not show is not gone by that: see {@link #look}. A reading older than what is
     * known already changes nothing.
     *
     * @param seen documents of this accounting integration; those that are not ours are passed over
     * @param readAt when the listing began
     * @return how many stand otherwise than before
     */
    int observe(CompanyId company, AccountingIntegrationId accounting, Collection<Invoice> seen, Instant readAt);

    /**
     * Reads the documents of these bookings in the ledger, one by one; bookings without a document and those under way are passed over. Only
     * so is a document found gone. Blocks; not to be called inside a transaction.
     *
     * @return why the accounting program could not be asked; empty when it answered
     */
    Optional<Problem> look(CompanyId company, List<BookingId> bookings);

    /** The same, soon and by itself: asked for when somebody looked at a document that may have changed. */
    void lookSoon(CompanyId company, BookingId booking);
}
