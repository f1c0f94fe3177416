package dk.ordrebro.access.token;

import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** A key to our own API. */
@NamedInterface("token")
public record ApiTokenId(UUID value) {

    public static ApiTokenId of(String text) {
        return new ApiTokenId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
