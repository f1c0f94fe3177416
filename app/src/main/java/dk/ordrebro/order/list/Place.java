package dk.ordrebro.order.list;

import dk.ordrebro.order.OrderId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.modulith.NamedInterface;

/** A place in the list of orders: that of an order bought then. Its text travels in addresses of pages. */
@NamedInterface("list")
public record Place(Instant placedAt, OrderId order) {

    /**
     * Reads {@link #toString()}.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Place of(String text) {
        String[] parts = text.split("_", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("No place in the list of orders: " + text);
        }
        return new Place(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), OrderId.of(parts[1]));
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, placedAt) + "_" + order;
    }
}
