package dk.ordrebro.booking.list;

import dk.ordrebro.booking.BookingId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A place in a sorted list of bookings: that of a booking with this value of what the list is sorted by. Its text travels in addresses of pages.
 *
 * @param key as {@link BookingSort.Key} writes it
 */
public record BookingPlace(String key, BookingId booking) {

    /**
     * Reads {@link #toString()}.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static BookingPlace of(String text) {
        String[] parts = text.split("_", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("No place in the list of bookings: " + text);
        }
        return new BookingPlace(
                new String(HexFormat.of().parseHex(parts[0]), StandardCharsets.UTF_8), BookingId.of(parts[1]));
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8)) + "_" + booking;
    }
}
