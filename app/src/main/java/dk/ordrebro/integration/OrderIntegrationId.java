package dk.ordrebro.integration;

import java.util.UUID;

/** A webshop we fetch orders from, or that pushes them to us. */
public record OrderIntegrationId(UUID value) {

    public static OrderIntegrationId of(String text) {
        return new OrderIntegrationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
