package dk.ordrebro.access;

import java.io.Serializable;
import java.util.UUID;

/** A person who signs in. */
public record UserId(UUID value) implements Serializable {

    @Override
    public String toString() {
        return value.toString();
    }
}
