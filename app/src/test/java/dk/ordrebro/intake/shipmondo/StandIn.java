package dk.ordrebro.intake.shipmondo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small Shipmondo: sales orders, webhooks and bookkeeping integrations of its public API v3, with what was seen of it
 * ({@code docs/reference/shipmondo.md} 11–14) and its faults as switches. Its list is newest first, which is undocumented and the hardest case.
 */
final class StandIn implements AutoCloseable {

    static final String USER = "user-1";
    static final String KEY = "key-1";

    private final HttpServer server;
    final Map<Long, ObjectNode> orders = new LinkedHashMap<>();
    final List<ObjectNode> webhooks = new ArrayList<>();
    final List<String> bookkeeping = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    /** What its clock says; also the date of every answer. */
    Instant now;
    /** A list that leaves out what came in a moment ago. */
    final List<Long> notListedYet = new ArrayList<>();
    /** Runs before a page of the list is made. */
    Runnable beforePage = () -> {};
    /** Answered in place of the next ones. */
    final List<Integer> failWith = new ArrayList<>();

    StandIn(Instant now) throws IOException {
        this.now = now;
        server = ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.getLoopbackAddress())
                .setListenerPort(0)
                .setCanonicalHostName("127.0.0.1")
                .register("*", (request, response, context) -> handle(new Exchange(request, response)))
                .create();
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/api/public/v3";
    }

    void forget() {
        orders.clear();
        webhooks.clear();
        bookkeeping.clear();
        asked.clear();
        notListedYet.clear();
        failWith.clear();
        beforePage = () -> {};
    }

    /** Adds an order or changes it, at the present time. */
    void say(ObjectNode order) {
        order.put(
                "updated_at",
                OffsetDateTime.ofInstant(now, ZoneOffset.ofHours(1)).toString());
        synchronized (orders) {
            orders.put(order.get("id").longValue(), order);
        }
    }

    private record Exchange(ClassicHttpRequest request, ClassicHttpResponse response) {

        URI uri() {
            return URI.create(request.getRequestUri());
        }

        byte[] body() throws IOException {
            HttpEntity entity = request.getEntity();
            return entity == null ? new byte[0] : entity.getContent().readAllBytes();
        }
    }

    private void handle(Exchange exchange) throws IOException {
        String path = exchange.uri().getPath().substring("/api/public/v3".length());
        String query = exchange.uri().getQuery();
        synchronized (orders) {
            asked.add(exchange.request.getMethod() + " " + path + (query == null ? "" : "?" + query));
        }
        if (!failWith.isEmpty()) {
            int status = failWith.removeFirst();
            answer(exchange, status, status == 429 ? "Retry later" : "{\"error\":\"no\"}");
            return;
        }
        String expected =
                "Basic " + Base64.getEncoder().encodeToString((USER + ":" + KEY).getBytes(StandardCharsets.UTF_8));
        var given = exchange.request.getFirstHeader("Authorization");
        if (given == null || !expected.equals(given.getValue())) {
            answer(exchange, 401, "{\"error\":\"Access denied\"}");
            return;
        }
        route(exchange, path);
    }

    private void route(Exchange exchange, String path) throws IOException {
        String method = exchange.request.getMethod();
        if (path.equals("/sales_orders")) {
            list(exchange);
        } else if (path.startsWith("/sales_orders/")) {
            ObjectNode order = orders.get(Long.parseLong(path.substring("/sales_orders/".length())));
            answer(exchange, order == null ? 404 : 200, order == null ? "{\"error\":\"Not found\"}" : order.toString());
        } else if (path.equals("/bookkeeping_integrations")) {
            ArrayNode all = Told.MAPPER.createArrayNode();
            bookkeeping.forEach(
                    name -> all.addObject().put("id", 241).put("name", name).put("platform", "billy"));
            answer(exchange, 200, all.toString());
        } else if (path.equals("/webhooks") && method.equals("GET")) {
            ArrayNode all = Told.MAPPER.createArrayNode();
            webhooks.forEach(one -> all.add(one.deepCopy().without("key")));
            answer(exchange, 200, all.toString());
        } else if (path.equals("/webhooks")) {
            create(exchange);
        } else if (path.startsWith("/webhooks/") && method.equals("PUT")) {
            webhooks.stream()
                    .filter(one -> path.endsWith("/" + one.get("id").longValue()))
                    .forEach(one -> one.put("active", true));
            answer(exchange, 200, "{}");
        } else {
            answer(exchange, 404, "{\"error\":\"Not found\"}");
        }
    }

    /** Newest change first, pages from 1, and how many there are in the headers. */
    private void list(Exchange exchange) throws IOException {
        beforePage.run();
        Map<String, String> query = query(exchange.uri());
        Instant from = time(query.getOrDefault("updated_at_min", "1970-01-01T00:00:00Z"));
        Instant until = time(query.getOrDefault("updated_at_max", "9999-01-01T00:00:00Z"));
        int perPage = Integer.parseInt(query.getOrDefault("per_page", "10"));
        int page = Integer.parseInt(query.getOrDefault("page", "1"));
        List<ObjectNode> found;
        synchronized (orders) {
            found = orders.values().stream()
                    .filter(order -> !notListedYet.contains(order.get("id").longValue()))
                    .filter(order -> !time(updated(order)).isBefore(from)
                            && !time(updated(order)).isAfter(until))
                    .sorted((a, b) -> time(updated(b)).compareTo(time(updated(a))))
                    .toList();
        }
        ArrayNode some = Told.MAPPER.createArrayNode();
        found.stream().skip((long) (page - 1) * perPage).limit(perPage).forEach(some::add);
        exchange.response.setHeader("X-Total-Pages", Integer.toString((found.size() + perPage - 1) / perPage));
        answer(exchange, 200, some.toString());
    }

    private static String updated(ObjectNode order) {
        return order.get("updated_at").stringValue();
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Map<String, String> query(URI uri) {
        return uri.getQuery() == null
                ? Map.of()
                : Arrays.stream(uri.getQuery().split("&"))
                        .collect(Collectors.toMap(
                                one -> one.substring(0, one.indexOf('=')), one -> one.substring(one.indexOf('=') + 1)));
    }

    private void create(Exchange exchange) throws IOException {
        JsonNode asked = Told.MAPPER.readTree(exchange.body());
        if (asked.get("action").stringValue().equals("payment_refunded")) {
            answer(exchange, 422, "{\"error\":\"action is not included in the list\"}");
            return;
        }
        ObjectNode made = ((ObjectNode) asked).put("id", 70 + webhooks.size());
        webhooks.add(made);
        answer(exchange, 200, made.toString());
    }

    private void answer(Exchange exchange, int status, String body) throws IOException {
        exchange.response.setCode(status);
        exchange.response.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        exchange.response.setEntity(
                new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
    }

    /** A webhook's body as it is sent, in either of the two shapes that were seen. */
    static String signed(String key, JsonNode resource, boolean twice) {
        ObjectNode payload = Told.MAPPER.createObjectNode().put("webhook", "Ordrebro");
        payload.set("data", resource);
        return signed(
                key,
                "{\"alg\":\"HS256\"}",
                twice ? Told.MAPPER.writeValueAsString(payload.toString()) : payload.toString());
    }

    static String signed(String key, String header, String payload) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String signed = base64.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        String signature = base64.encodeToString(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(signed));
        return Told.MAPPER
                .createObjectNode()
                .put("data", signed + "." + signature)
                .toString();
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
    }
}
