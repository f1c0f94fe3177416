package dk.ordrebro.proof;

import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the documents of one order that stand for the same pieces, whatever their state. A delivery that a living credit note takes back to be
 * handled anew stands for nothing any more.
 */
final class SamePieces {

    private final List<Booking> living;
    private final Map<FulfillmentId, Fulfillment> fulfillments;

    /**
     * Looks at one order.
     *
     * @param bookings all of it
     * @param fulfillments all of it
     * @param lives whether a settled booking's document was seen
     */
    SamePieces(List<Booking> bookings, List<Fulfillment> fulfillments, Predicate<Booking> lives) {
        this.living = bookings.stream()
                .filter(booking -> booking.state() == BookingState.SETTLED)
                .filter(lives)
                .sorted(Comparator.comparing(booking -> booking.id().value()))
                .toList();
        this.fulfillments = fulfillments.stream().collect(Collectors.toMap(Fulfillment::id, Function.identity()));
    }

    /** Tells of each pair, the earlier one first; each later one once. */
    void each(BiConsumer<Booking, Booking> pair) {
        List<Booking> sales = living.stream()
                .filter(booking -> !of(booking).isReturn() && !isUndone(booking))
                .toList();
        List<Booking> seen = new ArrayList<>();
        for (Booking later : sales) {
            seen.stream()
                    .filter(earlier -> overlap(of(earlier), of(later)))
                    .findFirst()
                    .ifPresent(earlier -> pair.accept(earlier, later));
            seen.add(later);
        }
    }

    private Fulfillment of(Booking booking) {
        Fulfillment fulfillment = fulfillments.get(booking.fulfillment());
        if (fulfillment == null) {
            throw new IllegalStateException("Bug: booking " + booking.id() + " has no fulfillment");
        }
        return fulfillment;
    }

    private boolean isUndone(Booking delivery) {
        return living.stream()
                .map(this::of)
                .anyMatch(back -> back.reopens() && delivery.fulfillment().equals(back.returnOf()));
    }

    private static boolean overlap(Fulfillment one, Fulfillment other) {
        return one.lines().stream().anyMatch(a -> other.lines().stream().anyMatch(b -> overlap(a, b)));
    }

    private static boolean overlap(FulfilledLine a, FulfilledLine b) {
        return a.lineKey().equals(b.lineKey()) && start(a).compareTo(end(b)) < 0 && start(b).compareTo(end(a)) < 0;
    }

    private static BigDecimal start(FulfilledLine line) {
        return line.from().min(line.to());
    }

    private static BigDecimal end(FulfilledLine line) {
        return line.from().max(line.to());
    }
}
