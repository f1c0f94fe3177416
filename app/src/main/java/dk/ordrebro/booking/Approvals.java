package dk.ordrebro.booking;

import dk.ordrebro.access.CompanyId;
import java.util.List;
import java.util.UUID;

/**
 * Approves drafts from here, one or many. Each is read again and compared with what was sent before it is approved: what differs is held, and
 * never approved. The drains do it, so that it goes on after a restart.
 */
public interface Approvals {

    /** So many are approved in one go. */
    int MOST = 10_000;

    /**
     * Asks for these to be approved; those that are not drafts waiting for approval are passed over. Asking again changes nothing.
     *
     * @param approval names what is asked for, to follow how far it is
     * @return how many are to be approved
     */
    int approve(CompanyId company, UUID approval, List<BookingId> bookings, String who);

    /** The same of every draft that agreed when it was made, at most {@link #MOST}, oldest first. */
    int approveAll(CompanyId company, UUID approval, String who);

    Progress progress(CompanyId company, UUID approval);

    /** Those that were not taken up yet stay drafts. */
    void stop(CompanyId company, UUID approval, String who);

    /**
     * How far it is.
     *
     * @param underway still to be approved
     * @param held that differ, or that the accounting program refused to approve
     * @param drafts that were stopped
     */
    record Progress(long underway, long approved, long held, long drafts, long other) {

        public long all() {
            return underway + approved + held + drafts + other;
        }
    }
}
