package dk.ordrebro.booking;

import dk.ordrebro.accounting.Standing;
import dk.ordrebro.integration.OrderIntegrationId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which bookings a list shows. Null and empty parts leave out nothing.
 *
 * @param from the first day, of the documents; both days are given or neither
 * @param through the last day, included
 * @param standing where the document stands in the books
 * @param number an order number, a reference or an invoice number, whole
 */
public record BookingFilter(
        @Nullable BookingState state,
        @Nullable OrderIntegrationId shop,
        @Nullable LocalDate from,
        @Nullable LocalDate through,
        String number,
        @Nullable Standing standing) {

    public static final BookingFilter ALL = new BookingFilter(null, null, null, null, "", null);

    /** Drafts that wait for approval. */
    public static final BookingFilter DRAFTS =
            new BookingFilter(BookingState.SETTLED, null, null, null, "", Standing.DRAFT);

    public BookingFilter {
        if ((from == null) != (through == null)) {
            throw new IllegalArgumentException("A period has two ends: " + from + ", " + through);
        }
    }

    public static BookingFilter in(BookingState state) {
        return new BookingFilter(state, null, null, null, "", null);
    }

    /** Whether anything is left out. */
    public boolean isNarrow() {
        return !equals(ALL);
    }
}
