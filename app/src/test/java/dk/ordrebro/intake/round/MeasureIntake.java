package dk.ordrebro.intake.round;

import dk.ordrebro.OrdrebroApplication;
import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.database.DatabaseAddress;
import dk.ordrebro.database.EmbeddedPostgres;
import dk.ordrebro.intake.Feeds;
import dk.ordrebro.intake.woocommerce.WooStandIn;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.integration.ShopConnections;
import dk.ordrebro.order.Orders;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measures how fast webhooks are kept and answered, beside the rate at which the same durable database commits rows of that size one by one, and how
 * fast older orders are read from a shop that is asked twice a second. Everything stands on this machine. Run it with a folder for the database:
 * {@code MeasureIntake FOLDER [WEBHOOKS] [A SECOND] [ORDERS]}; docs/performance.md has the whole command.
 */
public final class MeasureIntake {

    private static final int CLIENTS = 64;
    private static final int RUNS = 3;
    private static final String FILLING = "x".repeat(4_000);

    private final ConfigurableApplicationContext context;
    private final DatabaseAddress database;
    private final CompanyId company;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private MeasureIntake(ConfigurableApplicationContext context, DatabaseAddress database) {
        this.context = context;
        this.database = database;
        this.company = context.getBean(Companies.class).create("Måling").id();
    }

