package dk.ordrebro.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One route of the application: a method and a path, with its variables as they are named in the controller.
 *
 * @param handler null where a filter of Spring Security answers and no controller of ours
 */
public record Route(String method, String path, @Nullable HandlerMethod handler) implements Comparable<Route> {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^/]+}");

    /** The doors that are filters; Spring Security knows no list of them. */
    private static final List<Route> DOORS = List.of(
            new Route("POST", "/signin", null),
            new Route("POST", "/signout", null),
            new Route("POST", "/login/webauthn", null),
            new Route("POST", "/webauthn/authenticate/options", null),
            new Route("POST", "/webauthn/register/options", null),
            new Route("POST", "/webauthn/register", null),
            new Route("DELETE", "/webauthn/register/{id}", null));

    /** Every route there is, asked from the application itself. */
    public static Set<Route> all(ApplicationContext context) {
        Set<Route> routes = new TreeSet<>(DOORS);
        context.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods()
                        .forEach((info, handler) -> routes(info, handler).forEach(routes::add)));
        return routes;
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty()
                                ? Stream.of("GET")
                                : methods.stream().map(Enum::name))
                        .map(method -> new Route(method, path, handler)));
    }

    /** Without the names of its variables: {@code POST /orders/{}/handle}. */
    public String key() {
        return method + " " + VARIABLE.matcher(path).replaceAll("{}");
    }

    public boolean isApi() {
        return path.startsWith("/api/");
    }

    boolean changes() {
        return !method.equals("GET") && !method.equals("HEAD");
    }

    /** For each variable the path up to and with it: what kind of id stands there. {@code /orders/{}}, {@code /orders/{}/deliveries/{}}. */
    List<String> kinds() {
        var kinds = new ArrayList<String>();
        Matcher variable = VARIABLE.matcher(path);
        while (variable.find()) {
            kinds.add(VARIABLE.matcher(path.substring(0, variable.end())).replaceAll("{}"));
        }
        return kinds;
    }

    /** The path with values in place of its variables, in their order. */
    String with(List<String> values) {
        String filled = path;
        for (String value : values) {
            filled = VARIABLE.matcher(filled).replaceFirst(Matcher.quoteReplacement(value));
        }
        return filled;
    }

    List<MethodParameter> parameters() {
        return handler == null ? List.of() : List.of(handler.getMethodParameters());
    }

    @Override
    public int compareTo(Route other) {
        return (path + " " + method).compareTo(other.path + " " + other.method);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
