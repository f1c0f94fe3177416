package dk.ordrebro.endtoend.vendure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Stands between a shop and us and does to its webhooks what the world does. The shop always hears that all is well. */
final class Relay implements AutoCloseable {

    /** What it does to webhooks. */
    enum Weather {
        /** Each arrives once, in order. */
        CALM,
        /** One in five is lost, one in five comes twice, one in five waits for the next. */
        STORM,
        /** None arrives. */
        SILENCE
    }

    private record Webhook(String signature, String body) {}

    private final Weather weather;
    private final Random random = new Random(20261124);
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Webhook> waiting = new ArrayList<>();
    private volatile @Nullable URI target;
    private int told;

    Relay(Weather weather) throws IOException {
        this.weather = weather;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    void leadsTo(URI door) {
        target = door;
    }

    /** How many webhooks the shop sent. */
    synchronized int told() {
        return told;
    }

    private void pass(HttpExchange exchange) throws IOException {
        String signature = exchange.getRequestHeaders().getFirst("x-ordrebro-signature");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        pass(new Webhook(signature == null ? "" : signature, body));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private synchronized void pass(Webhook webhook) throws IOException {
        told++;
        switch (weather) {
            case CALM -> send(webhook);
            case SILENCE -> {
                // Nothing arrives.
            }
            case STORM -> storm(webhook);
        }
    }

    private void storm(Webhook webhook) throws IOException {
        switch (random.nextInt(5)) {
            case 0 -> {
                // Lost.
            }
            case 1 -> {
                send(webhook);
                send(webhook);
            }
            case 2 -> waiting.add(webhook);
            default -> {
                send(webhook);
                for (Webhook late : waiting) {
                    send(late);
                }
                waiting.clear();
            }
        }
    }

    private void send(Webhook webhook) throws IOException {
        URI door = target;
        if (door == null) {
            return;
        }
        HttpRequest request = HttpRequest.newBuilder(door)
                .header("Content-Type", "application/json")
                .header("x-ordrebro-signature", webhook.signature)
                .POST(BodyPublishers.ofString(webhook.body))
                .build();
        try {
            http.send(request, BodyHandlers.discarding());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
