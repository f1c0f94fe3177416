package dk.ordrebro.intake.shopify;

import static dk.ordrebro.intake.shopify.GivenShopifyOrder.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.ordrebro.SettableClock;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.intake.ChangedOrders;
import dk.ordrebro.intake.Cursor;
import dk.ordrebro.intake.Hint;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.intake.Trial;
import dk.ordrebro.intake.WebhookState;
import dk.ordrebro.intake.http.LoopbackHttp;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Raw;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter over HTTP, against the stand-in with one fault after the other. */
class ShopifyShopTests {

    private static final URI DOOR = URI.create("https://ordrebro.example/in/a/b");

    private final SettableClock clock = SettableClock.atNoon();
    private final ShopifyStandIn standIn = new ShopifyStandIn(clock);
    private final LoopbackHttp loopback = new LoopbackHttp(clock);
    private final ShopifyShop shop =
            new ShopifyShop(new ShopifyCalls(loopback.http, new ShopifyTokens(loopback.http, clock)));
    private final ShopConnection connection = ShopifyDesk.connection(standIn.uri(), Map.of());

    @AfterEach
    void closeShop() {
        assertThat(standIn.faults).isEmpty();
        standIn.close();
    }

    private ShopUnavailable refusedFetch() {
        return catchThrowableOfType(ShopUnavailable.class, () -> shop.fetch(connection, "1"));
    }

    @Test
    void namesTheShopItReached() {
        standIn.put(order("1").line("10", 1, "100").json());

        assertThat(shop.test(connection)).isEqualTo(new Trial.Found("Lab Butik"));
    }

    @Test
    void tellsApartWhyAConnectionIsRefused() {
        standIn.put(order("1").line("10", 1, "100").json());
        ShopConnection wrongApp = ShopifyDesk.connection(standIn.uri(), Map.of(ShopifyFields.CLIENT_ID, "another"));
        assertThat(((Trial.Refused) shop.test(wrongApp)).textKey()).isEqualTo("shopify.refused.app");
        ShopConnection nothing = ShopifyDesk.connection(standIn.uri(), Map.of(ShopifyFields.CLIENT_ID, ""));
        assertThat(((Trial.Refused) shop.test(nothing)).textKey()).isEqualTo("shopify.refused.nothing-to-enter-with");
        assertThat(((Trial.Refused) shop.test(withToken("shpat_wrong"))).textKey())
                .isEqualTo("shopify.refused.token");

        standIn.deniesCustomers = true;
        assertThat(((Trial.Refused) shop.test(connection)).textKey()).isEqualTo("shopify.refused.customers");
        standIn.scopes = List.of("read_products");
        assertThat(shop.test(connection))
                .isEqualTo(Trial.Refused.of("shopify.refused.scopes", "read_orders, read_customers"));
    }

    private ShopConnection withToken(String token) {
        Map<String, Secret> secrets = new HashMap<>(connection.secrets());
        secrets.put(ShopifyFields.ACCESS_TOKEN, new Secret(token));
        return new ShopConnection(Given.COMPANY, Given.SHOP_ID, connection.settings(), secrets, Map.of());
    }

    @Test
    void usesATokenThatLastsWhereThereIsOne() {
        standIn.accept("shpat_old");

        assertThat(shop.test(withToken("shpat_old"))).isEqualTo(new Trial.Found("Lab Butik"));
        assertThat(standIn.asked).doesNotContain("token");
    }

    @Test
    void asksForATokenOnceADayAndBeforeItEnds() {
        shop.fetch(connection, "1");
        shop.fetch(connection, "1");
        assertThat(standIn.asked).containsExactly("token", "Order", "Order");

        clock.advance(Duration.ofHours(23).plusMinutes(55));
        shop.fetch(connection, "1");
        assertThat(standIn.asked).endsWith("token", "Order");
    }

    @Test
    void asksForANewTokenWhenItsTokenIsTakenAway() {
        standIn.put(order("1").line("10", 1, "100").json());
        shop.fetch(connection, "1");
        standIn.forgetsTokens = true;

        assertThat(shop.fetch(connection, "1")).isPresent();
        assertThat(standIn.asked).containsExactly("token", "Order", "token", "Order");
    }

