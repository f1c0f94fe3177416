package dk.ordrebro.booking.drain;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.fault.Effect;
import dk.ordrebro.billysimulator.fault.FaultRule;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.DatabaseAddress;
import dk.ordrebro.database.EmbeddedPostgres;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A database that hangs is worse than one that dies: nothing is refused, nothing ends. The application gives up on it, says so, and goes on with
 * what is there, and no document is lost or doubled. The limits are a tenth of the usual ones, so that nobody waits for the test.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "ordrebro.health.patience=1s",
            "spring.datasource.hikari.connection-timeout=3000",
            "spring.datasource.hikari.validation-timeout=500",
            "spring.datasource.hikari.connection-init-sql=set idle_in_transaction_session_timeout = '2s'",
            "spring.datasource.hikari.data-source-properties.connectTimeout=1",
            "spring.datasource.hikari.data-source-properties.sslResponseTimeout=1000",
            "spring.datasource.hikari.data-source-properties.socketTimeout=2",
            "spring.datasource.hikari.data-source-properties.targetServerType=primary",
            "spring.datasource.hikari.data-source-properties.hostRecheckSeconds=2"
        })
@DirtiesContext
@SuppressWarnings("NullAway.Init") // set before the application starts
class HungDatabaseTests {

    private static final int ORDERS = 120;
    private static final Duration ENOUGH = Duration.ofMinutes(2);

    /** Promised with the usual limits, which are longer than those of this test. */
    private static final Duration PROMISED = Duration.ofSeconds(40);

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static Line first;
    private static Line second;
    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    /** Two addresses, as of a primary and its standby; at first the database is behind the first. */
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws IOException {
        postgres = EmbeddedPostgres.start(folder);
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
        DatabaseAddress address = postgres.address();
        int server = URI.create(address.url().substring("jdbc:".length())).getPort();
        first = new Line(server);
        second = new Line(server);
        second.refuse(true);
        properties.add(
                "spring.datasource.url",
                () -> "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/ordrebro".formatted(first.port(), second.port()));
        properties.add("spring.datasource.username", address::user);
        properties.add("spring.datasource.password", address::password);
    }

    @AfterAll
    static void end() {
        signal("CONT");
        first.close();
        second.close();
        postgres.close();
        billy.close();
    }

    /** One story, because starting a database and an application for each chapter would take longer than both. */
    @Test
    void goesOnBookingAfterTheDatabaseHungAndAfterAnotherTookOver() throws Exception {
        assertReadySoon();
        Setup setup = Setup.of(context, billy, true);
        slowBilly(setup);

        handle(setup, "a", ORDERS);
        await("the first documents", () -> documents(setup) > 5);
        signal("STOP");
        try {
            assertDownSoon();
            assertThat(get("/actuator/health/liveness").statusCode())
                    .as("alive")
                    .isEqualTo(200);
            assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
        } finally {
            signal("CONT");
        }
        Instant thawed = Instant.now();
        assertReadySoon();
        assertBooked(setup, "b");
        assertThat(Duration.between(thawed, Instant.now())).isLessThan(PROMISED);
        assertEachOnce(setup, ORDERS + 1);

        handle(setup, "c", ORDERS);
        await("some of the second documents", () -> documents(setup) > ORDERS + 6);
        first.goSilent();
        assertDownSoon();
        second.refuse(false);
        Instant tookOver = Instant.now();
        assertReadySoon();
        assertBooked(setup, "d");
        assertThat(Duration.between(tookOver, Instant.now())).isLessThan(PROMISED);
        assertEachOnce(setup, 2 * (ORDERS + 1));
    }

    private static void slowBilly(Setup setup) {
        billy.admin()
                .faults()
                .order(FaultRule.on("POST /invoices", new Effect.Latency(new Effect.Delay.Fixed(100), false))
                        .withOrganization(setup.keys.organizationId()));
    }

    private void handle(Setup setup, String name, int count) {
        List<Handling.Whole> wholes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            wholes.add(new Handling.Whole(setup.keep(order().id(name + i).item("1", "125")), Given.HANDLED, null));
        }
        context.getBean(Handling.class).handleAll(setup.company, wholes);
    }

    private void assertBooked(Setup setup, String id) throws Exception {
        Fulfillment fulfillment = setup.handle(order().id(id).item("1", "250"));
        await("order " + id, () -> setup.booking(fulfillment).state() == BookingState.SETTLED);
    }

    /** What died in flight is looked for; whether it is missing for certain is told by time, which passes here at once. */
    private void assertEachOnce(Setup setup, int orders) throws Exception {
        await("every order: " + orders, () -> {
            jdbc.sql("""
                            update booking set due_at = now(), sent_at = sent_at - interval '3 minutes', claimed_at = claimed_at - interval '3 minutes'
                            where company_id = ? and state = 'SUSPECT' and sent_at > now() - interval '2 minutes'
                            """).param(setup.company.value()).update();
            return settled(setup) == orders;
        });
        assertThat(documents(setup)).isEqualTo(orders);
        assertThat(billy.admin().counters(setup.keys.organizationId()).duplicates())
                .isZero();
    }

    private int settled(Setup setup) {
        return jdbc.sql(
                        "select count(*) from booking where company_id = ? and state = 'SETTLED' and standing = 'APPROVED'")
                .param(setup.company.value())
                .query(Integer.class)
                .single();
    }

    private static long documents(Setup setup) {
        return billy.admin().counters(setup.keys.organizationId()).invoicesCreated();
    }

    private void assertDownSoon() throws Exception {
        await("DOWN", () -> get("/actuator/health/readiness").statusCode() == 503);
        assertThat(get("/actuator/health/readiness").body())
                .contains("\"why\"")
                .contains("database")
                .doesNotContain(postgres.address().url().substring(20));
    }

    private void assertReadySoon() throws Exception {
        await("UP", () -> get("/actuator/health/readiness").statusCode() == 200);
        assertThat(get("/actuator/health").body()).contains("\"status\":\"UP\"");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    /** Failures on the way are what this is about. */
    private void await(String what, Callable<Boolean> seen) throws Exception {
        Instant end = Instant.now().plus(ENOUGH);
        Exception last = null;
        while (Instant.now().isBefore(end)) {
            try {
                if (seen.call()) {
                    return;
                }
            } catch (IOException | RuntimeException failed) {
                last = failed;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("It never came to " + what + "; the bookings: " + states(), last);
    }

    private List<String> states() {
        return jdbc.sql("""
                        select concat_ws(' ', count(*), state, min(sent_at), min(claimed_at), min(due_at), now()) from booking group by state
                        """).query((row, index) -> row.getString(1)).list();
    }

    /** To the server and every process of it, as a machine that freezes does. */
    private static void signal(String name) {
        try {
            long postmaster = Long.parseLong(Files.readAllLines(folder.resolve("database/postmaster.pid"))
                    .getFirst());
            ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
            for (ProcessHandle one :
                    Stream.concat(Stream.of(server), server.descendants()).toList()) {
                new ProcessBuilder("kill", "-" + name, Long.toString(one.pid()))
                        .inheritIO()
                        .start()
                        .waitFor();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
