package dk.ordrebro.billysimulator;

import dk.ordrebro.billysimulator.fault.Effect;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Sends an answer, properly or as a fault has it. */
final class Delivery {

    private final Request request;
    private final Response response;
    private final Callback callback;

    Delivery(Request request, Response response, Callback callback) {
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    void send(int status, String contentType, byte[] body, @Nullable Effect how) throws IOException {
        switch (how) {
            case null -> Exchanges.send(response, callback, status, contentType, body);
            case Effect.HalfBody half -> sendHalf(status, contentType, body);
            case Effect.Drip(long millisPerByte) -> drip(status, contentType, body, millisPerByte);
            default -> reset();
        }
    }

    private void sendHalf(int status, String contentType, byte[] body) throws IOException {
        head(status, contentType, body);
        Content.Sink.write(response, false, ByteBuffer.wrap(body, 0, body.length / 2));
        // an orderly end in the middle of the body: a reset could overtake the half that was sent
        endPoint().close();
        callback.failed(new EofException("half a body was ordered"));
    }

    private void drip(int status, String contentType, byte[] body, long millisPerByte) throws IOException {
        head(status, contentType, body);
        for (int i = 0; i < body.length; i++) {
            pause(millisPerByte);
            Content.Sink.write(response, i == body.length - 1, ByteBuffer.wrap(body, i, 1));
        }
        callback.succeeded();
    }

    private void head(int status, String contentType, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    }

    /** Ends the connection with a reset, not with an orderly goodbye. */
    void reset() throws IOException {
        if (endPoint().getTransport() instanceof SocketChannel channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        }
        endPoint().close();
        callback.failed(new EofException("a lost answer was ordered"));
    }

    private EndPoint endPoint() {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }

    static void pause(long millis) {
        if (millis <= 0) {
            return;
        }
        try {
            Thread.sleep(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
