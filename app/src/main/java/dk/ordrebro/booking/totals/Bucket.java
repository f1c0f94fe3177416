package dk.ordrebro.booking.totals;

import dk.ordrebro.booking.BookingState;

/** The five places the totals tell apart; what happens between two tries is one of them. */
public enum Bucket {
    UNDERWAY,
    HELD,
    SETTLED,
    SKIPPED,
    TAKEN_BACK;

    public static Bucket of(BookingState state) {
        return switch (state) {
            case WAITING, SENDING, SUSPECT -> UNDERWAY;
            case HELD -> HELD;
            case SETTLED -> SETTLED;
            case SKIPPED -> SKIPPED;
            case TAKEN_BACK -> TAKEN_BACK;
        };
    }
}
