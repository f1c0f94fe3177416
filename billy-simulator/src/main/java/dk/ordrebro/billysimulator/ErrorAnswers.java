package dk.ordrebro.billysimulator;

import dk.ordrebro.billysimulator.api.Door;
import dk.ordrebro.billysimulator.refusal.Refusal;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty itself refuses, such as a broken request line, is answered in Billy's envelope and without a trace. */
final class ErrorAnswers extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = Math.max(response.getStatus(), 400);
        String code = status < 500 ? "INVALID_REQUEST" : "INTERNAL_ERROR";
        String message = status < 500 ? "The request could not be read." : "An internal error occurred.";
        byte[] body =
                Door.refused(Refusal.ordered(status, code, message), false).body();
        Exchanges.send(response, callback, status, "application/json; charset=utf-8", body);
        return true;
    }
}
