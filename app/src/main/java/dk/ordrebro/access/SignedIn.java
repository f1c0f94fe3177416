package dk.ordrebro.access;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Whoever makes the request, on a page or through the API: the principal of Spring Security.
 * Take it as a parameter ({@code @AuthenticationPrincipal SignedIn me}) and hand {@link #company()} to everything that is asked.
 *
 * @param user null when an API token asks
 * @param who how the audit trail names them: a user's e-mail address, or "API: " and the token's name
 */
public record SignedIn(
        CompanyId company, String companyName, @Nullable UserId user, String who, Role role)
        implements AuthenticatedPrincipal, Serializable {

    public boolean may(Permission permission) {
        return role.may(permission);
    }

    /** Where the pages of the company begin, with a slash at the end. */
    public String address() {
        return CompanyAddress.of(company, "/");
    }

    /** The name of the session's owner: short, and the same after a change of address. */
    @Override
    public String getName() {
        return user == null ? company.toString() : user.toString();
    }
}
