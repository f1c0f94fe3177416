package dk.ordrebro.booking;

import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.enrichment.Area;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking this drain may work on, with its frozen draft.
 *
 * @param area of the draft, for the totals; null where its trail names none
 * @param claim which drain's claim it is; results of an older claim are not recorded
 * @param suspect whether an earlier try may have made the document, so that it must be looked for first
 * @param lastSentAt when the last try began that may have made the document
 */
public record Claimed(
        Booking booking,
        InvoiceDraft draft,
        @Nullable Area area,
        UUID claim,
        Instant claimedAt,
        boolean suspect,
        Instant lastSentAt) {}
