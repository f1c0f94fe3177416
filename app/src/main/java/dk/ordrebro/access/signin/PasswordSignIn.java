package dk.ordrebro.access.signin;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.factor.SecondFactor;
import dk.ordrebro.access.guard.Authorities;
import dk.ordrebro.access.guard.SignInThrottle;
import dk.ordrebro.access.guard.UserNews;
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
public class PasswordSignIn implements AuthenticationProvider {

    private final Credentials credentials;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final SecondFactor secondFactor;
    private final UserNews news;
    /** Checked where there is no such user, so that an answer takes as long as for a known one. */
    private final String nobodysHash;

    public PasswordSignIn(
            Credentials credentials,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            SecondFactor secondFactor,
            UserNews news) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.throttle = throttle;
        this.secondFactor = secondFactor;
        this.news = news;
        this.nobodysHash = passwords.encode("nobody has this password");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String email = attempt.getName();
        String address = address(attempt.getDetails());
        if (!throttle.admits(email, address)) {
            throw new LockedException("Too many failed sign-ins");
        }
        Credentials.Known known = check(email, String.valueOf(attempt.getCredentials()), address);
        throttle.forget(email, address);
        if (secondFactor.isOn(known.user())) {
            throw new CodeNeeded(known.user());
        }
        SignedIn signedIn = known.signedIn();
        var done = UsernamePasswordAuthenticationToken.authenticated(signedIn, null, Authorities.of(signedIn.role()));
        done.setDetails(attempt.getDetails());
        return done;
    }

    private Credentials.Known check(String email, String password, String address) {
        var known = credentials.of(email);
        String hash = known.map(Credentials.Known::hash).orElse(nobodysHash);
        if (!passwords.matches(password, hash) || known.isEmpty()) {
            known.filter(one -> throttle.isLocked(email, address))
                    .ifPresent(one -> news.tell(one.user(), one.signedIn().who(), "locked-out"));
            throw new BadCredentialsException("Address or password is wrong");
        }
        if (passwords.upgradeEncoding(hash)) {
            credentials.replaceHash(known.get().user(), passwords.encode(password));
        }
        return known.get();
    }

    private static String address(@Nullable Object details) {
        return details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
