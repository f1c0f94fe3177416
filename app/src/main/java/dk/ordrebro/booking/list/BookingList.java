package dk.ordrebro.booking.list;

import dk.ordrebro.access.CompanyId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of bookings, however many there are: a page costs the same wherever it lies, in every sort. */
public interface BookingList {

    /** So many bookings a sum by account counts. */
    int SUMMED = 20_000;

    /**
     * A page of the list.
     *
     * @param from what comes after this place; null for the first page
     */
    Page page(CompanyId company, BookingListFilter filter, BookingSort sort, @Nullable BookingPlace from, int size);

    /** What comes before a place, as near to it as can be. */
    Page before(CompanyId company, BookingListFilter filter, BookingSort sort, BookingPlace before, int size);

    /** What the documents in the list put on each account: those the filter names, or all they use; at most of {@link #SUMMED} bookings. */
    Sums sums(CompanyId company, BookingListFilter filter);

    /** The accounts documents were ever made with, by number. */
    List<Used> accounts(CompanyId company);

    /** The templates documents were ever made with, such as "ITEM/DOMESTIC". */
    List<String> templates(CompanyId company);

    /** An account documents were made with. */
    record Used(String account, String name) {}

    /**
     * Sums by account.
     *
     * @param partial whether there are more bookings than were counted
     */
    record Sums(List<AccountSum> sums, boolean partial) {

        public Sums {
            sums = List.copyOf(sums);
        }
    }

    /**
     * A page of the list.
     *
     * @param next where the next page begins; null when there is none
     * @param previous where the page before ends; null when there is none
     * @param partial whether so little fits the filter that only a part was looked through up to {@code next}, and more may follow there
     */
    record Page(
            List<ListedBooking> bookings,
            @Nullable BookingPlace next,
            @Nullable BookingPlace previous,
            boolean partial) {

        public Page {
            bookings = List.copyOf(bookings);
        }
    }
}
