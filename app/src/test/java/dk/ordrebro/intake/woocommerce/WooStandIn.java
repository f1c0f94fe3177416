package dk.ordrebro.intake.woocommerce;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.ordrebro.order.Raw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands in for the HTTP API of a WooCommerce 11 shop, with the oddities observed on a running one; faults are switches. Its clock has whole
 * seconds and may be set to another zone's hours.
 */
public final class WooStandIn implements AutoCloseable {

    public static final String KEY = "ck_rigtig";
    public static final String SECRET = "cs_rigtig";
    private static final int FAILURES_BEFORE_OFF = 7;

    /** What can be wrong with a shop. */
    public enum Fault {
        /** Behind a proxy that does not pass on that the call came over HTTPS: right keys get the answer of wrong ones. */
        NOT_SEEN_AS_HTTPS,
        /** Whoever made the webhooks lost the rights: the shop signs its own refusal. */
        SIGNED_ERRORS,
        /** A security plugin or a broken host answers with a web page and 200. */
        WEB_PAGES,
        THROTTLED_429,
        MAINTENANCE_503,
        /** Before WooCommerce 9 there is no list of all refunds. */
        NO_REFUND_LIST
    }

    /** A webhook on its way. */
    public record Delivery(String url, Map<String, String> headers, Raw body) {}

    private record Event(String topic, String order) {}

    private final HttpServer server;
    private final Map<String, ObjectNode> orders = new TreeMap<>(Comparator.comparingLong(Long::parseLong));
    private final Map<String, List<ObjectNode>> refunds = new LinkedHashMap<>();
    private final Map<String, ObjectNode> hooks = new LinkedHashMap<>();
    private final Map<String, Integer> failures = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Delivery> pings = new ArrayList<>();
    private final Supplier<Instant> clock;
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    public Runnable beforeList = () -> {};
    private int lastId = 1000;

    private WooStandIn(HttpServer server, Supplier<Instant> clock) {
        this.server = server;
        this.clock = clock;
    }

    public static WooStandIn start(Supplier<Instant> clock) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            WooStandIn shop = new WooStandIn(server, clock);
            server.createContext("/", shop::answer);
            server.start();
            return shop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    // What happens in the shop

    /** The same shop as if it were new. */
    public synchronized void empty() {
        orders.clear();
        refunds.clear();
        hooks.clear();
        failures.clear();
        events.clear();
        pings.clear();
        asked.clear();
        faults.clear();
        beforeList = () -> {};
    }

    /** An order as recorded, changed now. */
    public synchronized void put(ObjectNode order) {
        String id = Json.text(order, "id");
        boolean isNew = !orders.containsKey(id);
        orders.put(id, order.deepCopy());
        touch(id);
        if (isNew) {
            events.add(new Event("order.created", id));
        }
    }

    /** An order that changed at a moment of which no webhook tells. */
    public synchronized void putSilently(ObjectNode order, Instant changed) {
        String id = Json.text(order, "id");
        orders.put(id, order.deepCopy().put("date_modified_gmt", written(changed)));
    }

    public synchronized void setStatus(String id, String status) {
        ObjectNode order = order(id).put("status", status);
        if (status.equals("completed")) {
            order.put("date_completed_gmt", written(clock.get()));
        }
        touch(id);
        if (status.equals("trash")) {
            events.add(new Event("order.deleted", id));
        }
        if (status.equals("refunded") && refunds.getOrDefault(id, List.of()).isEmpty()) {
            addRefund(id, byStatus(order));
        }
    }

    private static ObjectNode byStatus(ObjectNode order) {
        ObjectNode refund = Json.MAPPER.createObjectNode();
        refund.put("amount", Json.text(order, "total")).put("reason", "Order fully refunded.");
        refund.putArray("line_items");
        refund.putArray("shipping_lines");
        refund.putArray("fee_lines");
        return refund;
    }

    /** Tells the webhooks, but need not change the order's date. */
    public synchronized String addRefund(String id, ObjectNode refund) {
        String number = Integer.toString(++lastId);
        ObjectNode made = refund.deepCopy()
                .put("id", lastId)
                .put("parent_id", Long.parseLong(id))
                .put("date_created_gmt", written(clock.get()));
        refunds.computeIfAbsent(id, _ -> new ArrayList<>()).addFirst(made);
        order(id)
                .withArray("refunds")
                .addObject()
                .put("id", lastId)
                .put("reason", Json.text(refund, "reason"))
                .put("total", "-" + Json.text(refund, "amount"));
        events.add(new Event("order.updated", id));
        return number;
    }

    /** Nobody is told. */
    public synchronized void deleteRefund(String id, String refund) {
        requireNonNull(refunds.get(id)).removeIf(one -> Json.text(one, "id").equals(refund));
        order(id).putArray("refunds");
    }

