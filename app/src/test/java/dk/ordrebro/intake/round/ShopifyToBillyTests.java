package dk.ordrebro.intake.round;

import static dk.ordrebro.intake.shopify.GivenShopifyOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.SettableClock;
import dk.ordrebro.access.Ids;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.intake.Feeds;
import dk.ordrebro.intake.HeldArrivals;
import dk.ordrebro.intake.shopify.GivenShopifyOrder;
import dk.ordrebro.intake.shopify.ShopifyStandIn;
import dk.ordrebro.intake.shopify.Signed;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnections;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.OrderKey;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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

/** From a stand-in for Shopify to invoices in the simulated Billy, equal to the øre, whatever becomes of the messages in between. */
@SpringBootTest(
        properties = {
            "ordrebro.drains=off",
            "ordrebro.public-url=https://ordrebro.example/",
            "ordrebro.allow-private-addresses=true"
        })
@AutoConfigureMockMvc
@OwnDatabase
class ShopifyToBillyTests {

    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

    private static BillySimulator billy;

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
    private Rounds rounds;

    @Autowired
    private Orders orders;

    @Autowired
    private Bookings bookings;

    @Autowired
    private HeldArrivals held;

    @Autowired
    private MockMvcTester mvc;

    private ShopifyStandIn standIn;
    private Setup setup;
    private Door door;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    @BeforeEach
    void connect() {
        clock.set(NOON);
        standIn = new ShopifyStandIn(clock);
        standIn.maximumAvailable = 1_000_000;
        standIn.available = 1_000_000;
        standIn.restoreRate = 100_000;
        setup = Setup.of(context, billy, true);
        OrderIntegration shop = new OrderIntegration(
                setup.company,
                new OrderIntegrationId(context.getBean(Ids.class).next()),
                "Lab Butik",
                OrderPlatform.SHOPIFY,
                "lab",
                setup.accounting.id(),
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true);
        context.getBean(OrderIntegrations.class).save(shop);
        context.getBean(ShopConnections.class)
                .save(
                        shop,
                        Map.of("shop", standIn.uri().toString(), "client-id", ShopifyStandIn.CLIENT_ID),
                        Map.of("client-secret", new Secret(ShopifyStandIn.CLIENT_SECRET)));
        context.getBean(Feeds.class).connected(shop);
        door = new Door(setup.company, shop.id());
    }

    @AfterEach
    void close() {
        assertThat(standIn.faults).isEmpty();
        standIn.close();
    }

    private void round() {
        assertThat(rounds.run(door)).isPresent();
    }

    private void later(Duration time) {
        clock.advance(time);
        round();
    }

    private void webhook(String topic, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var request = mvc.post().uri("/in/" + door).content(bytes);
        Signed.headers(ShopifyStandIn.CLIENT_SECRET, topic, bytes).forEach(request::header);
        assertThat(request.exchange().getResponse().getStatus()).isEqualTo(200);
    }

    private StoredOrder kept(String id) {
        return orders.find(new OrderKey(setup.company, door.shop(), id)).orElseThrow();
    }

    /** What stands in Billy for an order, credit notes below zero. */
    private List<String> booked(String id) {
        setup.drainOn();
        return bookings.ofOrder(setup.company, kept(id).id()).stream()
                .map(this::gross)
                .sorted()
                .toList();
    }

    private String gross(Booking booking) {
        Lookup lookup = setup.system().read(Objects.requireNonNull(booking.invoice(), booking.toString()));
        Invoice invoice = ((Lookup.Found) lookup).invoice();
        assertThat(booking.approved()).isTrue();
        return (orders.fulfillments(setup.company, List.of(booking.fulfillment()))
                                .getFirst()
                                .isReturn()
                        ? "credit "
                        : "invoice ")
                + invoice.totals().gross();
    }

    private static GivenShopifyOrder cups(String id) {
        return order(id).line("10", 2, "149.95").line("11", 1, "79.00").freight("49.00");
    }

    @Test
    void invoicesWhatAWebhookSaysWasSentAndCreditsWhatCameBack() {
        round();
        assertThat(standIn.webhooks).hasSize(11);
        standIn.put(cups("5600000000001").sent("f1", Map.of("10", 2, "11", 1)).json());
        webhook("orders/fulfilled", "{\"id\":5600000000001}");
        round();
        assertThat(booked("5600000000001")).containsExactly("invoice DKK 427.90");

        standIn.put(cups("5600000000001")
                .sent("f1", Map.of("10", 2, "11", 1))
                .refunded("r1", Map.of("10", 1), "RETURN", true)
                .json());
        webhook("refunds/create", "{\"id\":1,\"order_id\":5600000000001}");
        round();

        assertThat(booked("5600000000001")).containsExactly("credit DKK 198.95", "invoice DKK 427.90");
    }

    @Test
    void findsTheSameByPollingWithoutAnyWebhook() {
        standIn.put(order("2")
                .line("10", 3, "33.33", "10.00")
                .line("11", 1, "149.95", "14.99")
                .freight("49.00")
                .sent("f1", Map.of("10", 3))
                .sent("f2", Map.of("11", 1))
                .json());

        round();

        assertThat(booked("2")).containsExactly("invoice DKK 134.96", "invoice DKK 138.99");
    }

