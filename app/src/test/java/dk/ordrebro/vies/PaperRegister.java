package dk.ordrebro.vies;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stand-in for the EU's register on this machine, which answers as the real one does, well or badly. */
public final class PaperRegister implements AutoCloseable {

    /** What the stand-in does with the next questions. */
    public interface Manner {
        void answer(HttpExchange exchange, JsonNode question) throws IOException;
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    public final List<JsonNode> questions = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;
    private volatile Manner manner = PaperRegister::valid;

    public PaperRegister() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.createContext("/rest-api/check-vat-number", exchange -> {
            try (exchange) {
                JsonNode question = JSON.readTree(exchange.getRequestBody().readAllBytes());
                questions.add(question);
                manner.answer(exchange, question);
            }
        });
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/rest-api");
    }

    public void from(Manner next) {
        manner = next;
    }

    /** As the service answers a number that is registered; the consultation number only to who says who asks. */
    public static void valid(HttpExchange exchange, JsonNode question) throws IOException {
        say(exchange, 200, told(question, true, "ACME GmbH", "Hauptstraße 1\n10115 Berlin"));
    }

    /** As it answers a number that is not. */
    public static void unknown(HttpExchange exchange, JsonNode question) throws IOException {
        say(exchange, 200, told(question, false, "---", "---"));
    }

    /** A failure, in the envelope the service has for it. */
    public static Manner error(int status, String code) {
        return (exchange, _) ->
                say(exchange, status, "{\"actionSucceed\":false,\"errorWrappers\":[{\"error\":\"" + code + "\"}]}");
    }

    /** No answer at all until the stand-in closes. */
    public Manner silence() {
        return (_, _) -> {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    public static String told(JsonNode question, boolean valid, String name, String address) {
        String proof = question.has("requesterNumber") ? "WAPIAAAAaEDkvhHx" : "";
        return JSON.writeValueAsString(java.util.Map.of(
                "countryCode",
                question.path("countryCode").asString(),
                "vatNumber",
                question.path("vatNumber").asString(),
                "requestDate",
                "2026-11-23T12:00:00.123Z",
                "valid",
                valid,
                "requestIdentifier",
                proof,
                "name",
                name,
                "address",
                address,
                "traderNameMatch",
                "NOT_PROCESSED"));
    }

    public static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
