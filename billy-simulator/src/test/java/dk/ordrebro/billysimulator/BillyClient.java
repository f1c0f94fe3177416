package dk.ordrebro.billysimulator;

import dk.ordrebro.billysimulator.admin.CompanyKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a simulator as any client of Billy would: real HTTP, one key. */
final class BillyClient {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI apiUri;
    private final Map<String, String> headers;

    private BillyClient(URI apiUri, Map<String, String> headers) {
        this.apiUri = apiUri;
        this.headers = headers;
    }

    static BillyClient of(BillySimulator simulator, CompanyKeys keys) {
        return stranger(simulator).with("X-Access-Token", keys.accessToken());
    }

    static BillyClient stranger(BillySimulator simulator) {
        return new BillyClient(simulator.apiUri(), Map.of());
    }

    static BillyClient at(URI apiUri) {
        return new BillyClient(apiUri, Map.of());
    }

    BillyClient with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new BillyClient(apiUri, more);
    }

    /** An answer with its JSON. */
    record Answer(int status, JsonNode json) {
        String text(String path) {
            return json.at(path).asString();
        }
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, String body) {
        return send("POST", path, body.replace('\'', '"'));
    }

    Answer put(String path, String body) {
        return send("PUT", path, body.replace('\'', '"'));
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    Answer send(String method, String path, @Nullable String body) {
        HttpResponse<String> response = raw(method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    HttpResponse<String> raw(String method, String path, byte @Nullable [] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(apiUri + path));
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The id of the one record a creation made. */
    String create(String plural, String body) {
        Answer answer = post("/" + plural, body);
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return answer.text("/" + plural + "/0/id");
    }
}
