package dk.ordrebro.access.signin;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.UserId;
import dk.ordrebro.access.guard.Authorities;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** Puts people into their session and keeps what must be remembered on the way in. */
@NamedInterface("signin")
@Component
public class Entrance {

    private static final String WAITING = "ordrebro.code-needed";
    private static final Duration CODE_WITHIN = Duration.ofMinutes(10);
    private static final int LONGEST_DEVICE = 300;

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionCsrfTokenRepository csrfTokens = new HttpSessionCsrfTokenRepository();
    private final HttpSessionRequestCache asked = new HttpSessionRequestCache();
    private final InstantSource clock;

    Entrance(InstantSource clock) {
        this.clock = clock;
    }

    private record Waiting(UserId user, Instant until) implements Serializable {}

    /** Signs somebody in who has shown who they are, with a session id and a token against forged requests nobody else can know. */
    public void letIn(HttpServletRequest request, HttpServletResponse response, SignedIn me) {
        renew(request);
        csrfTokens.saveToken(null, request, response);
        noteDevice(request);
        seat(request, response, me);
    }

    /** The session keeps who it is; in which company they act stands in the address of each request. */
    private void seat(HttpServletRequest request, HttpServletResponse response, SignedIn me) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication(me));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    public static Authentication authentication(SignedIn me) {
        return UsernamePasswordAuthenticationToken.authenticated(me, null, Authorities.of(me.role()));
    }

    /** The page somebody wanted before they were asked to sign in, or the start page. */
    public String wantedPage(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest wanted = asked.getRequest(request, response);
        asked.removeRequest(request, response);
        return wanted == null ? "/" : wanted.getRedirectUrl();
    }

    /** Whose code is asked for in this session; empty where nobody has typed a password, or too long ago. */
    public Optional<UserId> waitingForCode(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(WAITING) instanceof Waiting(UserId user, Instant until)
                        && clock.instant().isBefore(until)
                ? Optional.of(user)
                : Optional.empty();
    }

    public void waitForCode(HttpServletRequest request, UserId user) {
        renew(request);
        request.getSession()
                .setAttribute(WAITING, new Waiting(user, clock.instant().plus(CODE_WITHIN)));
    }

    /** What the list of sessions shows. */
    private static void noteDevice(HttpServletRequest request) {
        String device = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        HttpSession session = request.getSession();
        session.setAttribute(StoredSessions.DEVICE, device.substring(0, Math.min(LONGEST_DEVICE, device.length())));
        session.setAttribute(StoredSessions.ADDRESS, request.getRemoteAddr());
    }

    /** What is done at a sign-in, after noting the device. */
    public static AuthenticationSuccessHandler noting(AuthenticationSuccessHandler then) {
        return (request, response, authentication) -> {
            noteDevice(request);
            then.onAuthenticationSuccess(request, response, authentication);
        };
    }

    private static void renew(HttpServletRequest request) {
        HttpSession session = request.getSession();
        session.removeAttribute(WAITING);
        request.changeSessionId();
    }
}
