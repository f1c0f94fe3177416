package dk.ordrebro.booking;

import dk.ordrebro.accounting.InvoiceDraft;
import java.time.Instant;
import java.util.UUID;

/**
 * A booking this drain may work on, with its frozen draft.
 *
 * @param claim which drain's claim it is; results of an older claim are not recorded
 * @param suspect whether an earlier try may have made the document, so that it must be looked for first
 * @param lastSentAt when the last try began that may have made the document
 */
record Claimed(
        Booking booking, InvoiceDraft draft, UUID claim, Instant claimedAt, boolean suspect, Instant lastSentAt) {}