    @Test
    void saysThatAnOrderIsGone() {
        assertThat(shop.fetch(connection, "404")).isEmpty();
    }

    private int costOfAnOrder() {
        return standIn.cost(new Documents().of("Order"), "Order", Map.of("id", "gid://shopify/Order/1"));
    }

    @Test
    void asksAgainWhenItsPointsAreBack() {
        standIn.available = costOfAnOrder() - 200;

        assertThat(shop.fetch(connection, "1")).isEmpty();
        assertThat(standIn.asked).containsExactly("token", "Order", "Order");
        assertThat(loopback.waited).hasSize(1);
    }

    @Test
    void staysAwayForAsLongAsItTakesToHaveThePointsItNeeds() {
        standIn.available = 0;

        ShopUnavailable refused = refusedFetch();

        assertThat(refused.code()).isEqualTo(ShopUnavailable.Code.THROTTLED);
        clock.advance(refused.after().orElseThrow());
        assertThat(shop.fetch(connection, "1")).isEmpty();
    }

    @Test
    void waitsForPointsBeforeItAsksTooMuch() {
        standIn.put(order("1").line("10", 1, "100").json());
        standIn.available = costOfAnOrder();
        shop.fetch(connection, "1");
        shop.fetch(connection, "1");

        assertThat(loopback.waited).hasSize(1);
        assertThat(standIn.asked).containsExactly("token", "Order", "Order");
    }

    @Test
    void readsAStatusOfTooManyRequestsLikeThrottling() {
        standIn.tooManyRequests = 1;

        ShopUnavailable refused = refusedFetch();

        assertThat(refused.code()).isEqualTo(ShopUnavailable.Code.THROTTLED);
        assertThat(refused.after()).contains(Duration.ofSeconds(2));
    }

    @Test
    void takesNoWebPageForAnOrder() {
        shop.fetch(connection, "1");
        standIn.answersWith = "<html>Password page</html>";

        assertThat(refusedFetch().code()).isEqualTo(ShopUnavailable.Code.ODD_ANSWER);
    }

    @Test
    void readsAnOrderToItsLastLine() {
        GivenShopifyOrder given = order("1").freight("49");
        Map<String, Integer> sent = new HashMap<>();
        for (int i = 100; i < 170; i++) {
            given.line(Integer.toString(i), 1, "10");
            sent.put(Integer.toString(i), 1);
        }
        given.sent("f0", sent);
        given.line("200", 20, "10");
        for (int i = 1; i <= 7; i++) {
            given.sent("f" + i, Map.of("200", 1)).refunded("r" + i, Map.of("200", 1), "RETURN", false);
        }
        Map<String, Integer> back = new HashMap<>(sent);
        given.refunded("r9", back, "RETURN", true);
        standIn.put(given.json());
        standIn.maximumAvailable = 100_000;
        standIn.available = 100_000;

        Raw raw = shop.fetch(connection, "1").orElseThrow();

        Translation read = shop.translate(ShopifyDesk.shop(Map.of()), raw);
        assertThat(Shown.of(read)).isEqualTo(Shown.of(ShopifyDesk.translate(given.json())));
        assertThat(((Translation.Understood) read).order().lines()).hasSize(72);
        assertThat(((Translation.Understood) read).returns()).hasSize(8);
        assertThat(standIn.asked)
                .contains("MoreLines", "AllParts", "OneDelivery", "OneRefund", "MoreDelivered", "MoreRefundedLines");
    }

    @Test
    void findsEveryChangeOnceASecondFillsAPageAndTimesTie() {
        Set<String> all = new HashSet<>();
        for (int i = 1; i <= 330; i++) {
            int second = i <= 230 ? 0 : i - 230;
            standIn.put(order(Integer.toString(i))
                    .line("10", 1, "100")
                    .updated("2026-11-23T12:%02d:%02d+01:00".formatted(second / 60, second % 60))
                    .json());
            all.add(Integer.toString(i));
        }

        Set<String> found = new HashSet<>();
        Cursor cursor = Cursor.from(Instant.parse("2026-11-23T11:00:00Z"));
        int pages = 0;
        while (cursor != null) {
            ChangedOrders page = shop.changedSince(connection, cursor);
            page.orders().forEach(one -> found.add(one.id()));
            cursor = page.next();
            pages++;
        }

        assertThat(found).isEqualTo(all);
        assertThat(pages).isLessThan(7);
    }

