package dk.ordrebro.access.address;

import dk.ordrebro.access.CompanyAddress;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request below a company's address, seen as if the application lived there: {@code /c/9f3ab27c01de} is part of the context path. So every
 * link, form and redirect that a page makes stays in the company, and no page has to think of it.
 */
final class InCompany extends HttpServletRequestWrapper {

    /** The attribute that carries the company's code, once it is known that the person belongs there. */
    static final String SEATED = InCompany.class.getName() + ".seated";

    private final String outer;
    private final String inner;

    InCompany(HttpServletRequest request, String code) {
        super(request);
        this.outer = request.getContextPath();
        this.inner = CompanyAddress.START + code;
    }

    /** The company whose part of the context path this is; empty where an error page is told outside of all companies. */
    static Optional<String> named(HttpServletRequest request) {
        String context = request.getContextPath();
        int start = context.lastIndexOf(CompanyAddress.START);
        return start < 0 ? Optional.empty() : Optional.of(context.substring(start + CompanyAddress.START.length()));
    }

    @Override
    public String getContextPath() {
        return outer + inner;
    }

    /** An error is told at {@code /error}, which lies in the company too. */
    @Override
    public String getRequestURI() {
        String address = super.getRequestURI();
        return getDispatcherType() == DispatcherType.ERROR && !address.startsWith(getContextPath())
                ? getContextPath() + address.substring(outer.length())
                : address;
    }

    @Override
    public String getServletPath() {
        return inside(super.getServletPath());
    }

    @Override
    public @Nullable String getPathInfo() {
        String path = super.getPathInfo();
        return path == null ? null : inside(path);
    }

    private String inside(String path) {
        return path.startsWith(inner) ? path.substring(inner.length()) : path;
    }
}
