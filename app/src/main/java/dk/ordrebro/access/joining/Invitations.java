package dk.ordrebro.access.joining;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.UserId;
import dk.ordrebro.access.UserRefused;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** The way into a company that exists: an owner invites an address, whoever gets the letter follows its link within a week, once. */
@NamedInterface("joining")
public interface Invitations {

    /**
     * Invites an address, or again: the link of an earlier invitation to it stops working.
     *
     * @throws UserRefused when it is no address, or that of a member
     */
    Issued invite(CompanyId company, String email, Role role, String who);

    /** A new link, good for a week; the old one stops working. Empty when the invitation is not open any more. */
    Optional<Issued> renew(CompanyId company, InvitationId id, String who);

    /** Takes it back. One that is not open stays as it is. */
    void revoke(CompanyId company, InvitationId id, String who);

    Optional<Invitation> find(CompanyId company, InvitationId id);

    /** Those nobody has answered, newest first, too old ones too; at most 200. */
    List<Invitation> open(CompanyId company);

    /**
     * What a link leads to; empty when it is used, taken back, too old or made up.
     *
     * @param key from the link
     * @param address of the caller, whose wrong guesses are counted
     */
    Optional<Invitation> of(String key, String address);

    /**
     * Makes the invited user and lets them in.
     *
     * @throws UserRefused when the link does not hold any more, the address has a user already, or the password is too weak
     */
    SignedIn accept(String key, String name, String password);

    /**
     * Lets an existing user into one more company.
     *
     * @throws UserRefused when the link does not hold any more or was meant for another address
     */
    SignedIn accept(String key, UserId user);

    /**
     * An invitation just made.
     *
     * @param key for the link: shown once, kept nowhere
     */
    record Issued(Invitation invitation, String key) {

        @Override
        public String toString() {
            return "Issued[" + invitation + "]";
        }
    }
}
