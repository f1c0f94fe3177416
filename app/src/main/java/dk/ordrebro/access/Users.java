package dk.ordrebro.access;

import java.util.Map;
import java.util.Optional;

/** The people who sign in, and the companies they belong to. */
public interface Users {

    /**
     * Makes a user and their first membership.
     *
     * @throws UserRefused when the address is taken or not an address, or the password is too weak
     */
    User create(CompanyId company, Role role, String email, String name, String password);

    /** By address, whatever its capitals. */
    Optional<User> find(String email);

    /** Gives a user a role in a company, or another role than before. */
    void join(CompanyId company, UserId user, Role role);

    /** The members of a company with their roles, oldest first. */
    Map<User, Role> of(CompanyId company);
}