    public synchronized void deleteForGood(String id) {
        orders.remove(id);
    }

    private ObjectNode order(String id) {
        return requireNonNull(orders.get(id), id);
    }

    private void touch(String id) {
        order(id).put("date_modified_gmt", written(clock.get()));
        events.add(new Event("order.updated", id));
    }

    private static String written(Instant at) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").format(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    // Webhooks: built when they are sent, updates before creations, each topic of an order once

    /** Sends what waits; {@code post} says the status it got. Nothing is ever sent twice. */
    public synchronized int sendWebhooks(Function<Delivery, Integer> post) {
        List<Delivery> all = new ArrayList<>(pings);
        pings.clear();
        for (Event event : events.stream()
                .distinct()
                .sorted(Comparator.comparing((Event e) -> e.topic.equals("order.created")))
                .toList()) {
            hooks.values().stream()
                    .filter(hook -> Json.text(hook, "topic").equals(event.topic))
                    .filter(hook -> Json.text(hook, "status").equals("active"))
                    .forEach(hook -> all.add(delivery(hook, event)));
        }
        events.clear();
        all.forEach(delivery -> judge(delivery, post.apply(delivery)));
        return all.size();
    }

    private void judge(Delivery delivery, int status) {
        ObjectNode hook = hooks.get(delivery.headers.get("X-WC-Webhook-ID"));
        if (hook == null) {
            return;
        }
        String id = Json.text(hook, "id");
        int inARow = status >= 200 && status <= 302 ? 0 : failures.getOrDefault(id, 0) + 1;
        failures.put(id, inARow);
        if (inARow >= FAILURES_BEFORE_OFF) {
            hook.put("status", "disabled");
        }
    }

    private Delivery delivery(ObjectNode hook, Event event) {
        byte[] body = body(event).getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("X-WC-Webhook-Topic", event.topic);
        headers.put("X-WC-Webhook-ID", Json.text(hook, "id"));
        // of the webhook and the second: the same for different orders
        headers.put(
                "X-WC-Webhook-Delivery-ID",
                DigestUtils.md5Hex(Json.text(hook, "id") + clock.get().getEpochSecond()));
        headers.put("X-WC-Webhook-Signature", sign(Json.text(hook, "secret"), body));
        return new Delivery(Json.text(hook, "delivery_url"), headers, Raw.of(body));
    }

    static String sign(String secret, byte[] body) {
        return Base64.getEncoder().encodeToString(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmac(body));
    }

    private String body(Event event) {
        if (faults.contains(Fault.SIGNED_ERRORS)) {
            return error("woocommerce_rest_cannot_view", 403);
        }
        return event.topic.equals("order.deleted") || !orders.containsKey(event.order)
                ? "{\"id\":" + event.order + "}"
                : orders.get(event.order).toString();
    }

    // The API

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, String> query = query(exchange.getRequestURI());
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        byte[] sent = exchange.getRequestBody().readAllBytes();
        Reply reply;
        synchronized (this) {
            reply = reply(exchange, path, query, sent);
        }
        reply.headers.forEach(exchange.getResponseHeaders()::add);
        byte[] body = reply.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private record Reply(int status, String body, Map<String, String> headers) {

        static Reply json(int status, String body) {
            return new Reply(status, body, Map.of("Content-Type", "application/json; charset=UTF-8"));
        }
    }

