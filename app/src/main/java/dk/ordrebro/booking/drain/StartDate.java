package dk.ordrebro.booking.drain;

import dk.ordrebro.booking.Obstacle;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Order;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A shop's start date: what was ordered before it was booked some other way. Credit notes are left alone, for they follow the document
 * they take back.
 */
final class StartDate {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private StartDate() {}

    /** Why an order's deliveries are not to be booked; empty when they are. */
    static Optional<Reason> before(OrderIntegration shop, Order order) {
        LocalDate placed = LocalDate.ofInstant(order.placedAt(), COPENHAGEN);
        return Optional.ofNullable(shop.startDate())
                .filter(placed::isBefore)
                .map(start -> Obstacle.BEFORE_START.with(new Fact.Day(placed), new Fact.Day(start)));
    }
}
