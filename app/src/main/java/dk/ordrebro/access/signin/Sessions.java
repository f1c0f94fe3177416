package dk.ordrebro.access.signin;

import dk.ordrebro.access.UserId;
import java.time.Instant;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/** Where a user is signed in. */
@NamedInterface("signin")
public interface Sessions {

    /**
     * Latest used first.
     *
     * @param current id of the session that asks
     */
    List<SignedInSession> of(UserId user, String current);

    /** Ends one of the user's sessions; one that is not theirs, or gone, stays as it is. */
    void end(UserId user, String handle);

    /** Ends all of the user's sessions but one. */
    void endOthers(UserId user, String current);

    /**
     * A browser that is signed in.
     *
     * @param handle names it in a form; not its id, which would be as good as a password
     * @param device what the browser calls itself; empty where it said nothing
     * @param address where it signed in from
     * @param current whether it is the one that asks
     */
    record SignedInSession(
            String handle, String device, String address, Instant since, Instant lastUsed, boolean current) {}
}
