package dk.ordrebro.access.joining;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.UserRefused;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** Strangers who make a company by themselves, where the installation lets them (ORDREBRO_SIGN_UP=open). */
@NamedInterface("joining")
public interface SignUps {

    boolean areOpen();

    /**
     * Keeps what was typed until a link proves the address.
     *
     * @return the key for the link, good for a day; empty where the address has a user already: pages say the same
     * @throws UserRefused when something is missing, the password is too weak, or too many were asked for
     */
    Optional<String> ask(String companyName, String email, String name, String password, String address);

    /**
     * Makes the company and its owner.
     *
     * @throws UserRefused when the link does not hold any more
     */
    SignedIn confirm(String key);
}
