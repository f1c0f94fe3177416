package dk.ordrebro.booking;

import java.util.UUID;

/** The intention to make one document of one fulfillment. */
public record BookingId(UUID value) {

    public static BookingId of(String text) {
        return new BookingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
