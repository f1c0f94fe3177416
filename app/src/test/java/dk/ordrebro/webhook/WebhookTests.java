package dk.ordrebro.webhook;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.ordrebro.SettableClock;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.activity.Activities;
import dk.ordrebro.activity.Activity;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.integration.OutsideAddresses;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.io.CloseMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a booking that changes to a signed message at somebody's address, with runs made by hand. */
@SpringBootTest(properties = {"ordrebro.drains=off", "ordrebro.allow-private-addresses=true"})
@OwnDatabase
class WebhookTests {

    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    private static final Set<Event> ALL = EnumSet.of(Event.SETTLED, Event.CREDITED, Event.HELD);

    private static BillySimulator billy;
    private static HttpServer listener;
    private static final List<Heard> HEARD = new CopyOnWriteArrayList<>();
    private static final List<Integer> ANSWERS = new CopyOnWriteArrayList<>();

    private record Heard(String event, String delivery, String signature, String body) {}

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(NOON);
        }
    }

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Endpoints endpoints;

    @Autowired
    private Telling telling;

    @Autowired
    private Handling handling;

    @Autowired
    private Activities activities;

    @Autowired
    private TransactionTemplate transaction;

    private Setup setup;

    @BeforeAll
    static void start() throws IOException {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
        listener = ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.getLoopbackAddress())
                .setListenerPort(0)
                .setCanonicalHostName("127.0.0.1")
                .register("*", (request, response, ignored) -> {
                    HEARD.add(heard(request));
                    response.setCode(ANSWERS.isEmpty() ? 204 : ANSWERS.removeFirst());
                })
                .create();
        listener.start();
    }

    private static Heard heard(ClassicHttpRequest request) throws IOException {
        return new Heard(
                request.getFirstHeader("Ordrebro-Event").getValue(),
                request.getFirstHeader("Ordrebro-Delivery").getValue(),
                request.getFirstHeader("Ordrebro-Signature").getValue(),
                new String(request.getEntity().getContent().readAllBytes(), StandardCharsets.UTF_8));
    }

    @AfterAll
    static void stop() {
        billy.close();
        listener.close(CloseMode.IMMEDIATE);
    }

    @BeforeEach
    void makeACompany() {
        clock.set(NOON);
        HEARD.clear();
        ANSWERS.clear();
        setup = Setup.of(context, billy, false);
    }

    private static URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/hook");
    }

    private Endpoints.Added listening(Set<Event> events) {
        return endpoints.add(setup.company, url(), events);
    }

    private Optional<Instant> run(Endpoints.Added added) {
        return telling.run(new Post.Box(setup.company, added.endpoint().id()));
    }

    private Endpoint now(Endpoints.Added added) {
        return endpoints.find(setup.company, added.endpoint().id()).orElseThrow();
    }

    private List<Delivery> deliveries(Endpoints.Added added) {
        return endpoints.deliveries(setup.company, added.endpoint().id(), Optional.empty(), 50);
    }

    private Fulfillment book() {
        Fulfillment made = setup.handle(order().item("2", "100").freight("39").statedGross("239"));
        setup.drain();
        return made;
    }

    @Test
    void tellsOfAnInvoiceAndACreditNoteSignedSoThatItCanBeProven() {
        // approved, because a draft is not credited
        setup = Setup.of(context, billy, true);
        Endpoints.Added added = listening(ALL);
        Fulfillment delivery = book();
        handling.takeBack(setup.company, delivery.id(), Map.of("1", BigDecimal.ONE), NOON, null);
        setup.drain();

        run(added);

        assertThat(HEARD).extracting(Heard::event).containsExactly("booking.settled", "booking.credited");
        Heard first = HEARD.getFirst();
        JsonNode told = JsonMapper.shared().readTree(first.body);
        assertThat(told.get("id").stringValue()).isEqualTo(first.delivery);
        assertThat(told.at("/booking/gross/amount").stringValue()).isEqualTo("239.00");
        assertThat(told.at("/booking/reference").stringValue()).isEqualTo("nordlys:1001:1");
        String hmac = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, added.secret().reveal())
                .hmacHex(NOON.getEpochSecond() + "." + first.body);
        assertThat(first.signature).isEqualTo("t=" + NOON.getEpochSecond() + ",v1=" + hmac);
    }

    @Test
    void tellsOnlyWhatWasChosenAndOnlyItsOwnCompany() {
        Endpoints.Added onlyHeld = listening(EnumSet.of(Event.HELD));
        Setup other = Setup.of(context, billy, false);
        Endpoints.Added theirs = endpoints.add(other.company, url(), ALL);
        book();
        setup.handle(order().id("2").item("1", "100").statedGross("140"));
        setup.drain();

        run(onlyHeld);
        telling.run(new Post.Box(other.company, theirs.endpoint().id()));

        assertThat(HEARD).extracting(Heard::event).containsExactly("booking.held");
        assertThat(endpoints.find(other.company, onlyHeld.endpoint().id())).isEmpty();
        assertThat(endpoints.deliveries(other.company, onlyHeld.endpoint().id(), Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void keepsNothingOfATransactionThatIsTakenBack() {
        Endpoints.Added added = listening(ALL);
        transaction.executeWithoutResult(status -> {
            endpoints.ping(setup.company, added.endpoint().id());
            status.setRollbackOnly();
        });

        run(added);

        assertThat(HEARD).isEmpty();
        assertThat(deliveries(added)).isEmpty();
    }

    @Test
    void triesAgainLaterAndSendsTheVerySameMessage() {
        Endpoints.Added added = listening(ALL);
        book();
        ANSWERS.add(503);

        assertThat(run(added)).contains(NOON.plus(Telling.PAUSES.getFirst()));
        assertThat(run(added)).contains(NOON.plus(Telling.PAUSES.getFirst()));
        assertThat(HEARD).hasSize(1);
        clock.advance(Telling.PAUSES.getFirst());
        assertThat(run(added)).isEmpty();

        assertThat(HEARD).hasSize(2);
        assertThat(HEARD.get(1).body).isEqualTo(HEARD.get(0).body);
        assertThat(HEARD.get(1).signature).isNotEqualTo(HEARD.get(0).signature);
        assertThat(deliveries(added))
                .extracting(Delivery::state, Delivery::attempts, Delivery::status)
                .containsExactly(tuple(Delivery.State.DELIVERED, 2, 204));
        assertThat(now(added).failures()).isZero();
    }

    @Test
    void doesNotLetOneMessageThatIsTurnedAwayHoldUpTheOthers() {
        Endpoints.Added added = listening(ALL);
        endpoints.ping(setup.company, added.endpoint().id());
        endpoints.ping(setup.company, added.endpoint().id());
        ANSWERS.add(422);

        run(added);

        assertThat(deliveries(added))
                .extracting(Delivery::state)
                .containsExactly(Delivery.State.DELIVERED, Delivery.State.WAITING);
    }

    @Test
    void switchesOffWhatFailsTooOftenSaysSoAndSendsTheRestWhenSwitchedOnAgain() {
        Endpoints.Added added = listening(ALL);
        book();
        for (int i = 0; i < Telling.MOST_FAILURES; i++) {
            ANSWERS.add(500);
        }
        for (int i = 0; i < Telling.MOST_FAILURES; i++) {
            run(added);
            clock.advance(Duration.ofHours(9));
        }

        assertThat(now(added).state()).isEqualTo(Endpoint.State.FAILED);
        assertThat(activities.about(
                        setup.company, "webhook", added.endpoint().id().toString(), 10))
                .extracting(Activity::verb)
                .contains("failed");
        assertThat(run(added)).isEmpty();
        setup.handle(order().id("2").item("1", "100").statedGross("100"));
        setup.drain();
        HEARD.clear();

        endpoints.switchOn(setup.company, added.endpoint().id());
        run(added);

        assertThat(HEARD).hasSizeGreaterThanOrEqualTo(1);
        assertThat(now(added).state()).isEqualTo(Endpoint.State.ON);
    }

    @Test
    void switchesOffAtOnceWhatIsGone() {
        Endpoints.Added added = listening(ALL);
        book();
        ANSWERS.add(410);

        run(added);

        assertThat(now(added).state()).isEqualTo(Endpoint.State.FAILED);
    }

    @Test
    void sendsAgainWhenAsked() {
        Endpoints.Added added = listening(ALL);
        book();
        run(added);
        Delivery sent = deliveries(added).getFirst();

        endpoints.resend(setup.company, added.endpoint().id(), sent.id());
        run(added);

        assertThat(HEARD).hasSize(2);
        assertThat(HEARD.get(1).delivery).isEqualTo(HEARD.get(0).delivery);
        CompanyId other = Setup.of(context, billy, false).company;
        endpoints.resend(other, added.endpoint().id(), sent.id());
        assertThat(run(added)).isEmpty();
        assertThat(HEARD).hasSize(2);
    }

    @Test
    void keepsNothingForWhatAPersonSwitchedOff() {
        Endpoints.Added added = listening(ALL);
        endpoints.switchOff(setup.company, added.endpoint().id());
        book();
        endpoints.switchOn(setup.company, added.endpoint().id());

        run(added);

        assertThat(HEARD).isEmpty();
    }

    @Test
    void reachesNoAddressInside() throws IOException {
        try (Caller caller = new Caller(new OutsideAddresses(false), Duration.ofSeconds(2))) {
            assertThat(caller.post(URI.create("https://localhost/x"), Map.of(), new byte[0])
                            .problem())
                    .isEqualTo("address-refused");
            assertThat(caller.post(url(), Map.of(), new byte[0]).problem()).isEqualTo("address-refused");
        }
        assertThat(HEARD).isEmpty();
    }

    @Test
    void isNotLedElsewhere() {
        Endpoints.Added added = listening(ALL);
        endpoints.ping(setup.company, added.endpoint().id());
        ANSWERS.add(302);

        run(added);

        assertThat(HEARD).hasSize(1);
        assertThat(deliveries(added).getFirst().state()).isEqualTo(Delivery.State.WAITING);
    }

    @Test
    void keepsItsSecretSealed() {
        Endpoints.Added added = listening(ALL);

        assertThat(added.secret().reveal()).startsWith("whsec_").hasSize(49);
        assertThat(added.toString()).doesNotContain(added.secret().reveal());
        assertThat(context.getBean(JdbcEndpoints.class).secret(added.endpoint()))
                .isEqualTo(new Secret(added.secret().reveal()));
    }
}
