package dk.ordrebro.web.orders;

import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.StoredOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A packing slip: what goes into the parcel, and to whom. No prices.
 *
 * @param delivery number of the delivery; null when the goods that are left are packed before they are handled
 * @param handledAt null when not yet
 * @param later whether the order has goods that are not in this parcel
 */
record Slip(
        Order order,
        String shop,
        @Nullable Integer delivery,
        @Nullable Instant handledAt,
        List<Packed> lines,
        boolean later) {

    /** A line of the parcel. */
    record Packed(@Nullable String sku, String title, BigDecimal quantity) {}

    /** What a delivery holds. */
    static Slip of(StoredOrder stored, Fulfillment delivery, List<Fulfillment> all, String shop) {
        List<Packed> packed = goods(stored)
                .map(line -> new Packed(line.sku(), line.title(), delivered(line, delivery)))
                .filter(line -> line.quantity().signum() != 0)
                .toList();
        return new Slip(
                stored.order(),
                shop,
                delivery.number(),
                delivery.handledAt(),
                packed,
                left(stored, all).findAny().isPresent());
    }

    /** What is left to deliver. */
    static Slip ofRest(StoredOrder stored, List<Fulfillment> all, String shop) {
        return new Slip(
                stored.order(),
                shop,
                null,
                null,
                left(stored, all)
                        .map(view -> new Packed(view.line().sku(), view.line().title(), view.left()))
                        .toList(),
                false);
    }

    private static Stream<OrderLine> goods(StoredOrder stored) {
        return stored.order().lines().stream().filter(line -> !line.isCarriage());
    }

    private static Stream<LineView> left(StoredOrder stored, List<Fulfillment> all) {
        return LineView.of(stored.order(), all, List.of()).stream().filter(LineView::askedFor);
    }

    private static BigDecimal delivered(OrderLine line, Fulfillment delivery) {
        return delivery.lines().stream()
                .filter(part -> part.lineKey().equals(line.key()))
                .map(FulfilledLine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
