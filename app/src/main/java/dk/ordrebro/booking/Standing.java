package dk.ordrebro.booking;

/** How many bookings stand where. */
public record Standing(long underway, long held, long settled, long skipped) {

    public static final Standing NONE = new Standing(0, 0, 0, 0);

    public Standing plus(Standing other) {
        return new Standing(
                underway + other.underway, held + other.held, settled + other.settled, skipped + other.skipped);
    }

    /** Every booking comes from something that was handled. */
    public long handled() {
        return underway + held + settled + skipped;
    }
}
