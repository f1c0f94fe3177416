package dk.ordrebro.simulation;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A mistake the product could have: planted by a decorator around one of its beans, so that the simulation is seen to find it. */
enum Mistake {
    /** After a lost answer nothing is looked for: what was not heard of is taken for not made. */
    SKIP_THE_LOOKUP,
    /** The write is sent once more when its answer is lost. */
    SEND_AGAIN_BLINDLY,
    /** A document is approved before its sums were compared. */
    APPROVE_BEFORE_THE_CHECK,
    /** A draft nobody asked to approve is approved. */
    APPROVE_UNASKED,
    /** Each credit note is made twice. */
    CREDIT_TWICE,
    /** What was undone is never free to be handled again. */
    FORGET_TO_FREE_PIECES,
    /** A document that was deleted is still taken for there. */
    TAKE_DELETED_FOR_THERE,
    /** An undo only says that it deleted the draft. */
    UNDO_WITHOUT_DELETING,
    /** Orders that were not understood are shown nowhere. */
    COUNT_HELD_ARRIVALS_AS_FINE,
    /** An order changed after it was booked is not asked about. */
    ASK_NOTHING_OF_EDITS,
    /** Another company's bookings are in the list. */
    LEAK_A_COMPANY,
    /** What a shop shipped whole is not handled. */
    FORGET_A_SHIPMENT,
    /** What came back is not credited. */
    FORGET_A_RETURN;

    private static final AtomicReference<@Nullable Mistake> PLANTED = new AtomicReference<>();

    static void plant(@Nullable Mistake mistake) {
        PLANTED.set(mistake);
    }

    boolean isPlanted() {
        return PLANTED.get() == this;
    }
}
