package dk.ordrebro.booking.list;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** By what a list of bookings is sorted, and in which direction. Bookings that are alike in it come by their ids, which is as they were made. */
public record BookingSort(Key key, boolean descending) {

    /** As they were made, latest first. */
    public static final BookingSort LATEST = new BookingSort(Key.MADE, true);

    /** What a list can be sorted by. */
    public enum Key {
        MADE("booking", "", "''"),
        DATE("booking", "day", "day::text"),
        STATE("booking", "state", "state"),
        NUMBER("booking_sale", "number_key", "number_key"),
        CUSTOMER("booking_sale", "customer_sort", "customer_sort"),
        AMOUNT("booking_sale", "coalesce(amount, 0)", "coalesce(amount, 0)::text");

        final String table;
        /** In SQL, as the index has it; empty where the id alone sorts. */
        final String column;
        /** In SQL, as the key of a {@link BookingPlace}. */
        final String text;

        Key(String table, String column, String text) {
            this.table = table;
            this.column = column;
            this.text = text;
        }

        /**
         * The key of a place as the database compares it; null where the id alone sorts.
         *
         * @throws IllegalArgumentException or one like it when it is no key of this kind
         */
        @Nullable
        Object value(String key) {
            return switch (this) {
                case MADE -> null;
                case DATE -> LocalDate.parse(key);
                case STATE, NUMBER, CUSTOMER -> key;
                case AMOUNT -> new BigDecimal(key);
            };
        }
    }
}
