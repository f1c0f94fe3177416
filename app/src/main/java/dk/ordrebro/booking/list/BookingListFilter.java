package dk.ordrebro.booking.list;

import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.treatment.VatTreatment;
import dk.ordrebro.integration.OrderIntegrationId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which bookings a list shows. Null and empty parts leave out nothing.
 *
 * @param standing where the document stands in the books, as last read there
 * @param from the first day, of the documents
 * @param through the last day, included
 * @param search a part of an order number, invoice number, name, e-mail address, telephone number or SKU, or a whole reference
 * @param sale what the order says
 * @param books where the document goes
 */
public record BookingListFilter(
        @Nullable BookingState state,
        @Nullable Standing standing,
        @Nullable OrderIntegrationId shop,
        @Nullable LocalDate from,
        @Nullable LocalDate through,
        String search,
        Sale sale,
        Books books) {

    public static final BookingListFilter ALL =
            new BookingListFilter(null, null, null, null, null, "", Sale.ANY, Books.ANY);

    /**
     * What the order says of the sale.
     *
     * @param country of the place that decides the VAT; before there is a draft as the shop wrote it in the delivery address
     * @param payment the title of a payment as the shop wrote it
     * @param currency its code
     * @param least no document worth less, with VAT, in whatever currency it is
     * @param most no document worth more
     */
    public record Sale(
            String country,
            String payment,
            String currency,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) {

        public static final Sale ANY = new Sale("", "", "", null, null);

        boolean limitsAmount() {
            return least != null || most != null;
        }
    }

    /**
     * Where the document goes in the books.
     *
     * @param account the number of an account one of its lines is booked on
     * @param template kind and area of a template one of its lines was made by, such as "ITEM/DOMESTIC"
     * @param since sent at this moment or later
     */
    public record Books(
            String account,
            String template,
            @Nullable Area area,
            @Nullable VatTreatment treatment,
            @Nullable Instant since) {

        public static final Books ANY = new Books("", "", null, null, null);

        public boolean namesPosting() {
            return !account.isEmpty() || !template.isEmpty();
        }
    }
}
