package dk.ordrebro.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import dk.ordrebro.access.CompanyAddress;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Permission;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SignedIn;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody who is signed in, for the tests of pages. */
public final class SignedInAs {

    private SignedInAs() {}

    /** Signed in and at the company's address. */
    public static RequestPostProcessor as(CompanyId company, Role role) {
        SignedIn me = new SignedIn(company, "Butikken", null, "fie@butik.example", role);
        RequestPostProcessor signedIn = authentication(UsernamePasswordAuthenticationToken.authenticated(
                me,
                null,
                Arrays.stream(Permission.values())
                        .filter(role::may)
                        .map(permission -> new SimpleGrantedAuthority(permission.name()))
                        .toList()));
        return request -> in(company).postProcessRequest(signedIn.postProcessRequest(request));
    }

    /** A page of the company: its address is put before the one of the request, which is written as the controllers have it. */
    public static RequestPostProcessor in(CompanyId company) {
        return request -> {
            request.setRequestURI(at(company, Objects.requireNonNull(request.getRequestURI())));
            return request;
        };
    }

    /** The same for what an answer leads to. */
    public static String at(CompanyId company, String path) {
        return CompanyAddress.of(company, path);
    }
}