    static void main(String[] args) throws Exception {
        int webhooks = number(args, 1, 30_000);
        int aSecond = number(args, 2, 1_000);
        int orders = number(args, 3, 5_000);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]))) {
            DatabaseAddress database = postgres.address();
            try (ConfigurableApplicationContext context = SpringApplication.run(
                    OrdrebroApplication.class,
                    "--spring.datasource.url=" + database.url(),
                    "--spring.datasource.username=" + database.user(),
                    "--spring.datasource.password=" + database.password(),
                    "--ordrebro.key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                    "--ordrebro.drains=off",
                    "--ordrebro.public-url=https://ordrebro.example",
                    "--ordrebro.allow-private-addresses=true",
                    "--server.address=127.0.0.1",
                    "--server.port=0")) {
                MeasureIntake measure = new MeasureIntake(context, database);
                measure.webhooks(webhooks, aSecond);
                measure.history(orders);
            }
        }
        System.exit(0);
    }

    private static int number(String[] args, int at, int otherwise) {
        return args.length > at ? Integer.parseInt(args[at]) : otherwise;
    }

    private OrderIntegration shop(OrderPlatform platform, String name) {
        OrderIntegration shop = new OrderIntegration(
                company,
                new OrderIntegrationId(context.getBean(Ids.class).next()),
                name,
                platform,
                name,
                null,
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true);
        context.getBean(OrderIntegrations.class).save(shop);
        return shop;
    }

    private void webhooks(int count, int aSecond) throws Exception {
        OrderIntegration shop = shop(OrderPlatform.VENDURE, "webhooks");
        ShopConnection connection = context.getBean(ShopConnections.class)
                .save(
                        shop,
                        Map.of("admin-api", "http://127.0.0.1:9/admin-api", "user", "bo"),
                        Map.of("password", new Secret("hemmelig")));
        Feeds feeds = context.getBean(Feeds.class);
        feeds.connected(shop);
        URI door = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port")
                + feeds.door(company, shop.id()).orElseThrow().getPath());
        String secret =
                connection.secret(ShopConnection.WEBHOOK_SECRET).orElseThrow().reveal();
        HttpRequest[] ready = new HttpRequest[count];
        for (int run = 0; run < RUNS; run++) {
            for (int i = 0; i < count; i++) {
                ready[i] = webhook(door, secret, run * count + i);
            }
            System.out.printf(
                    Locale.ROOT,
                    "webhooks as fast as %d clients can: %s%n",
                    CLIENTS,
                    send(Arrays.copyOf(ready, count / 2), 0));
            System.out.printf(
                    Locale.ROOT,
                    "webhooks at %d a second: %s%n",
                    aSecond,
                    send(Arrays.copyOfRange(ready, count / 2, count), aSecond));
            System.out.printf(
                    Locale.ROOT,
                    "the same database, rows of that size, a commit each over 12 connections: %d a second%n",
                    commits(count / 4));
        }
    }

    private static HttpRequest webhook(URI door, String secret, int order) {
        String body =
                "{\"orderId\":\"%d\",\"event\":\"OrderPlacedEvent\",\"filling\":\"%s\"}".formatted(order, FILLING);
        byte[] hmac = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmac(body);
        return HttpRequest.newBuilder(door)
                .header("Content-Type", "application/json")
                .header("x-ordrebro-signature", Base64.encodeBase64String(hmac))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /**
     * Sends all of them.
     *
     * @param aSecond 0 for as fast as the clients can
     */
    private String send(HttpRequest[] requests, int aSecond) throws InterruptedException {
        long[] took = new long[requests.length];
        var refused = new AtomicInteger();
        var free = new Semaphore(aSecond == 0 ? CLIENTS : requests.length);
        long began = System.nanoTime();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < requests.length; i++) {
                int at = i;
                long due = aSecond == 0 ? System.nanoTime() : began + i * (1_000_000_000L / aSecond);
                pause(due);
                free.acquire();
                clients.execute(() -> {
                    // From when it was due, so that a late sender does not hide a slow answer.
                    long start = aSecond == 0 ? System.nanoTime() : due;
                    if (status(requests[at]) != 200) {
                        refused.incrementAndGet();
                    }
                    took[at] = System.nanoTime() - start;
                    free.release();
                });
            }
        }
        Duration all = Duration.ofNanos(System.nanoTime() - began);
        Arrays.sort(took);
        return String.format(
                Locale.ROOT,
                "%d a second, median %.1f ms, p99 %.1f ms, %d not answered 200",
                requests.length * 1_000L / all.toMillis(),
                took[took.length / 2] / 1e6,
                took[took.length * 99 / 100] / 1e6,
                refused.get());
    }

    private static void pause(long due) throws InterruptedException {
        long ahead = due - System.nanoTime();
        if (ahead > 0) {
            TimeUnit.NANOSECONDS.sleep(ahead);
        }
    }

    private int status(HttpRequest request) {
        try {
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            return answer.statusCode();
        } catch (IOException _) {
            return 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private long commits(int count) throws Exception {
        try (Connection connection = connect()) {
            connection
                    .createStatement()
                    .execute("create table if not exists measured (id bigserial primary key, body bytea not null)");
        }
        byte[] body = FILLING.getBytes(StandardCharsets.UTF_8);
        var next = new AtomicInteger();
        long began = System.nanoTime();
        List<Callable<Void>> writers = Collections.nCopies(12, () -> {
            write(body, next, count);
            return null;
        });
        try (ExecutorService threads = Executors.newFixedThreadPool(writers.size())) {
            for (Future<Void> done : threads.invokeAll(writers)) {
                done.get();
            }
        }
        return count * 1_000L / Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private void write(byte[] body, AtomicInteger next, int count) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement("insert into measured (body) values (?)")) {
            insert.setBytes(1, body);
            while (next.incrementAndGet() <= count) {
                insert.executeUpdate();
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private void history(int count) throws Exception {
        Clock clock = context.getBean(Clock.class);
        try (WooStandIn woo = WooStandIn.start(clock::instant)) {
            ObjectNode sample = sample();
            for (int i = 1; i <= count; i++) {
                woo.putSilently(
                        sample.deepCopy().put("id", 10_000 + i).put("number", Integer.toString(10_000 + i)),
                        clock.instant().minus(Duration.ofDays(60)).plusSeconds(i));
            }
            OrderIntegration shop = shop(OrderPlatform.WOOCOMMERCE, "history");
            context.getBean(ShopConnections.class)
                    .save(
                            shop,
                            Map.of("base-url", woo.url()),
                            Map.of(
                                    "consumer-key", new Secret(WooStandIn.KEY),
                                    "consumer-secret", new Secret(WooStandIn.SECRET)));
            Feeds feeds = context.getBean(Feeds.class);
            feeds.connected(shop);
            RoundsByHand.run(context, shop);
            int askedBefore = woo.asked.size();
            long before = context.getBean(Orders.class).count(company);
            feeds.importHistory(company, shop.id(), clock.instant().minus(Duration.ofDays(90)), false);
            long began = System.nanoTime();
            RoundsByHand.run(context, shop);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            long read = context.getBean(Orders.class).count(company) - before;
            System.out.printf(
                    Locale.ROOT,
                    "history: %d orders in %.1f s with %d calls at most 2 a second: %d orders a minute%n",
                    read,
                    took.toMillis() / 1e3,
                    woo.asked.size() - askedBefore,
                    read * 60_000 / took.toMillis());
        }
    }

    private static ObjectNode sample() throws IOException {
        try (InputStream file = Objects.requireNonNull(MeasureIntake.class.getResourceAsStream(
                "/dk/ordrebro/intake/woocommerce/shop-dk-consumer-incl-vat.completed.json"))) {
            return (ObjectNode) JsonMapper.shared().readTree(file.readAllBytes());
        }
    }
}
