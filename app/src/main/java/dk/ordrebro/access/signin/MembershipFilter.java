package dk.ordrebro.access.signin;

import dk.ordrebro.access.Memberships;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.UserId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at every request whether the person still belongs to the company of their session, and as what. Who was removed loses it with the
 * next click: they go to another of their companies, where nothing of this request is done, or out.
 */
public final class MembershipFilter extends OncePerRequestFilter {

    private final Memberships memberships;
    private final Entrance entrance;

    public MembershipFilter(Memberships memberships, Entrance entrance) {
        this.memberships = memberships;
        this.entrance = entrance;
    }

    /** Files are the same for everybody. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/") || path.startsWith("/webjars/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        if (before == null || !(before.getPrincipal() instanceof SignedIn me) || me.user() == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<SignedIn> now = memberships.of(me.user(), me.company());
        if (now.isEmpty()) {
            moveOn(request, response, me.user());
            return;
        }
        if (!now.get().equals(me)) {
            entrance.seat(request, response, now.get());
        }
        chain.doFilter(request, response);
    }

    private void moveOn(HttpServletRequest request, HttpServletResponse response, UserId user) throws IOException {
        Optional<SignedIn> elsewhere = memberships.usual(user);
        if (elsewhere.isPresent()) {
            entrance.seat(request, response, elsewhere.get());
            response.sendRedirect("/companies?moved");
            return;
        }
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.sendRedirect("/signin?gone");
    }
}
