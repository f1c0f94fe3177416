package dk.ordrebro.billysimulator;

import dk.ordrebro.billysimulator.admin.AdminDoor;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends a request to the API, the admin door or the pages, by the start of its path. */
final class FrontDoor extends Handler.Abstract {

    private final ApiHandler api;
    private final AdminDoor admin;

    FrontDoor(ApiHandler api, AdminDoor admin) {
        this.api = api;
        this.admin = admin;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        List<String> segments = Exchanges.segments(request);
        String first = segments.isEmpty() ? "" : segments.getFirst();
        List<String> rest = segments.isEmpty() ? segments : segments.subList(1, segments.size());
        switch (first) {
            case "v2" -> api.handle(request, response, callback, rest);
            case "admin" -> {
                AdminDoor.Answer answer =
                        admin.answer(request.getMethod(), rest, Exchanges.query(request), Exchanges.body(request));
                Exchanges.send(response, callback, answer.status(), "application/json", answer.body());
            }
            default -> {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain");
                Exchanges.send(
                        response,
                        callback,
                        404,
                        "text/plain",
                        "Not found".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return true;
    }
}
