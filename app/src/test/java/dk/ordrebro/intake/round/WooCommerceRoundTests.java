package dk.ordrebro.intake.round;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.SettableClock;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.booking.Stage;
import dk.ordrebro.booking.edit.OrderEdits;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.intake.Feeds;
import dk.ordrebro.intake.HeldArrivals;
import dk.ordrebro.intake.OrderSource;
import dk.ordrebro.intake.OrderSources;
import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.intake.http.ShopHttp;
import dk.ordrebro.intake.http.UnhurriedHttp;
import dk.ordrebro.intake.refund.OpenRefund;
import dk.ordrebro.intake.refund.OpenRefunds;
import dk.ordrebro.intake.refund.RefundAnswer;
import dk.ordrebro.intake.woocommerce.WooOrder;
import dk.ordrebro.intake.woocommerce.WooStandIn;
import dk.ordrebro.intake.woocommerce.WooStandIn.Delivery;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrations;
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
import dk.ordrebro.order.Raw;
import dk.ordrebro.order.StoredOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** From a WooCommerce shop (its stand-in) through webhooks and polls to invoices in the accounting program. */
@SpringBootTest(
        properties = {
            "ordrebro.drains=off",
            "ordrebro.public-url=https://ordrebro.example/",
            "ordrebro.allow-private-addresses=true"
        })
@AutoConfigureMockMvc
@OwnDatabase
class WooCommerceRoundTests {

    private static final Instant SEVEN = Instant.parse("2026-11-23T07:00:00Z");
    private static final SettableClock SHOP_TIME = new SettableClock(SEVEN);

    @TestConfiguration
    static class TimeAndPace {

        @Bean
        @Primary
        SettableClock settableClock() {
            return SHOP_TIME;
        }

        @Bean(destroyMethod = "close")
        @Primary
        ShopHttp unhurriedHttp() {
            return UnhurriedHttp.open(SHOP_TIME);
        }
    }

    private static BillySimulator billy;
    private static WooStandIn woo;

    @Autowired
    private OrderEdits edits;

    @Autowired
    private OpenRefunds refunds;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ShopConnections connections;

    @Autowired
    private Feeds feeds;

    @Autowired
    private HeldArrivals held;

    @Autowired
    private Rounds rounds;

    @Autowired
    private Orders orders;

    @Autowired
    private Bookings bookings;

    @Autowired
    private OrderSources sources;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private JdbcHeldArrivals heldArrivals;

    @Autowired
    private MockMvcTester mvc;

    private Setup setup;
    private CompanyId company;
    private OrderIntegration shop;