    @Test
    void makesMissingWebhooksAndMakesNoneTwice() {
        assertThat(shop.webhooks(connection, DOOR)).isEqualTo(WebhookState.MISSING);
        shop.registerWebhooks(connection, DOOR);
        assertThat(shop.webhooks(connection, DOOR)).isEqualTo(WebhookState.ACTIVE);
        int made = standIn.webhooks.size();

        standIn.webhooks.removeFirst();
        assertThat(shop.webhooks(connection, DOOR)).isEqualTo(WebhookState.MISSING);
        shop.registerWebhooks(connection, DOOR);
        shop.registerWebhooks(connection, DOOR);

        assertThat(standIn.webhooks).hasSize(made);
        assertThat(shop.webhooks(connection, DOOR)).isEqualTo(WebhookState.ACTIVE);
        assertThat(shop.webhooks(connection, URI.create("https://elsewhere.example/in/a/b")))
                .isEqualTo(WebhookState.MISSING);
    }

    @Test
    void goesOnWithoutWebhooksWhereTheShopWillNotHaveThem() {
        standIn.refusesAddresses = true;

        ShopUnavailable refused =
                catchThrowableOfType(ShopUnavailable.class, () -> shop.registerWebhooks(connection, DOOR));
        assertThat(refused.code()).isEqualTo(ShopUnavailable.Code.KEY_REFUSED);
    }

    @Test
    void provesWebhooksByTheSecretOfTheAppTheOneBeforeAndTheShopsOwn() {
        Raw body = Raw.of("{\"id\":5600000000001,\"email\":\"s\\u00f8ren@example.com\"}");
        ShopConnection known = new ShopConnection(
                Given.COMPANY,
                Given.SHOP_ID,
                Map.of(ShopifyFields.SHOP, "https://lab-butik.myshopify.com"),
                Map.of(ShopifyFields.CLIENT_SECRET, new Secret("new"), ShopifyFields.HAND_KEY, new Secret("by hand")),
                Map.of(ShopifyFields.CLIENT_SECRET, new Secret("yesterday's")));

        for (String secret : List.of("new", "by hand", "yesterday's")) {
            assertThat(shop.verify(known, Signed.by(secret, "orders/updated", body)))
                    .isEqualTo(new Hint.About("5600000000001"));
        }
        assertThat(shop.verify(known, Signed.by("guessed", "orders/updated", body)))
                .isEqualTo(new Hint.Unproven());
    }

    @Test
    void hearsNothingInWhatNamesNoOrder() {
        for (String body : List.of("", "[]", "{}", "{\"id\":null}", "not json", "{\"id\":\"drop table\"}")) {
            assertThat(shop.verify(connection, Signed.by(ShopifyStandIn.CLIENT_SECRET, "orders/updated", Raw.of(body))))
                    .isInstanceOf(Hint.Nothing.class);
        }
        assertThat(shop.verify(
                        connection, Signed.by(ShopifyStandIn.CLIENT_SECRET, "app/uninstalled", Raw.of("{\"id\":1}"))))
                .isInstanceOf(Hint.Nothing.class);
        assertThat(shop.verify(
                        connection,
                        Signed.by(
                                ShopifyStandIn.CLIENT_SECRET,
                                "orders/edited",
                                Raw.of("{\"order_edit\":{\"order_id\":7}}"))))
                .isEqualTo(new Hint.About("7"));
    }

    @Test
    void verifiesTheExampleOfTheReference() {
        Raw body = Raw.of(
                "{\"id\":5600000000001,\"name\":\"#1001\",\"email\":\"s\\u00f8ren@example.com\",\"total_price\":\"427.90\",\"currency\":\"DKK\"}");

        assertThat(body.bytes()).hasSize(108);
        assertThat(Signed.headers("hush-hush-client-secret", "orders/paid", body.bytes()))
                .containsEntry("x-shopify-hmac-sha256", "DFzHVSfvr+M7oXkEcqAuu5Fo32hoIUbW8xw2VTFJBW4=");
        assertThat(shop.verify(connection, Signed.by("hush-hush-client-secret", "orders/paid", body)))
                .isEqualTo(new Hint.About("5600000000001"));
    }
}
