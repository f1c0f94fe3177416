package dk.ordrebro.intake.shopify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.analysis.QueryComplexityCalculator;
import graphql.parser.Parser;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * Shopify's Admin API as far as we use it, on a port of its own: every question is validated and every answer checked against the published schema.
 * Its quirks and faults are switches. Quirks are those of {@code docs/reference/webshops.md} (throttled with status 200, tokens that end, subscriptions that vanish);
 * the counting of points follows the strictest reading of what is documented.
 */
public final class ShopifyStandIn implements AutoCloseable {

    public static final String CLIENT_ID = "app-id";
    public static final String CLIENT_SECRET = "hush-hush-client-secret";
    private static final int DEAREST_QUESTION = 1000;

    private final HttpServer server;
    private final GraphQLSchema schema;
    private final GraphQL engine;
    private final InstantSource clock;
    private final Map<String, Map<String, Object>> orders = new LinkedHashMap<>();
    private final Map<String, Instant> tokens = new HashMap<>();

    /** Each is a topic and an address, as the shop keeps it. */
    public final List<Map<String, Object>> webhooks = new CopyOnWriteArrayList<>();

    /** The operations asked for, in order. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    /** What we asked or answered that the schema does not allow. */
    public final List<String> faults = new CopyOnWriteArrayList<>();

    public List<String> scopes = List.of("read_orders", "read_customers", "read_all_orders");
    public Duration tokenLife = Duration.ofHours(24);
    public boolean forgetsTokens;
    public boolean deniesCustomers;
    public boolean refusesAddresses;
    public int maximumAvailable = 2000;
    public int restoreRate = 100;
    public int available = 2000;
    public int tooManyRequests;

    public @Nullable String answersWith;
    private Instant filledAt;

