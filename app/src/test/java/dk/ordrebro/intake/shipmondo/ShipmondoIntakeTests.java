package dk.ordrebro.intake.shipmondo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.SettableClock;
import dk.ordrebro.access.Ids;
import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.intake.ChangedOrders;
import dk.ordrebro.intake.Cursor;
import dk.ordrebro.intake.Feeds;
import dk.ordrebro.intake.HeldArrivals;
import dk.ordrebro.intake.Hint;
import dk.ordrebro.intake.ShopOrder;
import dk.ordrebro.intake.Trial;
import dk.ordrebro.intake.WebhookRequest;
import dk.ordrebro.intake.WebhookState;
import dk.ordrebro.intake.http.ShopHttp;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.intake.http.UnhurriedHttp;
import dk.ordrebro.intake.round.RoundsByHand;
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
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.OrderKey;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Raw;
import dk.ordrebro.order.StoredOrder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.node.ObjectNode;

/** From a Shipmondo that is a stand-in to invoices in the simulator, with rounds and drains made by hand. */
@SpringBootTest(
        properties = {
            "ordrebro.drains=off",
            "ordrebro.public-url=https://ordrebro.example/",
            "ordrebro.allow-private-addresses=true"
        })
@AutoConfigureMockMvc
@OwnDatabase
class ShipmondoIntakeTests {

    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
    private static final URI DOOR = URI.create("https://ordrebro.example/in/door");

