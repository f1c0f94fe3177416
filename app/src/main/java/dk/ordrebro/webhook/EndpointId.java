package dk.ordrebro.webhook;

import java.util.UUID;

/** One address that is told. */
public record EndpointId(UUID value) {

    public static EndpointId of(String text) {
        return new EndpointId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
