package dk.ordrebro.webhook;

import dk.ordrebro.integration.OutsideAddresses;
import dk.ordrebro.outside.OutsideHttp;
import dk.ordrebro.outside.OutsideLimits;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * Sends once. It follows no redirect, reaches only addresses on the public internet, and gives back the status alone: what an address answers is
 * neither read nor shown, so that nobody can look through us at what they could not reach.
 */
final class Caller implements AutoCloseable {

    private static final int CONNECTIONS = 100;
    private static final int CONNECTIONS_TO_ONE = 2;
    private static final int NOTHING_READ = 0;

    private final OutsideHttp http;

    Caller(OutsideAddresses outside, Duration callTimeout) {
        this.http = new OutsideHttp(
                "webhook",
                outside,
                new OutsideLimits(
                        callTimeout, callTimeout, callTimeout, NOTHING_READ, CONNECTIONS, CONNECTIONS_TO_ONE));
    }

    /**
     * What came of it.
     *
     * @param status null when no answer came
     * @param problem in a few words, when it did not work
     */
    record Answer(@Nullable Integer status, @Nullable String problem) {

        boolean isGood() {
            return status != null && status >= 200 && status < 300;
        }
    }

    Answer post(URI url, Map<String, String> headers, byte[] body) {
        if (!http.allows(url)) {
            return new Answer(null, "address-refused");
        }
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        try {
            int status = http.exchange(request, response -> response.getCode());
            return new Answer(status, status >= 200 && status < 300 ? null : "status");
        } catch (OutsideAddresses.InsideAddress _) {
            return new Answer(null, "address-refused");
        } catch (IOException _) {
            return new Answer(null, "unreachable");
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
