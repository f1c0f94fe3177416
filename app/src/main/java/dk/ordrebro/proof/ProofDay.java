package dk.ordrebro.proof;

import dk.ordrebro.integration.OrderIntegrationId;
import java.time.LocalDate;

/**
 * One day of one shop: what was handled, what we booked, what stands in the accounting program.
 *
 * @param day of the fulfillments in Copenhagen, which is the invoice date
 * @param handled fulfillments, deliveries and returns together
 * @param settled bookings whose document was made and checked
 * @param waiting bookings under way
 * @param held bookings a person must decide on
 * @param skipped bookings of which there is nothing to book
 * @param invoices our documents found in the accounting program, whatever their number should be
 * @param missing what should stand there and does not, or was handled without a booking
 * @param extra what stands there under one of our references and should not
 * @param invoiced gross of the documents found, credit notes negative
 * @param difference sum of the absolute differences of gross between document and booking
 */
public record ProofDay(
        LocalDate day,
        OrderIntegrationId shop,
        int handled,
        int settled,
        int waiting,
        int held,
        int skipped,
        int invoices,
        int missing,
        int extra,
        Amounts invoiced,
        Amounts difference) {

    public boolean agrees() {
        return missing == 0 && extra == 0 && difference.isZero();
    }
}