    private static BillySimulator billy;
    private static StandIn shipmondo;

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(NOON);
        }

        /** Shipmondo is asked as often as the tests like. */
        @Bean
        @Primary
        ShopHttp unhurriedHttp() {
            return UnhurriedHttp.open();
        }
    }

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Shipmondo source;

    @Autowired
    private ShopConnections connections;

    @Autowired
    private Feeds feeds;

    @Autowired
    private HeldArrivals held;

    @Autowired
    private Orders orders;

    @Autowired
    private Bookings bookings;

    @Autowired
    private MockMvcTester mvc;

    private Setup setup;
    private OrderIntegration shop;
    private ShopConnection connection;

    @BeforeAll
    static void start() throws IOException {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
        shipmondo = new StandIn(NOON);
    }

    @AfterAll
    static void stop() {
        billy.close();
        shipmondo.close();
    }

    @BeforeEach
    void connect() {
        clock.set(NOON);
        shipmondo.forget();
        shipmondo.now = NOON;
        setup = Setup.of(context, billy, false);
        shop = new OrderIntegration(
                setup.company,
                new OrderIntegrationId(context.getBean(Ids.class).next()),
                "Lab Butik",
                OrderPlatform.SHIPMONDO,
                "lab",
                setup.accounting.id(),
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true);
        context.getBean(OrderIntegrations.class).save(shop);
        connection = connections.save(
                shop,
                Map.of("base-url", shipmondo.url(), "api-user", StandIn.USER, "source-name", ""),
                Map.of("api-key", new Secret(StandIn.KEY)));
        feeds.connected(shop);
    }

    private ShopConnection with(String user, String key) {
        return new ShopConnection(
                shop.company(),
                shop.id(),
                Map.of("base-url", shipmondo.url(), "api-user", user),
                Map.of("api-key", new Secret(key)),
                Map.of());
    }

    private void round() {
        assertThat(RoundsByHand.run(context, shop)).isAfter(clock.instant().minusSeconds(1));
    }

    private String secret() {
        return connection.secret(ShopConnection.WEBHOOK_SECRET).orElseThrow().reveal();
    }

    private int webhook(String body) {
        return mvc.post()
                .uri(feeds.door(shop.company(), shop.id()).orElseThrow().getPath())
                .content(body)
                .exchange()
                .getResponse()
                .getStatus();
    }

    private static ObjectNode order(int id) {
        return SalesOrders.sent(order -> order.put("id", id).put("order_id", "27-" + id));
    }

    private Optional<StoredOrder> kept(int id) {
        return orders.find(new OrderKey(shop.company(), shop.id(), Integer.toString(id)));
    }

    /** The recorded order was delivered at nine, before the connection was made: here it is delivered now. */
    private static ObjectNode delivered(int id, Instant at) {
        ObjectNode order = order(id);
        ((ObjectNode) order.get("order_fulfillments").get(0)).put("id", id * 10).put("created_at", at.toString());
        return order;
    }

    @Test
    void connectsAndNamesWhatShipmondoCallsTheShop() {
        shipmondo.say(order(1));

        assertThat(source.test(connection)).isEqualTo(new Trial.Found("Lab Butik"));
    }

    @Test
    void namesTheCausesOfARefusal() {
        assertThat(source.test(with("user-1", "wrong")))
                .isEqualTo(Trial.Refused.of("connection.SHIPMONDO.refused", "401"));
        assertThat(source.test(with(StandIn.KEY, StandIn.USER))).isInstanceOf(Trial.Refused.class);
    }

    @Test
    void warnsAtTheConnectionWhereShipmondoDoesTheBooksItself() {
        shipmondo.bookkeeping.add("Billy (Lab)");

        assertThat(source.test(connection))
                .isEqualTo(new Trial.Found(
                        "Shipmondo",
                        List.of(new Trial.Warning("connection.SHIPMONDO.books-itself", List.of("Billy (Lab)")))));
    }

    @Test
    void makesAnInvoiceOfADeliveryEqualToTheOre() {
        shipmondo.say(delivered(1, NOON));
        round();
        setup.drain();

        Booking booking =
                bookings.ofOrder(shop.company(), kept(1).orElseThrow().id()).getFirst();
        assertThat(booking.state()).isEqualTo(BookingState.SETTLED);
        AccountingSystem system = setup.system();
        var invoice = system.find(booking.reference());
        assertThat(invoice.toString()).contains("427.90", "85.58", "342.32");
    }

    @Test
    void makesTwoInvoicesOfTwoPartsWithTheFreightOnTheFirst() {
        ObjectNode order = delivered(1, NOON);
        ObjectNode first = (ObjectNode) order.get("order_fulfillments").get(0);
        ((ObjectNode) first.get("fulfillment_lines").get(0)).put("shipped_quantity", "1.0");
        ObjectNode second = first.deepCopy().put("id", 11).put("code", "27001-2");
        second.withArray("fulfillment_lines").remove(1);
        order.withArray("order_fulfillments").add(second);
        shipmondo.say(order);
        round();
        setup.drain();

        List<Booking> made =
                bookings.ofOrder(shop.company(), kept(1).orElseThrow().id());
        assertThat(made).extracting(Booking::state).containsOnly(BookingState.SETTLED);
        assertThat(made.stream().map(one -> String.valueOf(one.gross())).toList())
                .containsExactlyInAnyOrder("DKK 277.95", "DKK 149.95");
    }

    @Test
    void makesOneInvoiceHoweverOftenItHears() {
        ObjectNode order = delivered(1, NOON);
        shipmondo.say(order);
        for (int i = 0; i < 3; i++) {
            assertThat(webhook(StandIn.signed(secret(), order, i == 1))).isEqualTo(200);
        }
        round();
        webhook(StandIn.signed(secret(), order, false));
        clock.advance(Duration.ofMinutes(3));
        round();
        setup.drain();

        assertThat(bookings.ofOrder(shop.company(), kept(1).orElseThrow().id())).hasSize(1);
        assertThat(orders.fulfillments(shop.company(), kept(1).orElseThrow().id()))
                .extracting(Fulfillment::shopKey)
                .containsExactly("10");
    }

    @Test
    void turnsAwayWhatIsNotSignedWithOurKey() {
        ObjectNode order = delivered(1, NOON);

        assertThat(webhook(StandIn.signed("another key", order, false))).isEqualTo(401);
        assertThat(webhook(StandIn.signed(secret(), "{\"alg\":\"none\"}", order.toString())))
                .isEqualTo(401);
        assertThat(webhook("{\"data\":\"a.b\"}")).isEqualTo(401);
        assertThat(webhook("{\"data\":\"a.b.\"}")).isEqualTo(401);
        assertThat(webhook(order.toString())).isEqualTo(401);
        assertThat(webhook("")).isEqualTo(401);
        String right = StandIn.signed(secret(), order, false);
        assertThat(webhook(right.replaceFirst("\\.e", ".f"))).isEqualTo(401);
        assertThat(webhook(right)).isEqualTo(200);
    }

    @Test
    void provesTheRecordedWebhookAndAnswersAPing() {
        var recorded =
                Told.MAPPER.readTree(SalesOrders.resource("constructed-webhook-create-fulfillment.delivery.json"));
        ShopConnection short_ = new ShopConnection(
                shop.company(),
                shop.id(),
                Map.of(),
                Map.of(ShopConnection.WEBHOOK_SECRET, new Secret("smd-key")),
                Map.of());

        assertThat(source.verify(
                        short_,
                        new WebhookRequest(Map.of(), Raw.of(recorded.get("body").stringValue()))))
                .isEqualTo(new Hint.About("83837001"));
        String ping = StandIn.signed("smd-key", "{\"alg\":\"HS256\"}", "{\"action\":\"connection_test\",\"data\":{}}");
        assertThat(source.verify(short_, new WebhookRequest(Map.of(), Raw.of(ping))))
                .isEqualTo(new Hint.Nothing("ping"));
    }

    @Test
    void makesItsWebhooksAndSwitchesThemOnAgain() {
        assertThat(source.webhooks(connection, DOOR)).isEqualTo(WebhookState.MISSING);

        source.registerWebhooks(connection, DOOR);
        source.registerWebhooks(connection, DOOR);

        assertThat(source.webhooks(connection, DOOR)).isEqualTo(WebhookState.ACTIVE);
        assertThat(shipmondo.webhooks)
                .extracting(one -> one.get("action").stringValue())
                .containsExactly("create", "status_update", "create_fulfillment", "delete");
        assertThat(shipmondo.webhooks)
                .allMatch(one -> one.get("key").stringValue().length() >= 32);
        shipmondo.webhooks.getFirst().put("active", false);
        assertThat(source.webhooks(connection, DOOR)).isEqualTo(WebhookState.OFF);
        source.registerWebhooks(connection, DOOR);
        assertThat(source.webhooks(connection, DOOR)).isEqualTo(WebhookState.ACTIVE);
    }

    @Test
    void losesNoOrderWhileThePagesMove() {
        for (int id = 1; id <= 120; id++) {
            shipmondo.now = NOON.plusSeconds(id / 3);
            shipmondo.say(order(id));
        }
        shipmondo.now = NOON.plusSeconds(100);
        int[] touched = {1};
        shipmondo.beforePage = () -> {
            shipmondo.now = shipmondo.now.plusSeconds(5);
            for (int i = 0; i < 4; i++) {
                // orders anywhere in the list change, some on pages that were read already and some that were not
                shipmondo.say(requireNonNull(shipmondo.orders.get((long) (touched[0] * 37 % 120 + 1))));
                touched[0]++;
            }
        };

        Set<String> seen = new HashSet<>();
        List<String> pages = new ArrayList<>();
        Cursor cursor = Cursor.from(NOON);
        Instant latest = NOON;
        for (int round = 0; round < 2; round++) {
            while (cursor != null) {
                ChangedOrders some = source.changedSince(connection, cursor);
                some.orders().stream().map(ShopOrder::id).forEach(seen::add);
                latest =
                        some.orders().stream().map(ShopOrder::changedAt).reduce(latest, (a, b) -> a.isAfter(b) ? a : b);
                pages.add(cursor.page());
                cursor = some.next();
            }
            shipmondo.beforePage = () -> {};
            cursor = Cursor.from(latest.minus(Duration.ofMinutes(5)));
        }

        assertThat(seen).hasSize(120);
        assertThat(pages).hasSizeGreaterThan(6);
    }

    @Test
    void findsWhatTheListShowedLate() {
        shipmondo.say(order(1));
        shipmondo.notListedYet.add(1L);
        round();
        assertThat(kept(1)).isEmpty();

        shipmondo.notListedYet.clear();
        clock.advance(Duration.ofMinutes(2));
        round();

        assertThat(kept(1)).isPresent();
    }

    @Test
    void waitsWhenAskedToAndGoesOnAfterwards() {
        shipmondo.say(order(1));
        shipmondo.failWith.add(429);
        round();
        assertThat(requireNonNull(feeds.health(shop.company(), shop.id())
                                .orElseThrow()
                                .problem())
                        .code())
                .isEqualTo(ShopUnavailable.Code.THROTTLED);

        clock.advance(Duration.ofMinutes(5));
        round();

        assertThat(kept(1)).isPresent();
    }

    @Test
    void keepsButDoesNotBookWhatShipmondoBooks() {
        shipmondo.say(delivered(1, NOON).put("bookkeeping_integration_id", 241));
        round();
        setup.drain();

        assertThat(bookings.ofOrder(shop.company(), kept(1).orElseThrow().id())).isEmpty();
        assertThat(held.page(shop.company(), shop.id(), Optional.empty(), 10))
                .extracting(one -> one.reasons().getFirst().code())
                .containsExactly("SHIPMONDO_BOOKS_ITSELF");
    }

    @Test
    void leavesTheInvoiceOfAnArchivedOrderAlone() {
        ObjectNode order = delivered(1, NOON);
        shipmondo.say(order);
        round();
        setup.drain();
        shipmondo.say(order.put("order_status", "archived").put("archived", true));
        webhook(StandIn.signed(secret(), order, false));
        shipmondo.orders.clear();
        round();

        assertThat(bookings.ofOrder(shop.company(), kept(1).orElseThrow().id()))
                .extracting(Booking::state)
                .containsExactly(BookingState.SETTLED);
    }

    @Test
    void creditsADeliveryThatWasCancelled() {
        ObjectNode order = delivered(1, NOON);
        shipmondo.say(order);
        round();
        setup.drain();
        ((ObjectNode) order.get("order_fulfillments").get(0)).put("cancelled", true);
        shipmondo.say(order);
        clock.advance(Duration.ofMinutes(3));
        round();
        setup.drain();

        assertThat(bookings.ofOrder(shop.company(), kept(1).orElseThrow().id()))
                .extracting(one -> one.type().name() + " " + one.gross())
                .containsExactlyInAnyOrder("INVOICE DKK 427.90", "CREDIT_NOTE DKK 427.90");
    }

    @Test
    void passesOverOrdersOfAnotherWebshop() {
        connections.save(
                shop,
                Map.of("base-url", shipmondo.url(), "api-user", StandIn.USER, "source-name", "En anden"),
                Map.of());
        shipmondo.say(delivered(1, NOON));
        round();

        assertThat(kept(1)).isEmpty();
        assertThat(held.page(shop.company(), shop.id(), Optional.empty(), 10)).isEmpty();
    }
}
