package dk.ordrebro.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Lets a user in who knows their password and has not guessed too often. As the only provider it is Spring Security's own choice;
 * naming it in a chain as well would ask it twice for each wrong password.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Credentials credentials;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    /** Checked where there is no such user, so that an answer takes as long as for a known one. */
    private final String nobodysHash;

    PasswordSignIn(Credentials credentials, PasswordEncoder passwords, SignInThrottle throttle) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.throttle = throttle;
        this.nobodysHash = passwords.encode("nobody has this password");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String email = attempt.getName();
        String address = address(attempt.getDetails());
        if (!throttle.admits(email, address)) {
            throw new LockedException("Too many failed sign-ins");
        }
        SignedIn signedIn = check(email, String.valueOf(attempt.getCredentials()));
        throttle.forget(email, address);
        var done = UsernamePasswordAuthenticationToken.authenticated(signedIn, null, Authorities.of(signedIn.role()));
        done.setDetails(attempt.getDetails());
        return done;
    }

    private SignedIn check(String email, String password) {
        var known = credentials.of(email);
        String hash = known.map(Credentials.Known::hash).orElse(nobodysHash);
        if (!passwords.matches(password, hash) || known.isEmpty()) {
            throw new BadCredentialsException("Address or password is wrong");
        }
        if (passwords.upgradeEncoding(hash)) {
            credentials.replaceHash(known.get().user(), passwords.encode(password));
        }
        return known.get().signedIn();
    }

    private static String address(@Nullable Object details) {
        return details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
