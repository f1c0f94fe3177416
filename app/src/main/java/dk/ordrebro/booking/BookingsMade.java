package dk.ordrebro.booking;

import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.order.FulfillmentsCreated.Handled;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Fulfillments became bookings. Published inside the transaction that stores both; grouped. */
public record BookingsMade(List<Made> made) {

    public BookingsMade {
        made = List.copyOf(made);
    }

    /**
     * A booking as it begins: under way, or held where its shop is bound nowhere.
     *
     * @param accounting where it is to be booked; null while the shop is not bound
     * @param type what its document will be
     * @param day of its document
     * @param delivered what was delivered or taken back is worth with VAT by the shop's own words, positive as on the document; null where
     *     they do not tell
     */
    public record Made(
            BookingId id,
            Handled handled,
            @Nullable AccountingIntegrationId accounting,
            DocumentType type,
            LocalDate day,
            @Nullable Money delivered) {}
}
