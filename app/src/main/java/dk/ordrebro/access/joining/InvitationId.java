package dk.ordrebro.access.joining;

import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** An invitation into a company. */
@NamedInterface("joining")
public record InvitationId(UUID value) {

    public static InvitationId of(String text) {
        return new InvitationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
