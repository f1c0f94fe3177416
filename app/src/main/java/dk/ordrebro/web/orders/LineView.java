package dk.ordrebro.web.orders;

import dk.ordrebro.booking.Booking;
import dk.ordrebro.enrichment.Trail;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order: how much of it has been delivered, what it comes to, and where that was booked.
 *
 * @param handled pieces delivered and not taken back to be delivered again
 * @param deliverable whether it can be delivered at all; a discount written as a line cannot
 * @param off every discount on it, its own and its share of the order's, in the order's price mode; zero where there is none
 * @param amount with every discount taken off, in the order's price mode; null for a reduction, which is spread over other lines
 * @param posted the account and VAT rule each document of it was made with; empty before there is one
 */
record LineView(
        OrderLine line,
        BigDecimal handled,
        boolean deliverable,
        Money off,
        @Nullable Money amount,
        List<Posted> posted) {

    LineView {
        posted = List.copyOf(posted);
    }

    /** Where a line went in the books. */
    record Posted(String account, String accountName, String ruleset) {}

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

    static List<LineView> of(Order order, List<Fulfillment> fulfillments, List<Booking> bookings) {
        Set<String> deliverable =
                order.deliverableLines().stream().map(OrderLine::key).collect(Collectors.toSet());
        OrderAmounts amounts = OrderAmounts.of(order);
        return order.lines().stream()
                .map(line -> new LineView(
                        line,
                        handled(line.key(), fulfillments),
                        deliverable.contains(line.key()),
                        amounts.off(line),
                        amounts.of(line).orElse(null),
                        posted(line.key(), bookings)))
                .toList();
    }

    private static List<Posted> posted(String key, List<Booking> bookings) {
        return bookings.stream()
                .filter(booking -> booking.draft() != null)
                .map(Booking::trail)
                .filter(Objects::nonNull)
                .map(Trail::lines)
                .flatMap(List::stream)
                .filter(line -> line.orderLine().equals(key))
                .map(line -> new Posted(line.account(), line.accountName(), line.ruleset()))
                .distinct()
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
