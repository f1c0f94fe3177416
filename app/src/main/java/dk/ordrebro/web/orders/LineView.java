package dk.ordrebro.web.orders;

import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A line of an order and how much of it has been delivered.
 *
 * @param handled pieces delivered and not taken back to be delivered again
 * @param deliverable whether it can be delivered at all; a discount written as a line cannot
 */
record LineView(OrderLine line, BigDecimal handled, boolean deliverable) {

    public BigDecimal left() {
        return deliverable ? line.quantity().subtract(handled) : BigDecimal.ZERO;
    }

    public boolean open() {
        return left().signum() != 0;
    }

    /** Whether a person names how many of it are delivered; freight and fees follow the goods. */
    public boolean askedFor() {
        return open() && !line.isCarriage();
    }

    static List<LineView> of(Order order, List<Fulfillment> fulfillments) {
        Set<String> deliverable =
                order.deliverableLines().stream().map(OrderLine::key).collect(Collectors.toSet());
        return order.lines().stream()
                .map(line -> new LineView(line, handled(line.key(), fulfillments), deliverable.contains(line.key())))
                .toList();
    }

    private static BigDecimal handled(String key, List<Fulfillment> fulfillments) {
        return fulfillments.stream()
                .map(fulfillment -> signed(key, fulfillment))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal signed(String key, Fulfillment fulfillment) {
        BigDecimal pieces = fulfillment.lines().stream()
                .filter(part -> part.lineKey().equals(key))
                .map(FulfilledLine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!fulfillment.isReturn()) {
            return pieces;
        }
        return fulfillment.reopens() ? pieces.negate() : BigDecimal.ZERO;
    }
}
