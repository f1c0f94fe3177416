package dk.ordrebro.access.signin;

import dk.ordrebro.access.UserId;
import org.springframework.security.authentication.AccountStatusException;

/** The password was right, and the user's second factor is asked next. Nobody is signed in yet. */
public final class CodeNeeded extends AccountStatusException {

    private final transient UserId user;

    CodeNeeded(UserId user) {
        super("A code is needed too");
        this.user = user;
    }

    public UserId user() {
        return user;
    }
}
