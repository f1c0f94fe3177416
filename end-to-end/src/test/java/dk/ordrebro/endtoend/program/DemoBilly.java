package dk.ordrebro.endtoend.program;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulated Billy that a run of the demo keeps beside itself, seen through its admin door. */
final class DemoBilly implements AutoCloseable {

    private static final String READY = "Billy simulator on ";

    private final Path log;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param data the run's data folder */
    DemoBilly(Path data) {
        this.log = data.resolve("log/billy.log");
    }

    /** Invoices and credit notes that were approved since it started last; none while it does not answer. */
    long approvals() throws InterruptedException {
        try {
            Optional<URI> address = address();
            if (address.isEmpty()) {
                return 0;
            }
            long approvals = 0;
            for (JsonNode company : get(address.get(), "/admin/companies")) {
                String id = company.path("organizationId").asString();
                approvals += get(address.get(), "/admin/companies/" + id + "/counters")
                        .path("approvals")
                        .asLong();
            }
            return approvals;
        } catch (IOException _) {
            return 0;
        }
    }

    private Optional<URI> address() throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        return lines.stream()
                .filter(line -> line.startsWith(READY))
                .reduce((earlier, later) -> later)
                .map(line -> URI.create(line.substring(READY.length()).strip()));
    }

    private JsonNode get(URI address, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
        return JsonMapper.shared()
                .readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    @Override
    public void close() {
        http.close();
    }
}
