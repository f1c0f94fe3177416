package dk.ordrebro.access;

import java.util.UUID;

/** A key to our own API. */
public record ApiTokenId(UUID value) {

    public static ApiTokenId of(String text) {
        return new ApiTokenId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
