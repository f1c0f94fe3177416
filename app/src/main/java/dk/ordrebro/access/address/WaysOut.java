package dk.ordrebro.access.address;

import dk.ordrebro.access.CompanyAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Links on a company's page that lead out of it (files, the sign-in, another company) lose what the context path has put before them: a file
 * is fetched once for all companies. Stands behind Spring Security's own filter, which keeps every other from changing addresses.
 */
public final class WaysOut extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return InCompany.named(request).isEmpty();
    }

    /** An error page has links too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String context = request.getContextPath();
        chain.doFilter(request, new HttpServletResponseWrapper(response) {

            @Override
            public String encodeURL(String address) {
                return super.encodeURL(out(address, context));
            }

            @Override
            public String encodeRedirectURL(String address) {
                return super.encodeRedirectURL(out(address, context));
            }
        });
    }

    private static String out(String address, String context) {
        if (!address.startsWith(context + "/")) {
            return address;
        }
        String path = address.substring(context.length());
        return Outside.holds(path) ? context.substring(0, context.lastIndexOf(CompanyAddress.START)) + path : address;
    }
}
