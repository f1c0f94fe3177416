package dk.ordrebro.booking;

/** The five places the totals tell apart; what happens between two tries is one of them. */
enum Bucket {
    UNDERWAY,
    HELD,
    SETTLED,
    SKIPPED,
    TAKEN_BACK;

    static Bucket of(BookingState state) {
        return switch (state) {
            case WAITING, SENDING, SUSPECT -> UNDERWAY;
            case HELD -> HELD;
            case SETTLED -> SETTLED;
            case SKIPPED -> SKIPPED;
            case TAKEN_BACK -> TAKEN_BACK;
        };
    }
}
