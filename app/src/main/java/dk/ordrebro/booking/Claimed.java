package dk.ordrebro.booking;

import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.order.FulfillmentId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking this drain may work on, with its frozen draft.
 *
 * @param area of the draft, for the totals; null where its trail names none
 * @param claim which drain's claim it is; results of an older claim are not recorded
 * @param returnOf the delivery it takes back; null unless it does
 * @param takesAllBack whether nothing is left of that delivery, so that a draft of it can be taken away
 * @param approve whether a person asked for the document to be approved
 * @param insteadOf the document that was gone, and that this one is made again instead of; null where there was none
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
        Instant lastSentAt,
        @Nullable FulfillmentId returnOf,
        boolean takesAllBack,
        boolean approve,
        @Nullable InvoiceId insteadOf) {}
