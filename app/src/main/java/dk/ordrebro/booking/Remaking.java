package dk.ordrebro.booking;

import dk.ordrebro.access.CompanyId;

/** What a person decides about a document that is gone from the accounting program, or void there. */
public interface Remaking {

    /**
     * Makes the document again, for the same pieces and with the delivery's own date, under a reference of its own. The old booking is closed.
     * Nothing is sent as long as the old document reads live after all.
     *
     * @return the booking that takes the old one's place
     * @throws NotSkippable when its document is not gone, or its delivery is being undone
     */
    BookingId again(CompanyId company, BookingId gone, String who);

    /**
     * Lets it be gone.
     *
     * @throws NotSkippable when its document is not gone
     */
    void accept(CompanyId company, BookingId gone, String why, String who);
}
