package dk.ordrebro.order;

import java.util.UUID;

/** An order in our books, whatever the shop calls it. */
public record OrderId(UUID value) {

    public static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
