package dk.ordrebro.access.passkey;

import dk.ordrebro.access.UserId;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/** The passkeys of a user. They are added by the browser's own dialogue, through Spring Security's doors below {@code /webauthn}. */
@NamedInterface("passkey")
public interface Passkeys {

    /** Oldest first. */
    List<Passkey> of(UserId user);

    /** One that is not the user's stays as it is. */
    void rename(UserId user, String id, String name);

    /** One that is not the user's stays as it is. */
    void remove(UserId user, String id);
}
