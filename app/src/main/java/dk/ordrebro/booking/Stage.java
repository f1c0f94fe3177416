package dk.ordrebro.booking;

import dk.ordrebro.accounting.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a booking in one word, on every page: its state, and once its document is made and checked, where that stands in the books.
 * So a draft is never called the same as what is approved.
 */
public enum Stage {
    WAITING,
    SENDING,
    SUSPECT,
    HELD,
    /** Made and checked; waits for approval. */
    DRAFT,
    /** In the books for good. */
    APPROVED,
    /** Made void in the accounting program. */
    VOIDED,
    /** Not in the accounting program any more. */
    GONE,
    SKIPPED,
    TAKEN_BACK;

    public static Stage of(BookingState state, @Nullable Standing standing) {
        return switch (state) {
            case WAITING -> WAITING;
            case SENDING -> SENDING;
            case SUSPECT -> SUSPECT;
            case HELD -> HELD;
            case SETTLED -> standing == null ? DRAFT : of(standing);
            case SKIPPED -> SKIPPED;
            case TAKEN_BACK -> TAKEN_BACK;
        };
    }

    private static Stage of(Standing standing) {
        return switch (standing) {
            case DRAFT -> DRAFT;
            case APPROVED -> APPROVED;
            case VOIDED -> VOIDED;
            case GONE -> GONE;
        };
    }
}
