package dk.ordrebro.question;

import java.util.UUID;

/** An answer in our books. */
public record AnswerId(UUID value) {

    public static AnswerId of(String text) {
        return new AnswerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