    private Reply reply(HttpExchange exchange, String path, Map<String, String> query, byte[] sent) {
        if (faults.contains(Fault.THROTTLED_429)) {
            return new Reply(429, "<html>Too many requests</html>", Map.of("Retry-After", "30"));
        }
        if (faults.contains(Fault.MAINTENANCE_503)) {
            return new Reply(503, "<html>Briefly unavailable</html>", Map.of("Retry-After", "600"));
        }
        if (faults.contains(Fault.WEB_PAGES)) {
            return new Reply(200, "<!doctype html><title>Are you human?</title>", Map.of("Content-Type", "text/html"));
        }
        if (path.equals("/wp-json/")) {
            return Reply.json(200, "{\"name\":\"Nordlys &amp; Te\"}");
        }
        String basic =
                "Basic " + Base64.getEncoder().encodeToString((KEY + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean known = basic.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!known || faults.contains(Fault.NOT_SEEN_AS_HTTPS)) {
            return Reply.json(401, error("woocommerce_rest_cannot_view", 401));
        }
        String route = path.replaceFirst("^/wp-json/wc/v3/", "");
        String[] parts = route.split("/");
        return switch (parts[0]) {
            case "orders" -> orders(parts, query);
            case "refunds" ->
                faults.contains(Fault.NO_REFUND_LIST)
                        ? Reply.json(404, error("rest_no_route", 404))
                        : list(
                                refunds.values().stream().flatMap(List::stream),
                                query,
                                "date_created_gmt",
                                "after",
                                "before");
            case "webhooks" -> webhooks(exchange.getRequestMethod(), parts, query, sent);
            default -> Reply.json(404, error("rest_no_route", 404));
        };
    }

    private static String error(String code, int status) {
        return "{\"code\":\"" + code + "\",\"message\":\"Sorry\",\"data\":{\"status\":" + status + "}}";
    }

    private Reply orders(String[] parts, Map<String, String> query) {
        if (parts.length == 1) {
            beforeList.run();
            String status = query.getOrDefault("status", "any");
            return list(
                    orders.values().stream().filter(order -> isListed(Json.text(order, "status"), status)),
                    query,
                    "date_modified_gmt",
                    "modified_after",
                    "modified_before");
        }
        if (!orders.containsKey(parts[1])) {
            return Reply.json(404, error("woocommerce_rest_shop_order_invalid_id", 404));
        }
        if (parts.length == 2) {
            return Reply.json(200, orders.get(parts[1]).toString());
        }
        return page(List.copyOf(refunds.getOrDefault(parts[1], List.of())), query);
    }

    private static boolean isListed(String status, String asked) {
        return asked.equals("any") ? !Set.of("trash", "checkout-draft").contains(status) : status.equals(asked);
    }

    /** Both bounds leave out their own second; equal times come in no order that could be relied on. */
    private static Reply list(
            Stream<ObjectNode> all, Map<String, String> query, String time, String after, String before) {
        Comparator<ObjectNode> order = query.getOrDefault("orderby", "date").equals("id")
                ? Comparator.comparingLong(node -> node.path("id").longValue())
                : Comparator.comparing((ObjectNode node) -> Json.text(node, time))
                        .thenComparing(node -> DigestUtils.md5Hex(Json.text(node, "id") + query.get("page")));
        return page(
                all.filter(node -> isWithin(Json.text(node, time), query.get(after), query.get(before)))
                        .sorted(order)
                        .toList(),
                query);
    }

    private static boolean isWithin(String time, @Nullable String after, @Nullable String before) {
        return (after == null || time.compareTo(seconds(after)) > 0)
                && (before == null || time.compareTo(seconds(before)) < 0);
    }

    private static String seconds(String time) {
        return time.length() == 16 ? time + ":00" : time;
    }

    private static Reply page(List<ObjectNode> all, Map<String, String> query) {
        int size = Integer.parseInt(query.getOrDefault("per_page", "10"));
        int page = Integer.parseInt(query.getOrDefault("page", "1"));
        if (size > 100) {
            return Reply.json(400, error("rest_invalid_param", 400));
        }
        List<ObjectNode> some =
                all.stream().skip((page - 1L) * size).limit(size).toList();
        ArrayNode array = Json.MAPPER.createArrayNode();
        some.forEach(array::add);
        boolean past = some.isEmpty();
        return new Reply(
                200,
                array.toString(),
                Map.of(
                        "X-WP-Total", past ? "0" : Integer.toString(all.size()),
                        "X-WP-TotalPages", past ? "0" : Integer.toString((all.size() + size - 1) / size)));
    }

    private Reply webhooks(String method, String[] parts, Map<String, String> query, byte[] sent) {
        if (method.equals("GET")) {
            return page(hooks.values().stream().map(WooStandIn::shown).toList(), query);
        }
        JsonNode wanted = Json.MAPPER.readTree(sent);
        String id = method.equals("POST") ? Integer.toString(++lastId) : parts[1];
        ObjectNode hook =
                hooks.computeIfAbsent(id, _ -> Json.MAPPER.createObjectNode().put("id", Integer.parseInt(id)));
        wanted.properties().forEach(field -> hook.set(field.getKey(), field.getValue()));
        if (method.equals("POST")) {
            pings.add(new Delivery(
                    Json.text(hook, "delivery_url"),
                    Map.of("Content-Type", "application/x-www-form-urlencoded"),
                    Raw.of("webhook_id=" + id)));
        } else {
            failures.remove(id);
        }
        return Reply.json(method.equals("POST") ? 201 : 200, hook.toString());
    }

    /** The secret is never shown. */
    private static ObjectNode shown(ObjectNode hook) {
        ObjectNode shown = hook.deepCopy();
        shown.remove("secret");
        return shown;
    }

    public synchronized List<String> hookStates() {
        return hooks.values().stream()
                .map(hook -> Json.text(hook, "topic") + " " + Json.text(hook, "status"))
                .sorted()
                .toList();
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        if (uri.getRawQuery() != null) {
            for (String part : uri.getRawQuery().split("&", -1)) {
                String[] pair = part.split("=", 2);
                query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }
}
