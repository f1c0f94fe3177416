package dk.ordrebro.billysimulator;

import dk.ordrebro.billysimulator.admin.Admin;
import dk.ordrebro.billysimulator.admin.LogEntry;
import dk.ordrebro.billysimulator.admin.RequestLog;
import dk.ordrebro.billysimulator.api.ApiAnswer;
import dk.ordrebro.billysimulator.api.ApiRequest;
import dk.ordrebro.billysimulator.api.Door;
import dk.ordrebro.billysimulator.store.Company;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Carries requests under {@code /v2} between Jetty and the API, and writes the log. */
final class ApiHandler {

    private static final String JSON = "application/json; charset=utf-8";

    private final Door door;
    private final Admin admin;
    private final InstantSource clock;

    ApiHandler(Door door, Admin admin, InstantSource clock) {
        this.door = door;
        this.admin = admin;
        this.clock = clock;
    }

    void handle(Request request, Response response, Callback callback, List<String> segments) throws IOException {
        ApiRequest asked = asked(request, segments);
        Company company = door.company(asked.headers());
        String companyId = company == null ? null : company.id();
        ApiAnswer answer = door.answer(asked);
        admin.count(companyId, route(asked), Integer.toString(answer.status()), answer.effects());
        byte[] body = asked.body();
        long micros = (System.nanoTime() - asked.startedNanos()) / 1000;
        admin.log()
                .add(number -> new LogEntry(
                        number,
                        clock.instant(),
                        companyId,
                        asked.method(),
                        request.getHttpURI().getPathQuery(),
                        answer.status(),
                        answer.errorCode(),
                        null,
                        micros,
                        body == null ? "" : RequestLog.excerpt(body),
                        RequestLog.excerpt(answer.body())));
        Exchanges.send(response, callback, answer.status(), JSON, answer.body());
    }

    private static ApiRequest asked(Request request, List<String> segments) throws IOException {
        return new ApiRequest(
                request.getMethod().equals("HEAD") ? "GET" : request.getMethod(),
                segments,
                Exchanges.query(request),
                headers(request),
                Exchanges.body(request),
                request.getHttpURI().getScheme() + "://" + request.getHttpURI().getAuthority(),
                System.nanoTime(),
                Set.of());
    }

    private static ApiRequest.Headers headers(Request request) {
        String language = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
        return new ApiRequest.Headers(
                request.getHeaders().get("X-Access-Token"),
                language != null && language.startsWith("da"),
                request.getHeaders().get(HttpHeader.CONTENT_TYPE),
                request.getHeaders().get("X-Filename"),
                "true".equals(request.getHeaders().get("x-create-attachment")));
    }

    /** The route as the counters know it: {@code PUT /invoices/{id}}. */
    private static String route(ApiRequest request) {
        List<String> segments = request.segments();
        StringBuilder route = new StringBuilder(request.method());
        for (int i = 0; i < Math.min(segments.size(), 4); i++) {
            route.append('/' == route.charAt(route.length() - 1) ? "" : i == 0 ? " /" : "/");
            route.append(i == 1 ? "{id}" : segments.get(i));
        }
        return route.toString();
    }
}
