package dk.ordrebro.order.list;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.modulith.NamedInterface;

/** By what a list of orders is sorted, and in which direction. Orders that are alike in it come by their ids. */
@NamedInterface("list")
public record OrderSort(Key key, boolean descending) {

    /** Latest purchase first. */
    public static final OrderSort LATEST = new OrderSort(Key.DATE, true);

    /** What a list can be sorted by. */
    public enum Key {
        DATE("placed_at", "(extract(epoch from placed_at) * 1000000)::bigint::text"),
        NUMBER("number_key", "number_key"),
        CUSTOMER("customer_sort", "customer_sort"),
        AMOUNT("coalesce(gross, 0)", "coalesce(gross, 0)::text"),
        STATE("state_rank", "state_rank::text");

        /** In SQL, as the index has it. */
        final String column;
        /** In SQL, as the key of a {@link Place}. */
        final String text;

        Key(String column, String text) {
            this.column = column;
            this.text = text;
        }

        /**
         * The key of a place as the database compares it.
         *
         * @throws IllegalArgumentException when it is no key of this kind
         */
        Object value(String key) {
            return switch (this) {
                case DATE ->
                    Instant.EPOCH.plus(Long.parseLong(key), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
                case NUMBER, CUSTOMER -> key;
                case AMOUNT -> new BigDecimal(key);
                case STATE -> Integer.parseInt(key);
            };
        }
    }
}
