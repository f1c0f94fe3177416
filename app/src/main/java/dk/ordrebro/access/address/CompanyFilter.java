package dk.ordrebro.access.address;

import dk.ordrebro.access.CompanyAddress;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/**
 * Takes the company out of the address before anything else reads it. Whether the person belongs to it is asked later, by
 * {@link MembershipFilter}; until then it is only a name.
 */
public final class CompanyFilter implements Filter {

    @Override
    public void doFilter(ServletRequest plain, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plain;
        Optional<String> code = code(request);
        if (code.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        chain.doFilter(new InCompany(request, code.get()), response);
    }

    /** An error page belongs to the company of the request that failed, if the person was let into it. */
    private static Optional<String> code(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return request.getAttribute(InCompany.SEATED) instanceof String seated
                    ? Optional.of(seated)
                    : Optional.empty();
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return CompanyAddress.named(path)
                .filter(CompanyAddress::isCode)
                .filter(code -> !Outside.holds(path.substring(CompanyAddress.START.length() + code.length())));
    }
}
