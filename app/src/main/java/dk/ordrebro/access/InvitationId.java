package dk.ordrebro.access;

import java.util.UUID;

/** An invitation into a company. */
public record InvitationId(UUID value) {

    public static InvitationId of(String text) {
        return new InvitationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
