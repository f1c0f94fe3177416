package dk.ordrebro.intake.round;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.SettableClock;
import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.intake.FeedHealth;
import dk.ordrebro.intake.Feeds;
import dk.ordrebro.intake.HeldArrival;
import dk.ordrebro.intake.HeldArrivals;
import dk.ordrebro.intake.PaperShop;
import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.intake.ShopDelivery;
import dk.ordrebro.intake.ShopReturn;
import dk.ordrebro.intake.Times;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.intake.WebhookState;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.intake.refund.OpenRefund;
import dk.ordrebro.intake.refund.OpenRefunds;
import dk.ordrebro.intake.refund.RefundAnswer;
import dk.ordrebro.intake.refund.ShopRefund;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.integration.ShopConnections;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.OrderKey;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** From a shop's webhooks and lists to kept and handled orders, with a shop of paper and rounds made by hand. */
@SpringBootTest(properties = {"ordrebro.drains=off", "ordrebro.public-url=https://ordrebro.example/"})
@AutoConfigureMockMvc
@OwnDatabase
class IntakeTests {

    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TestConfiguration
    static class PaperAndTime {

        @Bean
        PaperShop paperShop() {
            return new PaperShop();
        }

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(NOON);
        }
    }

    @Autowired
    private PaperShop paper;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Clock injected;

    @Autowired
    private Companies companies;

    @Autowired
    private Ids ids;

    @Autowired
    private OrderIntegrations integrations;

    @Autowired
    private ShopConnections connections;

    @Autowired
    private Feeds feeds;

    @Autowired
    private HeldArrivals held;

    @Autowired
    private OpenRefunds refunds;

    @Autowired
    private Rounds rounds;

    @Autowired
    private Rota rota;

    @Autowired
    private Orders orders;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private CompanyId company;
    private OrderIntegration shop;
    private ShopConnection connection;
    private Door door;

    @BeforeEach
    void connectAShop() {
        assertThat(injected).isSameAs(clock);
        paper.forgetAll();
        clock.set(NOON);
        company = companies.create("Papirhandlen").id();
        shop = shop(true);
        integrations.save(shop);
        connection = connections.save(
                shop, Map.of("base-url", "https://papir.example"), Map.of("secret", new Secret("rigtig")));
        feeds.connected(shop);
        door = new Door(company, shop.id());
    }

    private OrderIntegration shop(boolean active) {
        return new OrderIntegration(
                company,
                shop == null || !shop.company().equals(company) ? new OrderIntegrationId(ids.next()) : shop.id(),
                "Papir",
                PaperShop.PLATFORM,
                "papir",
                null,
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                active);
    }

    private Instant round() {
        return rounds.run(door).orElseThrow();
    }

    private int webhook(String body, String signature) {
        return mvc.post()
                .uri("/in/" + door)
                .header(PaperShop.SIGNATURE, signature)
                .content(body.getBytes(StandardCharsets.UTF_8))
                .exchange()
                .getResponse()
                .getStatus();
    }

    private int webhook(String body) {
        return webhook(
                body,
                PaperShop.sign(
                        connection.secret(ShopConnection.WEBHOOK_SECRET).orElseThrow(),
                        body.getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<StoredOrder> kept(String id) {
        return orders.find(new OrderKey(company, shop.id(), id));
    }

    private List<Fulfillment> fulfillments(String id) {
        return orders.fulfillments(company, kept(id).orElseThrow().id());
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table + " where company_id = ?")
                .param(company.value())
                .query(Integer.class)
                .single();
    }

    private static Function<ShopContext, Translation> lamp(String id, ShopDelivery... deliveries) {
        return PaperShop.order(order().id(id).item("3", "100.00").freight("39.00"), deliveries);
    }

    @Test
    void keepsAndHandlesWhatAWebhookHintsAt() {
        paper.say("7", NOON, lamp("7", ShopDelivery.whole("d1", NOON)));

        assertThat(webhook("7")).isEqualTo(200);
        round();

        assertThat(fulfillments("7")).extracting(Fulfillment::shopKey).containsExactly("d1");
        assertThat(feeds.health(company, shop.id()).orElseThrow().lastWebhook()).isEqualTo(NOON);
    }

    @Test
    void fetchesOnceHoweverOftenAnOrderIsHintedAt() {
        round();
        paper.asked.clear();
        paper.say("7", NOON, lamp("7", ShopDelivery.whole("d1", NOON)));

        for (int i = 0; i < 5; i++) {
            assertThat(webhook("7")).isEqualTo(200);
        }
        round();
        webhook("7");
        round();

        assertThat(paper.asked).containsExactly("7", "7");
        assertThat(fulfillments("7")).hasSize(1);
        assertThat(kept("7").orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void turnsAwayWhatIsNotProvenAndChangesNothing() {
        assertThat(webhook("7", "bm9uc2Vuc2U=")).isEqualTo(401);
        assertThat(webhook("7", "not base64 !")).isEqualTo(401);
        assertThat(webhook("8", PaperShop.sign(new Secret("forkert"), "8".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(401);
        assertThat(mvc.post()
                        .uri("/in/" + door)
                        .content("7")
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);

        assertThat(rows("webhook_received")).isZero();
    }

    @Test
    void turnsAwayWhatIsTooLargeOrForNobody() {
        assertThat(webhook("x".repeat((1 << 20) + 1))).isEqualTo(413);
        assertThat(webhook("x".repeat(1 << 20))).isEqualTo(200);
        assertThat(mvc.post()
                        .uri("/in/" + new Door(company, new OrderIntegrationId(ids.next())))
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(mvc.post().uri("/in/nonsense").exchange().getResponse().getStatus())
                .isEqualTo(404);
        assertThat(rows("webhook_received")).isEqualTo(1);
    }

    @Test
    void answersAPingAndKeepsNothing() {
        assertThat(webhook("")).isEqualTo(200);
        assertThat(rows("webhook_received")).isZero();
    }

    @Test
    void findsByPollingWhatNoWebhookTold() {
        IntStream.range(0, 7).forEach(i -> paper.say("p" + i, NOON, lamp("p" + i)));

        Instant next = round();

        assertThat(IntStream.range(0, 7).mapToObj(i -> kept("p" + i))).allMatch(Optional::isPresent);
        assertThat(next).isEqualTo(NOON.plus(Duration.ofMinutes(2)));
        assertThat(feeds.health(company, shop.id()).orElseThrow().lastPoll()).isEqualTo(NOON);
    }

    @Test
    void fetchesWhatTheListDoesNotGiveWhole() {
        paper.listsWhole = false;
        paper.say("1", NOON, lamp("1"));
        paper.say("2", NOON, lamp("2"));
        paper.say("3", NOON, lamp("3"));

        round();

        assertThat(paper.asked).contains("1", "2", "3");
        assertThat(kept("3")).isPresent();
    }

    @Test
    void seesAChangeInTheSameSecondAndStopsTellingTheSameOrderOnceTheShopIsQuiet() {
        paper.listsWhole = false;
        paper.say("1", NOON, lamp("1"));
        round();
        paper.say("1", NOON, lamp("1", ShopDelivery.whole("d", NOON)));
        clock.advance(MINUTE.multipliedBy(2));
        round();

        assertThat(fulfillments("1")).hasSize(1);

        clock.advance(Duration.ofMinutes(6));
        round();
        assertThat(jdbc.sql("select since from shop_feed where company_id = ?")
                        .param(company.value())
                        .query((row, index) -> Times.read(row, "since"))
                        .single())
                .isEqualTo(NOON.minusSeconds(2));
    }

    @Test
    void isNotLedAstrayByAnOrderFromTheFarFuture() {
        paper.say("future", Instant.parse("2099-01-01T00:00:00Z"), lamp("future"));
        round();
        paper.say("1", NOON.plusSeconds(30), lamp("1"));
        clock.advance(MINUTE.multipliedBy(2));
        round();

        assertThat(kept("future")).isPresent();
        assertThat(kept("1")).isPresent();
    }

    @Test
    void catchesUpAfterAnOutageAndShowsTheGap() {
        round();
        paper.failing = new ShopUnavailable(ShopUnavailable.Code.UNREACHABLE, "no route");
        clock.advance(MINUTE.multipliedBy(2));
        Instant retry = round();

        assertThat(retry).isEqualTo(clock.instant().plusSeconds(10));
        assertThat(feeds.health(company, shop.id()).orElseThrow().problem())
                .isEqualTo(new FeedHealth.Trouble(ShopUnavailable.Code.UNREACHABLE, "no route", 1, retry));

        paper.say("1", NOON.plus(Duration.ofMinutes(3)), lamp("1"));
        paper.failing = null;
        clock.advance(Duration.ofHours(5));
        round();

        FeedHealth after = feeds.health(company, shop.id()).orElseThrow();
        assertThat(kept("1")).isPresent();
        assertThat(after.problem()).isNull();
        assertThat(after.gap()).isEqualTo(new FeedHealth.Gap(NOON, clock.instant()));
    }

    @Test
    void staysAwayForAsLongAsTheShopAsks() {
        paper.failing = new ShopUnavailable(ShopUnavailable.Code.THROTTLED, "429", Duration.ofSeconds(90));

        assertThat(round()).isEqualTo(NOON.plusSeconds(90));
        paper.failing = null;
        paper.asked.clear();
        clock.advance(Duration.ofSeconds(89));
        round();

        assertThat(paper.asked).isEmpty();
    }

    @Test
    void doesNotLetOneBrokenOrderHoldUpTheOthersAndHoldsItInTheEnd() {
        round();
        paper.say("bad", NOON, lamp("bad"));
        paper.say("good", NOON, lamp("good"));
        paper.failingOrders.put("bad", new ShopUnavailable(ShopUnavailable.Code.BROKEN, "500 oops"));
        webhook("bad");
        webhook("good");
        round();

        assertThat(kept("good")).isPresent();
        for (int i = 0; i < 8; i++) {
            clock.advance(Duration.ofMinutes(20));
            // the list would give the order whole; here it is only ever fetched
            paper.listsWhole = false;
            round();
        }
        assertThat(held.page(company, shop.id(), Optional.empty(), 10))
                .extracting(one -> one.reasons().getFirst().code())
                .containsExactly("NOT_FETCHED");
    }

    @Test
    void holdsDeliveriesThatDoNotFitTheOrder() {
        paper.say("1", NOON, lamp("1", ShopDelivery.part("d1", NOON, Map.of("99", BigDecimal.ONE))));
        round();

        assertThat(held.page(company, shop.id(), Optional.empty(), 10))
                .extracting(one -> one.reasons().getFirst().kind())
                .containsExactly(ReasonKind.NOT_HANDLEABLE);
    }

    @Test
    void holdsWhatItDoesNotUnderstandAndTriesAgainWhenAsked() {
        paper.say("1", NOON, context -> Translation.NotUnderstood.because(ReasonKind.WOO_CURRENCY, "XYZ"));
        round();

        HeldArrival waiting =
                held.page(company, shop.id(), Optional.empty(), 10).getFirst();
        assertThat(waiting.reasons()).containsExactly(Reason.of(ReasonKind.WOO_CURRENCY, "XYZ"));
        assertThat(held.raw(company, waiting.id()).orElseThrow().toString()).startsWith("1@");
        assertThat(kept("1")).isEmpty();

        paper.say("1", NOON, lamp("1"));
        held.tryAgain(company, waiting.id());
        round();

        assertThat(kept("1")).isPresent();
        assertThat(held.page(company, shop.id(), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void holdsWhatBreaksTheTranslation() {
        paper.say("1", NOON, context -> {
            throw new IllegalStateException("a number that is none");
        });
        round();

        assertThat(held.page(company, shop.id(), Optional.empty(), 10))
                .extracting(HeldArrival::reasons)
                .containsExactly(List.of(Reason.of(ReasonKind.UNREADABLE, "a number that is none")));
    }

    @Test
    void leavesSettledWhatAPersonSettledUntilOtherReasonsCome() {
        paper.say("1", NOON, context -> Translation.NotUnderstood.because(ReasonKind.WOO_CURRENCY, "XYZ"));
        round();
        held.settle(
                company,
                held.page(company, shop.id(), Optional.empty(), 10).getFirst().id(),
                "Bogført i hånden",
                "ida");
        clock.advance(MINUTE.multipliedBy(2));
        round();

        assertThat(held.page(company, shop.id(), Optional.empty(), 10)).isEmpty();
        assertThat(held.countOpen(company)).isZero();

        paper.say("1", NOON, context -> Translation.NotUnderstood.because(ReasonKind.WOO_STATUS, "afventer"));
        clock.advance(MINUTE.multipliedBy(2));
        round();
        assertThat(held.page(company, shop.id(), Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void showsNoOtherCompanyItsHeldArrivals() {
        paper.say("1", NOON, context -> Translation.NotUnderstood.because(ReasonKind.WOO_CURRENCY, "XYZ"));
        round();
        HeldArrival ours = held.page(company, shop.id(), Optional.empty(), 10).getFirst();
        CompanyId other = companies.create("En anden").id();

        held.settle(other, ours.id(), "nej", "bo");

        assertThat(held.find(other, ours.id())).isEmpty();
        assertThat(held.raw(other, ours.id())).isEmpty();
        assertThat(held.open(other, Optional.empty(), 10)).isEmpty();
        assertThat(held.open(company, Optional.empty(), 10)).hasSize(1);
        assertThat(held.page(company, shop.id(), Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void deliversPartsAndTakesBackAcrossThem() {
        OrderLine line = order().item("3", "100.00").build().lines().getFirst();
        ShopDelivery two = ShopDelivery.part("d1", NOON, Map.of(line.key(), new BigDecimal(2)));
        ShopDelivery one = ShopDelivery.part("d2", NOON, Map.of(line.key(), BigDecimal.ONE));
        ShopReturn back = new ShopReturn("r1", NOON, Map.of(line.key(), new BigDecimal(3)));
        paper.say(
                "1",
                NOON,
                PaperShop.order(
                        order().id("1").item("3", "100.00").freight("39.00"), List.of(two, one), List.of(back)));

        round();
        clock.advance(MINUTE.multipliedBy(2));
        round();

        assertThat(fulfillments("1")).extracting(Fulfillment::shopKey).containsExactly("d1", "d2", "r1", "r1#2");
    }

    @Test
    void asksNoMoreAboutMoneyPaidBackOnceItIsAnswered() {
        paper.say("7", NOON, IntakeTests::moneyBack);
        webhook("7");
        round();
        OpenRefund asked = refunds.of(company, kept("7").orElseThrow().id()).getFirst();
        assertThat(refunds.answer(company, asked.id(), new RefundAnswer.OverAllLines(), "", "ida"))
                .isTrue();

        webhook("7");
        round();

        assertThat(fulfillments("7")).hasSize(2);
        assertThat(held.countOpen(company)).isZero();
    }

    private static Translation moneyBack(ShopContext shop) {
        return new Translation.Understood(
                order().id("7").item("3", "100.00").from(shop.integration()).build(),
                List.of(ShopDelivery.whole("d1", NOON)),
                List.of(),
                List.of(new ShopRefund("m1", NOON, Money.parse("DKK 10"), "")),
                List.of());
    }

    @Test
    void undoesADeliveryTheShopCancels() {
        paper.say("1", NOON, lamp("1", ShopDelivery.whole("d1", NOON)));
        round();
        paper.say("1", NOON.plusSeconds(60), lamp("1", new ShopDelivery("d1", NOON, Map.of(), true)));
        clock.advance(MINUTE.multipliedBy(2));
        round();
        clock.advance(MINUTE.multipliedBy(2));
        round();

        assertThat(fulfillments("1")).extracting(Fulfillment::isReturn).containsExactly(false, true);
    }

    @Test
    void keepsButDoesNotHandleWhatWasDeliveredBeforeTheConnection() {
        paper.say("1", NOON.minusSeconds(60), lamp("1", ShopDelivery.whole("d1", NOON.minusSeconds(60))));

        round();

        assertThat(fulfillments("1")).isEmpty();
    }

    @Test
    void readsHistoryPageByPageAfterLiveOrders() {
        Instant past = NOON.minus(Duration.ofDays(100));
        IntStream.range(0, 9)
                .forEach(i -> paper.say(
                        "h" + i,
                        past.plus(Duration.ofDays(i)),
                        lamp("h" + i, ShopDelivery.whole("d", past.plus(Duration.ofDays(i))))));
        round();
        assertThat(kept("h0")).isEmpty();
        paper.say("live", NOON, lamp("live"));
        webhook("live");
        paper.asked.clear();

        feeds.importHistory(company, shop.id(), past, false);
        round();

        assertThat(feeds.health(company, shop.id()).orElseThrow().history())
                .isEqualTo(new FeedHealth.History(past, NOON, NOON, 10, NOON));
        assertThat(paper.asked.getFirst()).isEqualTo("live");
        assertThat(fulfillments("h8")).isEmpty();
    }

    @Test
    void handlesHistoryTooWhereAPersonSaysSo() {
        Instant past = NOON.minus(Duration.ofDays(100));
        paper.say("h", past, lamp("h", ShopDelivery.whole("d", past)));

        feeds.importHistory(company, shop.id(), past, true);
        round();

        assertThat(fulfillments("h")).hasSize(1);
    }

    @Test
    void resumesHistoryWhereAFailureStoppedIt() {
        Instant past = NOON.minus(Duration.ofDays(100));
        IntStream.range(0, 9).forEach(i -> paper.say("h" + i, past.plus(Duration.ofDays(i)), lamp("h" + i)));
        round();
        feeds.importHistory(company, shop.id(), past, false);
        int[] pages = new int[1];
        paper.beforePage = () -> {
            if (++pages[0] == 3) {
                throw new ShopUnavailable(ShopUnavailable.Code.UNREACHABLE, "gone");
            }
        };
        round();
        assertThat(kept("h3")).isPresent();
        assertThat(kept("h4")).isEmpty();
        paper.asked.clear();

        clock.advance(Duration.ofSeconds(10));
        round();

        assertThat(paper.asked.getFirst()).endsWith("page=4]");
        assertThat(kept("h8")).isPresent();
    }

    @Test
    void makesMissingWebhooksAndSwitchesOnAgainWhatTheShopSwitchedOff() {
        round();
        assertThat(paper.asked).contains("register MISSING");
        paper.state = WebhookState.OFF;

        clock.advance(Duration.ofMinutes(31));
        round();

        assertThat(paper.asked).contains("register OFF");
        assertThat(feeds.health(company, shop.id()).orElseThrow().webhooks()).isEqualTo(WebhookState.ACTIVE);
        assertThat(feeds.door(company, shop.id()).orElseThrow()).hasToString("https://ordrebro.example/in/" + door);
    }

    @Test
    void doesNothingForAShopThatIsSwitchedOffAndCatchesUpWhenItIsOnAgain() {
        round();
        shop = shop(false);
        integrations.save(shop);
        clock.advance(Duration.ofSeconds(6));
        paper.say("1", NOON.plusSeconds(6), lamp("1"));

        assertThat(webhook("1")).isEqualTo(200);
        assertThat(rounds.run(door)).isEmpty();
        assertThat(kept("1")).isEmpty();

        shop = shop(true);
        integrations.save(shop);
        clock.advance(MINUTE.multipliedBy(2));
        round();
        assertThat(kept("1")).isPresent();
    }

    @Test
    void schedulesARoundWhenAWebhookComesAndFindsOneThatWasForgotten() {
        jdbc.sql("delete from intake_tasks").update();
        webhook("1");
        assertThat(tasks()).isEqualTo(1);

        jdbc.sql("delete from intake_tasks").update();
        rota.sweep();
        assertThat(tasks()).isEqualTo(1);
    }

    private int tasks() {
        return jdbc.sql("select count(*) from intake_tasks where task_instance = ?")
                .param(company + "/" + shop.id())
                .query(Integer.class)
                .single();
    }
}
