package dk.ordrebro.access.signin;

import dk.ordrebro.access.User;
import dk.ordrebro.access.UserId;
import dk.ordrebro.access.UserRefused;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** What a person changes of themselves. */
@NamedInterface("signin")
public interface Profiles {

    Optional<User> find(UserId user);

    /**
     * Gives the user another name.
     *
     * @throws UserRefused when it is empty
     */
    void rename(UserId user, String name);

    /**
     * Whether this is the user's password. Wrong guesses are counted as at the door.
     *
     * @throws UserRefused SLOW_DOWN after too many
     */
    boolean knowsPassword(UserId user, String password, String address);

    /**
     * Replaces the password, and ends every link to a new one.
     *
     * @throws UserRefused when the password is too weak
     */
    void changePassword(UserId user, String password);

    /**
     * Begins to replace a forgotten password.
     *
     * @return the key for the link, good for an hour and once; empty where nobody has this address, or too many were asked for
     */
    Optional<String> forgot(String email, String address);

    /** Whose new password a link is for; empty when it is used, too old or made up. */
    Optional<User> ofReset(String key);

    /**
     * Replaces a forgotten password, and ends every session of the user.
     *
     * @throws UserRefused when the link does not hold any more or the password is too weak
     */
    void reset(String key, String password);
}
