package dk.ordrebro.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Permission;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SignedIn;
import java.util.Arrays;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody who is signed in, for the tests of pages. */
public final class SignedInAs {

    private SignedInAs() {}

    public static RequestPostProcessor as(CompanyId company, Role role) {
        SignedIn me = new SignedIn(company, "Butikken", null, "fie@butik.example", role);
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                me,
                null,
                Arrays.stream(Permission.values())
                        .filter(role::may)
                        .map(permission -> new SimpleGrantedAuthority(permission.name()))
                        .toList()));
    }
}
