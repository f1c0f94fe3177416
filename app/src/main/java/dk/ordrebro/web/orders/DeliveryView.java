package dk.ordrebro.web.orders;

import dk.ordrebro.booking.Booking;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.MoneyBack;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A delivery or return on the page of its order.
 *
 * @param returnedFrom number of the delivery a return takes back; null for a delivery
 * @param booking null only where the booking is not made yet
 */
record DeliveryView(
        Fulfillment fulfillment,
        @Nullable Integer returnedFrom,
        List<Part> parts,
        @Nullable Booking booking) {

    /**
     * How many pieces of an order line it holds.
     *
     * @param left of a delivery, how many have not been returned
     * @param money of a return, what was paid back instead of what the pieces cost; null where pieces decided. Under an empty key it is spread over
     *     all lines
     */
    record Part(
            String key,
            String title,
            BigDecimal quantity,
            BigDecimal left,
            @Nullable BigDecimal money) {

        public boolean returnable() {
            return left.signum() != 0;
        }
    }

    /** Whether anything of it can still be taken back. */
    public boolean open() {
        return !fulfillment.isReturn() && parts.stream().anyMatch(Part::returnable);
    }

    static List<DeliveryView> of(Order order, List<Fulfillment> all, List<Booking> bookings) {
        Map<String, OrderLine> lines =
                order.lines().stream().collect(Collectors.toMap(OrderLine::key, Function.identity()));
        return all.stream()
                .map(one ->
                        new DeliveryView(one, returnedFrom(one, all), parts(one, all, lines), booking(one, bookings)))
                .toList();
    }

    private static @Nullable Integer returnedFrom(Fulfillment one, List<Fulfillment> all) {
        return all.stream()
                .filter(other -> other.id().equals(one.returnOf()))
                .map(Fulfillment::number)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Booking booking(Fulfillment one, List<Booking> bookings) {
        return bookings.stream()
                .filter(booking -> booking.fulfillment().equals(one.id()))
                // the latest: what was made again stands for it
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static List<Part> parts(Fulfillment one, List<Fulfillment> all, Map<String, OrderLine> lines) {
        return one.lines().stream()
                .map(FulfilledLine::lineKey)
                .distinct()
                .map(key -> {
                    OrderLine line = lines.get(key);
                    BigDecimal quantity = quantity(key, one);
                    // a later revision may have dropped the line; what was delivered of it was delivered all the same
                    return new Part(
                            key,
                            line == null ? key : line.title(),
                            quantity,
                            quantity.subtract(returned(key, one, all)),
                            money(key, one));
                })
                .toList();
    }

    private static BigDecimal returned(String key, Fulfillment delivery, List<Fulfillment> all) {
        return all.stream()
                .filter(other -> delivery.id().equals(other.returnOf()))
                .map(other -> quantity(key, other))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal money(String key, Fulfillment back) {
        return back.lines().stream()
                .filter(part -> part.lineKey().equals(key))
                .map(part -> Optional.ofNullable(part.back()).map(MoneyBack::gross))
                .flatMap(Optional::stream)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private static BigDecimal quantity(String key, Fulfillment fulfillment) {
        return fulfillment.lines().stream()
                .filter(part -> part.lineKey().equals(key))
                .map(FulfilledLine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