    public ShopifyStandIn(InstantSource clock) {
        this.clock = clock;
        this.filledAt = clock.instant();
        this.schema = AdminSchema.with(wiring -> wiring.type(
                        "QueryRoot",
                        root -> root.dataFetcher("order", this::order)
                                .dataFetcher("node", this::node)
                                .dataFetcher("orders", this::changed)
                                .dataFetcher("shop", asked -> Map.of("name", "Lab Butik"))
                                .dataFetcher("currentAppInstallation", asked -> Map.of("accessScopes", scopes()))
                                .dataFetcher(
                                        "webhookSubscriptions",
                                        asked -> AdminSchema.page(asked, Map.of("nodes", List.copyOf(webhooks)))))
                .type("Mutation", root -> root.dataFetcher("webhookSubscriptionCreate", this::makeWebhook)));
        this.engine = GraphQL.newGraphQL(schema).build();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/admin/oauth/access_token", exchange -> answer(exchange, this::giveToken));
        server.createContext("/admin/api/2026-10/graphql.json", exchange -> answer(exchange, this::graphql));
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** The shop has an order, or has it otherwise from now on. */
    public synchronized void put(JsonNode order) {
        Map<String, Object> tree = Json.MAPPER.convertValue(order, new TypeReference<>() {});
        orders.put(String.valueOf(tree.get("legacyResourceId")), tree);
    }

    public synchronized void delete(String id) {
        orders.remove(id);
    }

    private record Reply(int status, Map<String, ?> body) {}

    private interface Answering {
        Reply to(HttpExchange exchange, byte[] body);
    }

    private void answer(HttpExchange exchange, Answering answering) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Reply reply;
            synchronized (this) {
                reply = answering.to(exchange, body);
            }
            String text = answersWith != null ? answersWith : Json.MAPPER.writeValueAsString(reply.body);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (reply.status == 429) {
                exchange.getResponseHeaders().set("Retry-After", "2");
            }
            exchange.sendResponseHeaders(reply.status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Reply giveToken(HttpExchange exchange, byte[] body) {
        asked.add("token");
        String expected = "grant_type=client_credentials&client_id=" + CLIENT_ID + "&client_secret=" + CLIENT_SECRET;
        if (!new String(body, StandardCharsets.UTF_8).equals(expected)) {
            return new Reply(400, Map.of("error", "application_cannot_be_found"));
        }
        String token = "shpat_" + tokens.size();
        tokens.put(token, clock.instant().plus(tokenLife));
        return new Reply(
                200, Map.of("access_token", token, "scope", "read_orders", "expires_in", tokenLife.toSeconds() - 1));
    }

    private Reply graphql(HttpExchange exchange, byte[] body) {
        Instant until = tokens.get(String.valueOf(exchange.getRequestHeaders().getFirst("X-Shopify-Access-Token")));
        if (forgetsTokens) {
            tokens.clear();
            forgetsTokens = false;
            until = null;
        }
        if (until == null || !clock.instant().isBefore(until)) {
            return new Reply(401, Map.of("errors", "[API] Invalid API key or access token"));
        }
        if (tooManyRequests > 0) {
            tooManyRequests--;
            return new Reply(429, Map.of("errors", "Exceeded 2 calls per second"));
        }
        Map<String, Object> question = Json.MAPPER.readValue(body, new TypeReference<>() {});
        return execute(
                (String) Objects.requireNonNull(question.get("query")),
                (String) Objects.requireNonNull(question.get("operationName")),
                Json.MAPPER.convertValue(question.get("variables"), new TypeReference<>() {}));
    }

    /** A token that an admin made by hand, which lasts. */
    public void accept(String token) {
        tokens.put(token, Instant.MAX);
    }

    private Reply execute(String query, String operation, Map<String, Object> variables) {
        asked.add(operation);
        int cost = cost(query, operation, variables);
        if (cost > DEAREST_QUESTION) {
            return error("MAX_COST_EXCEEDED", "Query cost is " + cost, cost);
        }
        refill();
        if (cost > available) {
            return error("THROTTLED", "Throttled", cost);
        }
        if (deniesCustomers && operation.equals("Order")) {
            return error("ACCESS_DENIED", "This app is not approved to access the Customer object.", cost);
        }
        ExecutionResult result = engine.execute(ExecutionInput.newExecutionInput(query)
                .operationName(operation)
                .variables(variables)
                .build());
        result.getErrors().forEach(error -> faults.add(operation + ": " + error.getMessage()));
        Map<String, Object> body = new LinkedHashMap<>(result.toSpecification());
        available -= objectsIn(body.get("data"));
        body.put("extensions", Map.of("cost", costs(cost)));
        return new Reply(200, body);
    }

    /** What was asked for and not there is paid back. */
    private static int objectsIn(@Nullable Object tree) {
        return switch (tree) {
            case Map<?, ?> map ->
                1 + map.values().stream().mapToInt(ShopifyStandIn::objectsIn).sum();
            case List<?> list ->
                list.stream().mapToInt(ShopifyStandIn::objectsIn).sum();
            case null, default -> 0;
        };
    }

    private void refill() {
        long points = Duration.between(filledAt, clock.instant()).toMillis() * restoreRate / 1000;
        available = (int) Math.min(maximumAvailable, available + points);
        filledAt = clock.instant();
    }

    private Map<String, Object> costs(int cost) {
        return Map.of(
                "requestedQueryCost",
                cost,
                "throttleStatus",
                Map.of(
                        "maximumAvailable", maximumAvailable,
                        "currentlyAvailable", available,
                        "restoreRate", restoreRate));
    }

    /** Status 200, as observed. */
    private Reply error(String code, String message, int cost) {
        return new Reply(
                200,
                Map.of(
                        "errors", List.of(Map.of("message", message, "extensions", Map.of("code", code))),
                        "extensions", Map.of("cost", costs(cost))));
    }

    /** Scalars cost nothing, an object one, a list or connection as many as are asked for, a mutation ten. */
    int cost(String query, String operation, Map<String, Object> variables) {
        return QueryComplexityCalculator.newCalculator()
                .schema(schema)
                .document(Parser.parse(query))
                .operationName(operation)
                .variables(graphql.execution.CoercedVariables.of(variables))
                .fieldComplexityCalculator((field, children) -> {
                    GraphQLNamedType type =
                            GraphQLTypeUtil.unwrapAll(field.getFieldDefinition().getType());
                    int each = type instanceof GraphQLCompositeType ? 1 + children : 0;
                    boolean mutation = field.getParentType() != null
                            && field.getFieldDefinition().getName().startsWith("webhookSubscriptionCreate");
                    return mutation ? 10 : each * (int) field.getArguments().getOrDefault("first", 1);
                })
                .build()
                .calculate();
    }

    private static String given(DataFetchingEnvironment asked, String argument) {
        return Objects.requireNonNull(asked.<String>getArgument(argument), argument);
    }

    private @Nullable Object order(DataFetchingEnvironment asked) {
        return orders.get(Json.idIn(given(asked, "id")));
    }

    private @Nullable Object node(DataFetchingEnvironment asked) {
        String id = given(asked, "id");
        return orders.values().stream()
                .flatMap(order -> java.util.stream.Stream.of(
                                List.of(order), parts(order, "fulfillments"), parts(order, "refunds"))
                        .flatMap(List::stream))
                .filter(part -> id.equals(part.get("id")))
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parts(Map<String, Object> order, String name) {
        return (List<Map<String, Object>>) Objects.requireNonNull(order.get(name));
    }

    private Object changed(DataFetchingEnvironment asked) {
        String query = asked.getArgument("query");
        Instant since = query == null ? Instant.MIN : Instant.parse(query.replaceAll("^updated_at:>='(.*)'$", "$1"));
        List<Map<String, Object>> found = new ArrayList<>(orders.values());
        found.removeIf(order -> updatedAt(order).isBefore(since));
        found.sort(Comparator.comparing(ShopifyStandIn::updatedAt));
        return AdminSchema.page(asked, Map.of("nodes", found));
    }

    private static Instant updatedAt(Map<String, Object> order) {
        return OffsetDateTime.parse(String.valueOf(order.get("updatedAt"))).toInstant();
    }

    private List<Map<String, Object>> scopes() {
        return scopes.stream()
                .<Map<String, Object>>map(handle -> Map.of("handle", handle))
                .toList();
    }

    private Object makeWebhook(DataFetchingEnvironment asked) {
        String topic = given(asked, "topic");
        Map<String, String> webhook = Objects.requireNonNull(asked.getArgument("webhookSubscription"));
        String uri = Objects.requireNonNull(webhook.get("uri"));
        Map<String, Object> wanted =
                Map.of("topic", topic, "uri", uri, "id", "gid://shopify/WebhookSubscription/" + (webhooks.size() + 1));
        boolean there = webhooks.stream().anyMatch(one -> topic.equals(one.get("topic")) && uri.equals(one.get("uri")));
        String wrong = refusesAddresses
                ? "Address is not allowed"
                : there ? "Address for this topic has already been taken" : null;
        if (wrong != null) {
            return Map.of("userErrors", List.of(Map.of("field", List.of("webhookSubscription"), "message", wrong)));
        }
        webhooks.add(wanted);
        return Map.of("userErrors", List.of());
    }
}
