package dk.ordrebro.booking;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.enrichment.Trail;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.money.Totals;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.question.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The bookkeeping (bogføring) of one fulfillment: the intention, and what has become of it.
 *
 * @param accounting where it is to be booked; null while the shop is not bound
 * @param day the fulfillment's date in Copenhagen, which is the invoice date
 * @param delivered what the delivered part of the order is worth with VAT by the shop's own words, positive also on credit notes; null where
 *     they do not tell
 * @param gross of the frozen draft, positive also on credit notes; null before it is frozen
 * @param vat of the frozen draft, positive also on credit notes; null before it is frozen
 * @param draft frozen at the first claim; a retry sends this very document
 * @param reasons why it is held, skipped or late; empty otherwise
 * @param invoiceNumber null while a draft
 * @param standing where the document stands in the books, as last read there; null where none was made
 * @param standingReadAt when that was read; null where no document was made
 */
public record Booking(
        CompanyId company,
        BookingId id,
        OrderIntegrationId shop,
        @Nullable AccountingIntegrationId accounting,
        OrderId order,
        String orderNumber,
        FulfillmentId fulfillment,
        DocumentType type,
        Reference reference,
        BookingState state,
        LocalDate day,
        Instant createdAt,
        Instant changedAt,
        int attempts,
        @Nullable Money delivered,
        @Nullable Money gross,
        @Nullable Money vat,
        @Nullable InvoiceDraft draft,
        @Nullable Trail trail,
        List<Reason> reasons,
        @Nullable InvoiceId invoice,
        @Nullable String invoiceNumber,
        @Nullable Standing standing,
        @Nullable Instant standingReadAt) {

    public Booking {
        reasons = List.copyOf(reasons);
    }

    /** What its document is or will be worth with VAT, as far as anybody can say: of the draft, else by the shop's own words. */
    public @Nullable Money amount() {
        return gross != null ? gross : delivered;
    }

    /** Whether the document is approved in the books, as last read there. */
    public boolean approved() {
        return standing == Standing.APPROVED;
    }

    /** What pages say of it in one word. */
    public Stage stage() {
        return Stage.of(state, standing);
    }

    /** Whether the document waits for approval: made, checked and still a draft. */
    public boolean waitsForApproval() {
        return state == BookingState.SETTLED && standing == Standing.DRAFT;
    }

    /** The same booking in another state. */
    public Booking to(BookingState other, List<Reason> why) {
        return with(other, why, invoice, invoiceNumber, standing, standingReadAt);
    }

    /** The same booking once its draft is frozen, so that whoever hears of its fate hears the amount. */
    public Booking worth(Totals frozen) {
        return new Booking(
                company,
                id,
                shop,
                accounting,
                order,
                orderNumber,
                fulfillment,
                type,
                reference,
                state,
                day,
                createdAt,
                changedAt,
                attempts,
                delivered,
                frozen.gross(),
                frozen.vat(),
                draft,
                trail,
                reasons,
                invoice,
                invoiceNumber,
                standing,
                standingReadAt);
    }

    /** The same booking with what its delivery is worth by what the shop says now. */
    public Booking delivering(@Nullable Money worth) {
        return new Booking(
                company,
                id,
                shop,
                accounting,
                order,
                orderNumber,
                fulfillment,
                type,
                reference,
                state,
                day,
                createdAt,
                changedAt,
                attempts,
                worth,
                gross,
                vat,
                draft,
                trail,
                reasons,
                invoice,
                invoiceNumber,
                standing,
                standingReadAt);
    }

    /** The same booking in another state, with the document that stands in the accounting program. */
    public Booking with(
            BookingState other,
            List<Reason> why,
            @Nullable InvoiceId stands,
            @Nullable String number,
            @Nullable Standing stood,
            @Nullable Instant readAt) {
        return new Booking(
                company,
                id,
                shop,
                accounting,
                order,
                orderNumber,
                fulfillment,
                type,
                reference,
                other,
                day,
                createdAt,
                changedAt,
                attempts,
                delivered,
                gross,
                vat,
                draft,
                trail,
                why,
                stands,
                number,
                stood,
                readAt);
    }
}
