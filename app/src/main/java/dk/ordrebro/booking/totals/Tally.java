package dk.ordrebro.booking.totals;

import org.springframework.modulith.NamedInterface;

/**
 * How many bookings stand where.
 *
 * @param settled whose document was made and checked, whether a draft or approved
 * @param takenBack undone before their document stood for good
 */
@NamedInterface("totals")
public record Tally(long underway, long held, long settled, long skipped, long takenBack) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(
                underway + other.underway,
                held + other.held,
                settled + other.settled,
                skipped + other.skipped,
                takenBack + other.takenBack);
    }

    /** Every booking comes from something that was handled. */
    public long handled() {
        return underway + held + settled + skipped + takenBack;
    }
}
