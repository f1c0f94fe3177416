package dk.ordrebro.proof;

import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.Obstacle;
import org.jspecify.annotations.Nullable;

/** Where the money of an order stands on its way to the books. */
public enum Place {
    /** Told by the shop: every order, on the day it was placed. */
    RECEIVED,
    /** Of that: not handled yet. */
    UNHANDLED,
    /** Of that: changed in the shop after it was handled. */
    EDITED,
    UNDERWAY,
    HELD,
    /** Nothing is to be booked, for it was ordered before the shop's start date. */
    BEFORE_START,
    /** Nothing is to be booked, for any other reason. */
    SKIPPED,
    /** Undone before it stood for good: of the delivery and of its undo, which make nothing together. */
    TAKEN_BACK,
    DRAFT,
    APPROVED,
    /** Made, and voided or deleted in the books since. */
    GONE;

    /** Whether a document stands for it. */
    public boolean isDocument() {
        return this == DRAFT || this == APPROVED;
    }

    /** Whether it is handled and waits: for us or for a person. */
    public boolean waits() {
        return this == UNDERWAY || this == HELD;
    }

    static Place of(Booking booking) {
        return switch (booking.state()) {
            case WAITING, SENDING, SUSPECT -> UNDERWAY;
            case HELD -> HELD;
            case SETTLED -> of(booking.standing());
            case TAKEN_BACK -> TAKEN_BACK;
            case SKIPPED ->
                booking.reasons().stream().anyMatch(reason -> reason.kind() == Obstacle.BEFORE_START)
                        ? BEFORE_START
                        : SKIPPED;
        };
    }

    private static Place of(@Nullable Standing standing) {
        return switch (standing) {
            case null -> DRAFT;
            case DRAFT -> DRAFT;
            case APPROVED -> APPROVED;
            case VOIDED, GONE -> GONE;
        };
    }
}