    @BeforeAll
    static void start() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
        woo = WooStandIn.start(SHOP_TIME::instant);
    }

    @AfterAll
    static void stop() {
        woo.close();
        billy.close();
    }

    @BeforeEach
    void connect() {
        woo.empty();
        SHOP_TIME.set(SEVEN);
        setup = Setup.of(context, billy, true);
        company = setup.company;
        shop = new OrderIntegration(
                company,
                new OrderIntegrationId(context.getBean(Ids.class).next()),
                "Woo",
                OrderPlatform.WOOCOMMERCE,
                "woo",
                setup.accounting.id(),
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true);
        context.getBean(OrderIntegrations.class).save(shop);
        connections.save(
                shop,
                Map.of("base-url", woo.url()),
                Map.of(
                        "consumer-key", new Secret(WooStandIn.KEY),
                        "consumer-secret", new Secret(WooStandIn.SECRET)));
        feeds.connected(shop);
        round();
        assertThat(woo.sendWebhooks(this::post)).as("pings").isEqualTo(4);
    }

    private void round() {
        assertThat(rounds.run(new Door(company, shop.id()))).isPresent();
    }

    private void poll() {
        SHOP_TIME.advance(Duration.ofMinutes(3));
        round();
    }

    private int post(Delivery delivery) {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(
                        delivery.url().replace("https://ordrebro.example", ""))
                .content(delivery.body().bytes());
        delivery.headers().forEach(request::header);
        return mvc.perform(request).getResponse().getStatus();
    }

    private static ObjectNode recording(String name) {
        try (InputStream file = requireNonNull(
                WooCommerceRoundTests.class.getResourceAsStream("/dk/ordrebro/intake/woocommerce/" + name + ".json"),
                name)) {
            return (ObjectNode) JsonMapper.shared().readTree(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredOrder kept(String id) {
        return orders.find(new OrderKey(company, shop.id(), id)).orElseThrow();
    }

    private List<Booking> bookings(String id) {
        return bookings.ofOrder(company, kept(id).id());
    }

    private Invoice read(Booking booking) {
        assertThat(booking.state()).as(() -> booking.toString()).isEqualTo(BookingState.SETTLED);
        Lookup lookup = setup.system().read(requireNonNull(booking.invoice()));
        assertThat(lookup).isInstanceOf(Lookup.Found.class);
        return ((Lookup.Found) lookup).invoice();
    }

    /** Until nothing waits for something else, such as a credit note for its invoice. */
    private void drain() {
        for (Optional<Instant> next = setup.drain(); next.isPresent(); next = setup.drain()) {
            if (next.get().isAfter(SHOP_TIME.instant().plus(Duration.ofMinutes(5)))) {
                return;
            }
            SHOP_TIME.set(next.get());
        }
    }

    /** What the books say of an order: invoices less credit notes. */
    private BigDecimal books(String id) {
        drain();
        return bookings(id).stream()
                .filter(booking ->
                        booking.state() != BookingState.SKIPPED && booking.state() != BookingState.TAKEN_BACK)
                .map(this::read)
                .map(document -> document.type() == DocumentType.CREDIT_NOTE
                        ? document.totals().gross().getAmount().abs().negate()
                        : document.totals().gross().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<String> questions(String id) {
        return held.page(company, shop.id(), Optional.empty(), 100).stream()
                .filter(one -> one.shopOrderId().equals(id))
                .flatMap(one -> one.reasons().stream())
                .map(Reason::code)
                .toList();
    }

    @Test
    void booksEveryRecordedOrderToTheShopsOwnTotalWhateverReachesUs() {
        List<String> names = List.of(
                "shop-dk-consumer-incl-vat.completed",
                "shop-dk-fixed-cart-coupon-split.completed",
                "shop-dk-percent-coupon-rounding.completed",
                "shop-excl-tax-shop.completed");
        SHOP_TIME.set(Instant.parse("2026-11-23T07:40:00Z"));
        names.forEach(name -> woo.put(recording(name)));
        // some are lost, some come twice, and orders told of within one second have the same delivery id
        int[] number = {0};
        woo.sendWebhooks(delivery -> {
            if (number[0]++ % 3 == 0) {
                return 500;
            }
            post(delivery);
            return post(delivery);
        });
        round();
        poll();

        for (String name : names) {
            ObjectNode order = recording(name);
            String id = order.path("id").asString();
            assertThat(questions(id)).as(name).isEmpty();
            assertThat(books(id))
                    .as(name)
                    .isEqualByComparingTo(order.path("total").stringValue());
            assertThat(bookings(id)).as(name).hasSize(1);
        }
    }

    @Test
    void booksANegativeFeeAsADiscountAndNamesTheReasonForAFeeWithoutVat() {
        woo.put(recording("shop-edited.completed-after"));
        ObjectNode withoutDeposit =
                recording("shop-edited.completed-after").put("id", 29).put("total", "531.03");
        withoutDeposit.withArray("fee_lines").remove(2);
        woo.put(withoutDeposit);
        SHOP_TIME.set(Instant.parse("2026-11-23T07:40:00Z"));
        poll();

        assertThat(books("29")).isEqualByComparingTo("531.03");
        assertThat(bookings("28")).singleElement().satisfies(booking -> {
            assertThat(booking.state()).isEqualTo(BookingState.HELD);
            assertThat(booking.reasons().toString()).contains("RATE_DISAGREES", "Pant (momsfri)");
        });
    }

    @Test
    void booksABusinessOrderWithItsNameDecoded() {
        woo.put(recording("shop-dk-b2b-company-vatfield.placed"));
        woo.setStatus("26", "completed");
        poll();

        assertThat(books("26")).isEqualByComparingTo("1548.50");
        assertThat(kept("26").order().customer().companyName()).isEqualTo("Firma & Søn ApS");
    }

    @Test
    void creditsWhatIsRefundedToTheOere() {
        SHOP_TIME.set(Instant.parse("2026-11-23T07:40:00Z"));
        ObjectNode order = recording("shop-dk-fixed-cart-coupon-split.completed");
        woo.put(order);
        poll();
        assertThat(books("21")).isEqualByComparingTo("261.28");

        String refund = woo.addRefund("21", recording("shop-refund-lines-and-shipping.refund"));
        poll();

        assertThat(books("21")).isEqualByComparingTo("79.00");
        assertThat(questions("21")).isEmpty();
        woo.deleteRefund("21", refund);
        woo.setStatus("21", "completed");
        poll();
        assertThat(books("21")).isEqualByComparingTo("79.00");
        assertThat(questions("21")).containsExactly("RETURN_GONE");
    }

    @Test
    void creditsAllOfAnOrderWhoseStatusRefundsIt() {
        woo.put(mug("8"));
        woo.setStatus("8", "completed");
        poll();
        assertThat(books("8")).isEqualByComparingTo("148.99");

        woo.setStatus("8", "refunded");
        poll();

        assertThat(books("8")).isEqualByComparingTo("0");
        assertThat(questions("8")).isEmpty();
    }

    @Test
    void asksAboutAnAmountRefundedWithoutPieces() {
        SHOP_TIME.set(Instant.parse("2026-11-23T07:40:00Z"));
        woo.put(recording("shop-dk-consumer-incl-vat.completed"));
        woo.addRefund("19", recording("shop-refund-amount-only.refund"));
        poll();

        assertThat(books("19")).isEqualByComparingTo("427.90");
        assertThat(questions("19")).isEmpty();
        OpenRefund asked = refunds.of(company, kept("19").id()).getFirst();
        assertThat(asked.gross()).hasToString("DKK 25.00");
        poll();
        assertThat(refunds.countOpen(company)).isEqualTo(1);

        assertThat(refunds.answer(company, asked.id(), new RefundAnswer.OverAllLines(), "", "ida"))
                .isTrue();
        assertThat(refunds.answer(company, asked.id(), new RefundAnswer.OffFreight(), "", "bo"))
                .isFalse();
        drain();

        assertThat(books("19")).isEqualByComparingTo("402.90");
        assertThat(refunds.countOpen(company)).isZero();
    }

    @Test
    void makesOneInvoiceOfAnOrderCompletedMovedBackAndCompletedAgain() {
        woo.put(mug("5"));
        for (String status : List.of("completed", "processing", "completed")) {
            woo.setStatus("5", status);
            woo.sendWebhooks(this::post);
            poll();
        }

        assertThat(bookings("5")).hasSize(1);
        assertThat(books("5")).isEqualByComparingTo("148.99");
        assertThat(questions("5")).isEmpty();
    }

    @Test
    void asksWhenAnInvoicedOrderIsEditedAndDeliversWhatWasAdded() {
        woo.put(recording("shop-edited.completed-before"));
        SHOP_TIME.set(Instant.parse("2026-11-23T07:40:00Z"));
        poll();
        assertThat(books("28")).isEqualByComparingTo("447.00");

        ObjectNode edited = recording("shop-edited.completed-after");
        woo.put(edited);
        poll();

        assertThat(fulfillments("28")).hasSize(2);
        assertThat(questions("28")).isEmpty();
        assertThat(edits.of(company, kept("28").id()))
                .singleElement()
                .satisfies(edit -> assertThat(edit.answer()).isNull());
    }

    private List<Fulfillment> fulfillments(String id) {
        return orders.fulfillments(company, kept(id).id());
    }

    @Test
    void creditsAnOrderCancelledAfterItWasCompletedAndKeepsOneThrownAway() {
        woo.put(mug("6"));
        woo.setStatus("6", "completed");
        poll();
        assertThat(books("6")).isEqualByComparingTo("148.99");

        woo.setStatus("6", "cancelled");
        poll();
        assertThat(books("6")).isEqualByComparingTo("0");

        woo.setStatus("6", "completed");
        poll();
        assertThat(books("6")).isEqualByComparingTo("148.99");

        woo.setStatus("6", "trash");
        woo.sendWebhooks(this::post);
        poll();
        assertThat(books("6")).isEqualByComparingTo("148.99");
        assertThat(questions("6")).containsExactly("WOO_TRASHED");
    }

    private void makeDraftsOnly() {
        AccountingIntegration before = setup.accounting;
        context.getBean(AccountingIntegrations.class)
                .save(new AccountingIntegration(
                        before.company(),
                        before.id(),
                        before.name(),
                        before.platform(),
                        before.baseUrl(),
                        false,
                        before.inFlight(),
                        before.active(),
                        before.retired()));
    }

    /** Order 254 of a real shop: completed, its invoice a draft, then cancelled. */
    private ObjectNode cancelledWhileDraft() throws IOException {
        try (InputStream file =
                requireNonNull(WooCommerceRoundTests.class.getResourceAsStream("cancelled-while-draft-254.json"))) {
            return (ObjectNode) JsonMapper.shared().readTree(file.readAllBytes());
        }
    }

    private Booking delivered254() throws IOException {
        makeDraftsOnly();
        SHOP_TIME.set(Instant.parse("2026-12-01T07:00:00Z"));
        woo.put(cancelledWhileDraft());
        woo.setStatus("254", "completed");
        poll();
        drain();
        Booking draft = bookings("254").getFirst();
        assertThat(draft.stage()).isEqualTo(Stage.DRAFT);
        assertThat(requireNonNull(draft.gross()).getAmount()).isEqualByComparingTo("435.95");
        return draft;
    }

    @Test
    void takesTheDraftOfACancelledOrderAway() throws IOException {
        Booking draft = delivered254();

        woo.setStatus("254", "cancelled");
        poll();
        drain();

        assertThat(bookings("254")).extracting(Booking::stage).containsOnly(Stage.TAKEN_BACK);
        assertThat(setup.system().read(requireNonNull(draft.invoice()))).isInstanceOf(Lookup.Absent.class);
        assertThat(questions("254")).isEmpty();
    }

    @Test
    void creditsTheCancelledOrderWhoseDraftWasApprovedMeanwhile() throws IOException {
        Booking draft = delivered254();
        setup.system().approve(requireNonNull(draft.invoice()));

        woo.setStatus("254", "cancelled");
        poll();

        assertThat(books("254")).isEqualByComparingTo("0");
        assertThat(bookings("254")).hasSize(2);
    }

    @Test
    void findsByPollingWhatTheWebhooksItLostWouldHaveToldAndSwitchesThemOnAgain() {
        for (int i = 0; i < 7; i++) {
            woo.put(mug(Integer.toString(50 + i)));
            woo.sendWebhooks(_ -> 503);
        }
        assertThat(woo.hookStates()).contains("order.created disabled", "order.updated disabled");

        SHOP_TIME.advance(Duration.ofMinutes(31));
        round();

        assertThat(woo.hookStates()).noneMatch(state -> state.endsWith("disabled"));
        assertThat(IntStream.range(50, 57).mapToObj(Integer::toString).map(this::kept))
                .hasSize(7);
    }

    @Test
    void takesNoOrderFromASignedErrorAndCatchesUpAfterThrottling() {
        woo.faults.add(WooStandIn.Fault.SIGNED_ERRORS);
        woo.put(mug("7"));
        assertThat(woo.sendWebhooks(delivery -> {
                    int status = post(delivery);
                    assertThat(status).isEqualTo(200);
                    return status;
                }))
                .isEqualTo(2);
        woo.faults.add(WooStandIn.Fault.MAINTENANCE_503);
        poll();
        assertThat(orders.find(new OrderKey(company, shop.id(), "7"))).isEmpty();

        woo.faults.clear();
        SHOP_TIME.advance(Duration.ofMinutes(10));
        round();
        assertThat(kept("7").order().number()).isEqualTo("7");
    }

    private static ObjectNode mug(String id) {
        return WooOrder.woo(id)
                .item("3", "79.99", "20.00", "25")
                .freight("39.20", "9.80", "25")
                .build();
    }

    /** What the shop says of an order after each of six things that happen to it. */
    private static List<Raw> life(String id) {
        ObjectNode refund = WooOrder.refund("9", "82.33");
        WooOrder.naming(refund, "line_items", 101, "1", "26.66", "6.67");
        WooOrder.naming(refund, "shipping_lines", 102, "0", "39.20", "9.80");
        return List.of(
                told(mug(id).put("status", "pending")),
                told(mug(id)),
                told(completed(mug(id), "08")),
                told(completed(mug(id), "08").put("status", "processing")),
                told(completed(mug(id), "09")),
                told(completed(mug(id), "09"), refund));
    }

    /** The same with a cancellation in between and a line added at the end. */
    private static List<Raw> harderLife(String id) {
        ObjectNode refund = WooOrder.refund("9", "33.33");
        WooOrder.naming(refund, "line_items", 101, "1", "26.66", "6.67");
        ObjectNode more = WooOrder.woo(id)
                .item("3", "79.99", "20.00", "25")
                .freight("39.20", "9.80", "25")
                .item("2", "40.00", "10.00", "25")
                .build();
        return List.of(
                told(mug(id)),
                told(completed(mug(id), "08")),
                told(completed(mug(id), "08"), refund),
                told(completed(mug(id), "08").put("status", "cancelled"), refund),
                told(completed(mug(id), "09"), refund),
                told(completed(more, "09"), refund));
    }

    private static ObjectNode completed(ObjectNode order, String hour) {
        return order.put("status", "completed").put("date_completed_gmt", "2026-11-23T" + hour + ":00:00");
    }

    private static Raw told(ObjectNode order, ObjectNode... refunds) {
        return Raw.of("{\"order\":" + order + ",\"refunds\":" + List.of(refunds) + "}");
    }

    private void take(List<TakingIn.Told> told) {
        ShopContext given =
                new ShopContext(shop, connections.find(company, shop.id()).orElseThrow());
        OrderSource source = sources.of(OrderPlatform.WOOCOMMERCE).orElseThrow();
        new TakingIn(orders, deliveries, heldArrivals).take(given, source, told, SEVEN);
    }

    /**
     * All 720 ways to hear of the six states of an order, an order for each; at last it is read as it is. (In truth states cannot come out of
     * order, because a webhook is only a hint and the order is fetched: this asks for more.)
     */
    @Test
    void deliversTheSameInWhateverOrderItHears() {
        List<List<Integer>> ways = new ArrayList<>();
        permute(new ArrayList<>(List.of(0, 1, 2, 3, 4, 5)), 0, ways);
        assertThat(ways).hasSize(720);
        Map<String, List<Raw>> lives = IntStream.range(0, ways.size())
                .mapToObj(way -> Integer.toString(10_000 + way))
                .collect(Collectors.toMap(id -> id, WooCommerceRoundTests::life));
        for (int step = 0; step <= 6; step++) {
            List<TakingIn.Told> told = new ArrayList<>();
            for (int way = 0; way < ways.size(); way++) {
                String id = Integer.toString(10_000 + way);
                int state = step < 6 ? ways.get(way).get(step) : 5;
                told.add(new TakingIn.Told(id, requireNonNull(lives.get(id)).get(state)));
            }
            take(told);
        }

        assertThat(lives.keySet().stream().map(this::delivered).collect(Collectors.toSet()))
                .containsExactly(Map.of("101", new BigDecimal("2"), "102", new BigDecimal("0")));
        assertThat(held.page(company, shop.id(), Optional.empty(), 10)).isEmpty();
    }

    private static void permute(List<Integer> some, int from, List<List<Integer>> all) {
        if (from == some.size()) {
            all.add(List.copyOf(some));
        }
        for (int i = from; i < some.size(); i++) {
            Collections.swap(some, from, i);
            permute(some, from + 1, all);
            Collections.swap(some, from, i);
        }
    }

    /** Pieces delivered less pieces that came back, by line. */
    private Map<String, BigDecimal> delivered(String id) {
        Map<String, BigDecimal> pieces = new HashMap<>();
        for (Fulfillment one : fulfillments(id)) {
            one.lines()
                    .forEach(line -> pieces.merge(
                            line.lineKey(),
                            one.isReturn() ? line.quantity().negate() : line.quantity(),
                            BigDecimal::add));
        }
        pieces.replaceAll((line, some) -> some.signum() == 0 ? BigDecimal.ZERO : some.stripTrailingZeros());
        return pieces;
    }

    /** All 32 ways to miss some of the states before the last: the books come to the same øre. */
    @Test
    void makesTheSameBooksWhateverItMissed() {
        for (int seen = 0; seen < 32; seen++) {
            String id = Integer.toString(20_000 + seen);
            List<Raw> life = harderLife(id);
            for (int state = 0; state < 5; state++) {
                if ((seen >> state & 1) == 1) {
                    take(List.of(new TakingIn.Told(id, life.get(state))));
                }
            }
            take(List.of(new TakingIn.Told(id, life.get(5))));
        }

        for (int seen = 0; seen < 32; seen++) {
            assertThat(books(Integer.toString(20_000 + seen)))
                    .as(Integer.toBinaryString(seen))
                    .isEqualByComparingTo("165.66");
        }
        assertThat(held.page(company, shop.id(), Optional.empty(), 10)).isEmpty();
    }
}
