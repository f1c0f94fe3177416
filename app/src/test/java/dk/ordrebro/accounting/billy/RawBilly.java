package dk.ordrebro.accounting.billy;

import dk.ordrebro.accounting.billy.wire.RetryAfter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks Billy without the adapter, and shows all it says. */
final class RawBilly {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int MOST_REPEATS = 5;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI root;
    private final String token;
    private final Runnable beforeEach;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<@Nullable Throttled> throttled = new AtomicReference<>();

    RawBilly(URI root, String token, Runnable beforeEach) {
        this.root = root;
        this.token = token;
        this.beforeEach = beforeEach;
    }

    /** A 429 that was met, and its Retry-After. */
    record Throttled(Optional<String> header) {}

    Optional<Throttled> throttled() {
        return Optional.ofNullable(throttled.get());
    }

    /** How many calls were made. */
    int calls() {
        return calls.get();
    }

    record Answer(int status, JsonNode json) {

        String text(String path) {
            JsonNode node = json.at(path);
            return node.isMissingNode() || node.isNull() ? "" : node.asString();
        }

        /** Status and error code, for the notes. */
        String error() {
            return status + " " + text("/errorCode");
        }
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    /** @param body JSON with single quotes for double ones */
    Answer post(String path, String body) {
        return send("POST", path, body.replace('\'', '"'));
    }

    Answer put(String path, String body) {
        return send("PUT", path, body.replace('\'', '"'));
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    private Answer send(String method, String path, @Nullable String body) {
        beforeEach.run();
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .header("X-Access-Token", token)
                .header("Accept-Language", "da_DK")
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = sendUntilTaken(request);
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A 429 did no work, so it is noted and the call made again once Billy bears it. */
    private HttpResponse<String> sendUntilTaken(HttpRequest request) throws IOException, InterruptedException {
        for (int again = 0; ; again++) {
            calls.incrementAndGet();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 429 || again == MOST_REPEATS) {
                return response;
            }
            Optional<String> header = response.headers().firstValue("Retry-After");
            throttled.set(new Throttled(header));
            Duration wait = RetryAfter.parse(header.orElse(null), Instant.now());
            Thread.sleep(wait == null ? Duration.ofSeconds(5) : wait);
        }
    }
}
