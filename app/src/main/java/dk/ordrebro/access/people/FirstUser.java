package dk.ordrebro.access.people;

import dk.ordrebro.access.User;
import dk.ordrebro.access.UserRefused;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** The way into a fresh installation: a code printed at start makes whoever types it the owner of the first company. */
@NamedInterface("people")
public interface FirstUser {

    /** Whether nobody can sign in yet. */
    boolean isMissing();

    /** A new code to print while the first user is missing; empty afterwards. It holds for a day, on every node. */
    Optional<String> code();

    /**
     * Makes the first company and its owner, once.
     *
     * @param code as printed; capitals, spaces and dashes do not matter
     * @throws UserRefused when the code is wrong, too old or used, or the user is not acceptable
     */
    User create(String code, String companyName, String email, String name, String password);
}
