package dk.ordrebro.endtoend.vendure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's session with one of the shop's two APIs. */
final class GraphQl {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI api;
    private String token = "";

    GraphQl(URI api) {
        this.api = api;
    }

    /** Asks, and gives the field asked for; an answer with errors, or an error as a result, fails the test. */
    JsonNode ask(String query, Map<String, Object> variables) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query, "variables", variables))));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = send(request.build());
        answer.headers().firstValue("vendure-auth-token").ifPresent(given -> token = given);
        JsonNode body = JSON.readTree(answer.body());
        JsonNode result = body.path("data").values().stream().findFirst().orElse(body);
        if (body.has("errors") || result.has("errorCode")) {
            throw new AssertionError(query + " " + variables + "\n" + answer.body());
        }
        return result;
    }

    JsonNode ask(String query) {
        return ask(query, Map.of());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
