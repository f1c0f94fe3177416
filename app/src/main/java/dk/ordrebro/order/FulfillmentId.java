package dk.ordrebro.order;

import java.util.UUID;

/** One delivery of all or part of an order, or one return. */
public record FulfillmentId(UUID value) {

    public static FulfillmentId of(String text) {
        return new FulfillmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
