package dk.ordrebro.booking.newest;

import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was delivered and is no longer on the order, because the shop took it off afterwards. */
public final class Gone {

    private Gone() {}

    /** The order's lines that have fewer pieces left than were delivered, by title, and those that are gone, by the shop's key. */
    public static List<String> from(Order order, Fulfillment delivery) {
        Map<String, OrderLine> lines =
                order.lines().stream().collect(Collectors.toMap(OrderLine::key, Function.identity()));
        return delivery.lines().stream()
                .filter(part -> !has(lines.get(part.lineKey()), part))
                .map(part -> name(part.lineKey(), lines.get(part.lineKey())))
                .toList();
    }

    private static String name(String key, @Nullable OrderLine line) {
        return line == null || line.title().isBlank() ? key : line.title();
    }

    private static boolean has(@Nullable OrderLine line, FulfilledLine part) {
        if (line == null) {
            return false;
        }
        BigDecimal ordered = line.quantity();
        return ordered.signum() == part.to().signum()
                && ordered.abs().compareTo(part.to().abs()) >= 0;
    }
}
