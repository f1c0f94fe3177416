package dk.ordrebro.access.address;

import dk.ordrebro.access.CompanyAddress;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Memberships;
import dk.ordrebro.access.Refusal;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.UserId;
import dk.ordrebro.access.signin.Entrance;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says for every request whose it is: the company stands in the address, and what the person may do there is looked up anew. The session knows
 * only the person. So a form that was opened in one company can act on no other, whatever another tab did meanwhile, and whoever was removed
 * is out with the next click.
 */
public final class MembershipFilter extends OncePerRequestFilter {

    private static final Set<String> ONLY_LOOKS = Set.of("GET", "HEAD", "OPTIONS");

    private final Memberships memberships;

    public MembershipFilter(Memberships memberships) {
        this.memberships = memberships;
    }

    /** Files are the same for everybody. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/assets/") || path.startsWith("/webjars/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        if (before == null || !(before.getPrincipal() instanceof SignedIn me)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<String> named = InCompany.named(request);
        Optional<SignedIn> member = named.isPresent() ? at(me, named.get()) : usual(me);
        if (named.isPresent() ? member.isEmpty() && usual(me).isEmpty() : member.isEmpty()) {
            showOut(request, response);
            return;
        }
        Optional<Refusal> refusal = refusal(request, named, member);
        if (refusal.isPresent()) {
            request.setAttribute(Refusal.ATTRIBUTE, refusal.get());
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if ((named.isPresent() && !path(request).isEmpty()) || Outside.holds(path(request))) {
            seat(request, member.orElseThrow(), named);
            chain.doFilter(request, response);
        } else {
            leadOn(request, response, member.orElseThrow().company());
        }
    }

    private Optional<SignedIn> at(SignedIn me, String code) {
        UserId user = me.user();
        if (user == null) {
            return Optional.of(me)
                    .filter(own -> CompanyAddress.code(own.company()).equals(code));
        }
        return memberships.at(user, code).map(found -> {
            if (!found.wasHere()) {
                memberships.cameTo(user, found.member().company());
            }
            return found.member();
        });
    }

    private Optional<SignedIn> usual(SignedIn me) {
        return me.user() == null ? Optional.of(me) : memberships.usual(me.user());
    }

    /** Why nothing is done; empty where it may go on. */
    private static Optional<Refusal> refusal(
            HttpServletRequest request, Optional<String> named, Optional<SignedIn> member) {
        if ((named.isPresent() && member.isEmpty())
                || CompanyAddress.named(path(request)).isPresent()) {
            return Optional.of(Refusal.NOT_YOURS);
        }
        if (ONLY_LOOKS.contains(request.getMethod())) {
            return Optional.empty();
        }
        if (named.isEmpty()) {
            return Outside.holds(path(request)) ? Optional.empty() : Optional.of(Refusal.NO_COMPANY);
        }
        return CompanyAddress.ofThePageBefore(request.getHeader(HttpHeaders.REFERER))
                .filter(page -> !page.equals(named.get()))
                .map(other -> Refusal.OTHER_COMPANY);
    }

    /** For this request only: nothing of it is kept in the session. */
    private static void seat(HttpServletRequest request, SignedIn member, Optional<String> named) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(Entrance.authentication(member));
        SecurityContextHolder.setContext(context);
        named.ifPresent(code -> request.setAttribute(InCompany.SEATED, code));
    }

    /** An address from before companies stood in it, or typed by hand. */
    private static void leadOn(HttpServletRequest request, HttpServletResponse response, CompanyId company)
            throws IOException {
        if (InCompany.named(request).isPresent()) {
            // The company's own address, without the slash behind it.
            response.sendRedirect(request.getContextPath() + "/");
            return;
        }
        String question = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String path = path(request);
        response.sendRedirect(request.getContextPath() + CompanyAddress.of(company, path) + question);
    }

    private static void showOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.sendRedirect(response.encodeRedirectURL(request.getContextPath() + "/signin?gone"));
    }

    /** Below the company where one is named. */
    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
