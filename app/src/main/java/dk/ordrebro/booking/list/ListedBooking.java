package dk.ordrebro.booking.list;

import dk.ordrebro.booking.Booking;
import java.util.List;

/**
 * A booking as it stands in the list.
 *
 * @param booking without draft and trail
 * @param customer the company's name, or the person's where there is none
 * @param country as the shop wrote it in the delivery address
 * @param payment the title of the payment that paid most; empty where the shop tells of none
 * @param postings where its draft goes; empty before there is one
 */
public record ListedBooking(Booking booking, String customer, String country, String payment, List<Posting> postings) {

    public ListedBooking {
        postings = List.copyOf(postings);
    }

    /**
     * An account a draft uses.
     *
     * @param template kind and area of the template that chose it, such as "ITEM/DOMESTIC"; empty where none did
     */
    public record Posting(String account, String accountName, String template, String ruleset) {}
}
