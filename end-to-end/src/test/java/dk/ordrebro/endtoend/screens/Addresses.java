package dk.ordrebro.endtoend.screens;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import dk.ordrebro.web.Route;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The pages of the application and where they are: the routes asked from the application, the addresses found by following every link a
 * person signed in can follow.
 */
final class Addresses {

    /** Of one route: the first two links may lead to things in different states. */
    private static final int OF_A_ROUTE = 2;

    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\bhref=\"([^\"#]+)[^\"]*\"");

    /** All that answers, also what is no page: a file beside a page must not be taken for one. */
    private final Map<String, PathPattern> routes = new TreeMap<>();

    private final Set<String> pages = new TreeSet<>();
    private final URI site;

    /** All of them, save routes that answer with no page of their own, as {@link Route#key()}. */
    Addresses(ApplicationContext context, URI site, Set<String> elsewhere) {
        this.site = site;
        Route.all(context).stream()
                .filter(route -> route.method().equals("GET") && !route.isApi())
                .forEach(route -> {
                    routes.put(route.path(), PathPatternParser.defaultInstance.parse(route.path()));
                    if (!elsewhere.contains(route.key())) {
                        pages.add(route.path());
                    }
                });
    }

    Set<String> pages() {
        return pages;
    }

    /** Follows the links; for each route the addresses that lead there, at most {@link #OF_A_ROUTE}. */
    Map<String, List<String>> reachedFrom(Page person, List<String> starts) {
        Map<String, List<String>> reached = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>(starts);
        Deque<String> ahead = new ArrayDeque<>(starts);
        while (!ahead.isEmpty()) {
            String address = ahead.remove();
            Optional<String> route = routeOf(address);
            if (route.isEmpty() || reached.getOrDefault(route.get(), List.of()).size() >= OF_A_ROUTE) {
                continue;
            }
            reached.computeIfAbsent(route.get(), _ -> new ArrayList<>()).add(address);
            links(person, address).filter(seen::add).forEach(ahead::add);
        }
        return reached;
    }

    private Stream<String> links(Page person, String address) {
        APIResponse answer = person.request().get(site + address);
        return LINK.matcher(answer.text())
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .filter(link -> link.startsWith("/"))
                // Below its company; without it an address leads to the same page of the person's own.
                .map(link -> link.replaceFirst("^/c/[0-9a-f]{12}(?=/)", ""));
    }

    private Optional<String> routeOf(String address) {
        PathContainer path =
                PathContainer.parsePath(URI.create(address.replace(" ", "%20")).getPath());
        return routes.entrySet().stream()
                .filter(route -> route.getValue().matches(path))
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .filter(pages::contains);
    }
}
