package dk.ordrebro.proof;

import java.time.Instant;

/**
 * What the accounting program said of one day and shop when it was last asked. All sums are with VAT and signed.
 *
 * @param settled how many bookings had a document as we saw them then
 * @param expected their sum
 * @param documents our living documents found there, whatever their number should be
 * @param drafts how many of them are drafts there
 * @param invoiced sum of all of them
 * @param held sum of those whose booking is held
 * @param missing what should stand there and does not, or was handled without a booking
 * @param extra what stands there for one of our orders and should not
 * @param difference books less bookings
 * @param apart the same with every difference counted as positive, so that two of them cannot hide each other
 * @param vatApart VAT of the books less VAT of our drafts, where gross is equal and the VAT is rounded otherwise
 */
public record LedgerDay(
        long settled,
        Amounts expected,
        long documents,
        long drafts,
        Amounts invoiced,
        Amounts held,
        long missing,
        long extra,
        Amounts difference,
        Amounts apart,
        Amounts vatApart,
        Instant checkedAt) {}
