package dk.ordrebro.command.demo;

import dk.ordrebro.integration.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The simulator's admin door: where a company and its access key are made, which in the real Billy a person does. */
final class BillyAdmin {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI simulator;
    private final JsonMapper json = JsonMapper.shared();

    BillyAdmin(URI simulator) {
        this.simulator = simulator;
    }

    /**
     * Makes a company and its first access key.
     *
     * @throws DemoFailed when the simulator does not answer
     */
    Secret createCompany(String name) {
        HttpRequest request = HttpRequest.newBuilder(simulator.resolve("/admin/companies"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(Map.of("name", name))))
                .build();
        try {
            return new Secret(json.readTree(send(request)).path("accessToken").stringValue());
        } catch (JacksonException e) {
            throw new DemoFailed("The Billy simulator at " + simulator + " answers in a way we do not understand.", e);
        }
    }

    private String send(HttpRequest request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new DemoFailed("The Billy simulator at " + simulator + " answers " + answer.statusCode() + ".");
            }
            return answer.body();
        } catch (IOException e) {
            throw new DemoFailed("The Billy simulator at " + simulator + " does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("Interrupted while talking to the Billy simulator.", e);
        }
    }
}
