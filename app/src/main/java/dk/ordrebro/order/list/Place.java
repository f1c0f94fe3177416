package dk.ordrebro.order.list;

import dk.ordrebro.order.OrderId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.springframework.modulith.NamedInterface;

/**
 * A place in a sorted list of orders: that of an order with this value of what the list is sorted by. Its text travels in addresses of pages.
 *
 * @param key as {@link OrderSort.Key} writes it
 */
@NamedInterface("list")
public record Place(String key, OrderId order) {

    /** In a list sorted by the time of purchase: that of an order bought then. */
    public Place(Instant placedAt, OrderId order) {
        this(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, placedAt)), order);
    }

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
        return new Place(new String(HexFormat.of().parseHex(parts[0]), StandardCharsets.UTF_8), OrderId.of(parts[1]));
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8)) + "_" + order;
    }
}
