package dk.ordrebro.proof;

import dk.ordrebro.booking.BookingId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.OrderId;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something the comparison found wrong.
 *
 * @param reference of the document or booking; the order number where there is neither
 * @param booking what it is about; null where no booking knows of it
 * @param customer empty where nobody knows
 * @param amount with VAT, signed: what the books have more than they should; null where it is not about money
 * @param facts what the sentence on screen is filled with
 */
public record Finding(
        LocalDate day,
        OrderIntegrationId shop,
        Kind kind,
        String reference,
        @Nullable BookingId booking,
        @Nullable OrderId order,
        String orderNumber,
        String customer,
        @Nullable Money amount,
        List<String> facts) {

    public Finding {
        facts = List.copyOf(facts);
    }

    Finding of(String buyer) {
        return new Finding(day, shop, kind, reference, booking, order, orderNumber, buyer, amount, facts);
    }

    /** What can be wrong. */
    public enum Kind {
        /** Handled, and no booking was ever made of it. */
        NOT_BOOKED,
        /** Settled with us, and not there. */
        INVOICE_MISSING,
        /** There under one of our references, and no booking knows it. Facts: id. */
        INVOICE_EXTRA,
        /** Two living documents under one reference. Facts: both ids. */
        INVOICE_TWICE,
        /** Skipped with us, and a living document is there. Facts: id. */
        SKIPPED_YET_THERE,
        /** Two living documents for the same pieces of an order. Facts: both references. */
        SAME_PIECES_TWICE,
        /** A document without our reference carries the number of an order we have booked. Facts: its id, our reference. */
        ORDER_TWICE,
        /** Gross differs. Facts: ours, theirs. */
        GROSS_DIFFERS,
        /** The currency differs. Facts: ours, theirs. */
        CURRENCY_DIFFERS,
        /** VAT differs by more than rounding can explain. Facts: ours, theirs. */
        VAT_DIFFERS,
        /** It was given another date. Facts: ours, theirs. */
        DATE_DIFFERS
    }
}