    @Test
    void booksOnceThroughThrottlingLostTokensDoubledMessagesAndWebhooksThatVanish() {
        round();
        standIn.put(cups("3").sent("f1", Map.of("10", 2, "11", 1)).json());
        for (int i = 0; i < 3; i++) {
            webhook("orders/updated", "{\"id\":3}");
        }
        standIn.available = 0;
        standIn.forgetsTokens = true;
        round();
        later(Duration.ofMinutes(1));
        webhook("fulfillments/create", "{\"id\":9,\"order_id\":3}");
        standIn.webhooks.clear();
        later(Duration.ofHours(25));
        webhook("orders/fulfilled", "{\"id\":3}");
        later(Duration.ofMinutes(2));

        assertThat(booked("3")).containsExactly("invoice DKK 427.90");
        assertThat(standIn.webhooks).hasSize(11);
    }

    @Test
    void holdsWhatItMustNotGuessAndBooksTheRest() {
        var odd = order("5").line("10", 1, "100.00").sent("f1", Map.of("10", 1)).json();
        odd.put("displayFinancialStatus", "PAID");
        ((ObjectNode) odd.path("totalPriceSet").path("presentmentMoney")).put("amount", "101.00");
        ((ObjectNode) odd.path("currentTotalPriceSet").path("presentmentMoney")).put("amount", "101.00");
        standIn.put(odd);
        standIn.put(cups("6").sent("f1", Map.of("10", 2, "11", 1)).json());

        round();

        assertThat(held.page(setup.company, door.shop(), Optional.empty(), 10))
                .extracting(one -> one.reasons().getFirst().code())
                .containsExactly("SHOPIFY_TOTALS");
        assertThat(booked("6")).containsExactly("invoice DKK 427.90");
    }

    @Test
    void takesBackTheInvoiceOfACancelledFulfillment() {
        standIn.put(cups("7").sent("f1", Map.of("10", 2, "11", 1)).json());
        round();
        assertThat(booked("7")).containsExactly("invoice DKK 427.90");

        standIn.put(cups("7")
                .sent("f1", Map.of("10", 2, "11", 1), "CANCELLED")
                .sent("f2", Map.of("10", 2, "11", 1))
                .json());
        webhook("fulfillments/update", "{\"id\":1,\"order_id\":7}");
        round();

        setup.drain();
        assertThat(booked("7")).containsExactly("credit DKK 427.90", "invoice DKK 427.90", "invoice DKK 427.90");
    }

    private enum Event {
        SEND_TWO,
        SEND_ONE,
        GIVE_UP_ONE,
        TAKE_ONE_BACK,
        PAY_FREIGHT_BACK,
        ADD_A_LINE
    }

    private static GivenShopifyOrder after(String id, List<Event> events) {
        GivenShopifyOrder given =
                order(id).line("10", 2, "100").line("11", 2, "50", "7").freight("49");
        for (Event event : events) {
            switch (event) {
                case SEND_TWO -> given.sent("f1", Map.of("10", 2));
                case SEND_ONE -> given.sent("f2", Map.of("11", 1));
                case GIVE_UP_ONE -> given.refunded("r1", Map.of("11", 1), "CANCEL", false);
                case TAKE_ONE_BACK -> given.refunded("r2", Map.of("10", 1), "RETURN", false);
                case PAY_FREIGHT_BACK -> given.refunded("r3", Map.of(), "RETURN", true);
                case ADD_A_LINE -> given.line("12", 1, "20");
            }
        }
        return given;
    }

    @Test
    void comesToTheSameBooksInWhateverOrderThingsHappen() {
        List<List<Event>> all = permutations(List.of(Event.values()));
        round();
        for (int step = 1; step <= Event.values().length; step++) {
            for (int i = 0; i < all.size(); i++) {
                String id = Integer.toString(1000 + i);
                standIn.put(after(id, all.get(i).subList(0, step)).json());
                webhook("orders/updated", "{\"id\":" + id + "}");
            }
            round();
        }

        Set<String> books = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            books.add(books(Integer.toString(1000 + i)));
        }
        assertThat(books).containsExactly("[f1, f2, r2, r3] {10=1, 11=1, freight-9=0}");
    }

    /** What is left with the customer of each line, and the shop's keys of all that was done. */
    private String books(String id) {
        Map<String, BigDecimal> left = new TreeMap<>();
        Set<String> keys = new TreeSet<>();
        for (Fulfillment one : orders.fulfillments(setup.company, kept(id).id())) {
            keys.add(String.valueOf(one.shopKey()).replaceAll("#.*", ""));
            one.lines()
                    .forEach(line -> left.merge(
                            line.lineKey(),
                            one.isReturn() ? line.quantity().negate() : line.quantity(),
                            BigDecimal::add));
        }
        left.replaceAll(
                (key, pieces) -> new BigDecimal(pieces.stripTrailingZeros().toPlainString()));
        return keys + " " + left;
    }

    private static <T> List<List<T>> permutations(List<T> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> found = new ArrayList<>();
        for (T first : all) {
            List<T> rest = new ArrayList<>(all);
            rest.remove(first);
            for (List<T> more : permutations(rest)) {
                List<T> one = new ArrayList<>(List.of(first));
                one.addAll(more);
                found.add(one);
            }
        }
        return found;
    }
}
