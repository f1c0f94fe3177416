package dk.ordrebro.billysimulator;

import dk.ordrebro.billysimulator.admin.AdminDoor;
import dk.ordrebro.billysimulator.api.Query;
import dk.ordrebro.billysimulator.page.PageAnswer;
import dk.ordrebro.billysimulator.page.Pages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Sends a request to the API, the admin door or the pages, by the start of its path. */
final class FrontDoor extends Handler.Abstract {

    private static final String LANGUAGE = "language";

    private final ApiHandler api;
    private final AdminDoor admin;
    private final Pages pages;

    FrontDoor(ApiHandler api, AdminDoor admin, Pages pages) {
        this.api = api;
        this.admin = admin;
        this.pages = pages;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        List<String> segments = Exchanges.segments(request);
        String first = segments.isEmpty() ? "" : segments.getFirst();
        if (first.equals("v2")) {
            api.handle(request, response, callback, segments.subList(1, segments.size()));
        } else if (comesFromElsewhere(request)) {
            Exchanges.send(response, callback, 403, "text/plain", new byte[0]);
        } else if (first.equals("admin")) {
            AdminDoor.Answer answer = admin.answer(
                    request.getMethod(),
                    segments.subList(1, segments.size()),
                    Exchanges.query(request),
                    Exchanges.body(request));
            Exchanges.send(response, callback, answer.status(), "application/json", answer.body());
        } else {
            page(request, response, callback, segments);
        }
        return true;
    }

    /** A page of somebody else must not press our buttons; programs do not send this header. */
    private static boolean comesFromElsewhere(Request request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        boolean changes =
                !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        return changes && site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private void page(Request request, Response response, Callback callback, List<String> segments) throws IOException {
        byte[] body = Exchanges.body(request);
        Query form = Query.parse(body == null ? null : new String(body, StandardCharsets.UTF_8));
        PageAnswer answer = pages.answer(
                new Pages.Visit(request.getMethod(), segments, Exchanges.query(request), form, remembered(request)));
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(
                "Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        if (answer.location() != null) {
            headers.put(HttpHeader.LOCATION, answer.location());
        }
        if (answer.language() != null) {
            headers.put(HttpHeader.SET_COOKIE, LANGUAGE + "=" + answer.language() + "; Path=/; SameSite=Lax");
        }
        Exchanges.send(response, callback, answer.status(), answer.contentType(), answer.body());
    }

    private static @Nullable String remembered(Request request) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(LANGUAGE))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }
}
