package dk.ordrebro.intake.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.ordrebro.intake.ChangedOrders;
import dk.ordrebro.intake.Cursor;
import dk.ordrebro.intake.ShopOrder;
import dk.ordrebro.intake.Trial;
import dk.ordrebro.intake.WebhookState;
import dk.ordrebro.intake.http.ShopHttp;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.intake.http.UnhurriedHttp;
import dk.ordrebro.intake.woocommerce.WooStandIn.Fault;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Raw;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** The adapter's calls, against the stand-in with its faults. */
class WooCommerceTests {

    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
    private static final URI DOOR = URI.create("https://ordrebro.example/in/abc");

    private final WooStandIn shop = WooStandIn.start(() -> NOON);
    private final ShopHttp http = UnhurriedHttp.open();
    private final WooCommerce woo = new WooCommerce(http);
    private final ShopConnection connection = ChangesProperties.connection(shop);

    @AfterEach
    void close() throws Exception {
        http.close();
        shop.close();
    }

    @Test
    void findsTheShopByItsName() {
        assertThat(woo.test(connection)).isEqualTo(new Trial.Found("Nordlys & Te"));
    }

    @Test
    void givesBothCausesOfARefusalThatLooksTheSame() {
        shop.faults.add(Fault.NOT_SEEN_AS_HTTPS);

        assertThat(woo.test(connection))
                .isEqualTo(Trial.Refused.of("woocommerce.refused", "401 woocommerce_rest_cannot_view"));
    }

    @Test
    void refusesAnAddressWithoutTheApi() {
        ShopConnection elsewhere = new ShopConnection(
                connection.company(),
                connection.integration(),
                Map.of(Api.URL, shop.url() + "/blog"),
                connection.secrets(),
                Map.of());

        assertThat(woo.test(elsewhere)).isInstanceOf(Trial.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "WEB_PAGES, ODD_ANSWER",
        "THROTTLED_429, THROTTLED",
        "MAINTENANCE_503, THROTTLED",
        "NOT_SEEN_AS_HTTPS, KEY_REFUSED"
    })
    void saysWhatIsWrongWithAShopThatDoesNotAnswerAsOne(Fault fault, ShopUnavailable.Code code) {
        shop.faults.add(fault);

        for (Executable call : List.<Executable>of(
                () -> woo.changedSince(connection, Cursor.from(NOON)), () -> woo.fetch(connection, "1"))) {
            assertThat(catchThrowableOfType(ShopUnavailable.class, call::execute)
                            .code())
                    .isEqualTo(code);
        }
    }

    @Test
    void keepsWhatTheShopSentByteForByteAndItsRefundsBesideIt() {
        ObjectNode order = Recordings.order("shop-dk-b2b-company-vatfield.placed");
        shop.putSilently(order, NOON);
        Raw listed = all().getFirst().raw();
        assertThat(listed).isNotNull();

        assertThat(listed).hasToString(woo.fetch(connection, "26").orElseThrow().toString());

        shop.addRefund("26", WooOrder.refund("1", "25.00"));
        assertThat(all()).filteredOn(one -> one.raw() != null).isEmpty();
        assertThat(woo.fetch(connection, "26").orElseThrow().toString()).contains("\"refunds\":[{\"id\":1001");
    }

    private List<ShopOrder> all() {
        Cursor cursor = Cursor.from(NOON.minusSeconds(10));
        List<ShopOrder> all = new ArrayList<>();
        while (cursor != null) {
            ChangedOrders page = woo.changedSince(connection, cursor);
            all.addAll(page.orders());
            cursor = page.next();
        }
        return all;
    }

    @Test
    void fetchesAllRefundsHoweverMany() {
        shop.putSilently(Recordings.order("shop-dk-consumer-incl-vat.completed"), NOON);
        String id = all().getFirst().id();
        IntStream.range(0, 101).forEach(i -> shop.addRefund(id, WooOrder.refund("1", "1.00")));

        var raw = Json.MAPPER.readTree(woo.fetch(connection, id).orElseThrow().bytes());

        assertThat(Json.list(raw, "refunds")).hasSize(101);
    }

    @Test
    void findsARefundThatDidNotChangeItsOrderAndDoesWithoutTheListWhereThereIsNone() {
        shop.putSilently(Recordings.order("shop-cancelled"), NOON.minusSeconds(9000));
        shop.addRefund("34", WooOrder.refund("1", "1.00"));

        assertThat(all()).extracting(ShopOrder::id).containsExactly("34");
        shop.faults.add(Fault.NO_REFUND_LIST);
        assertThat(all()).isEmpty();
    }

    @Test
    void findsAnOrderInTheTrash() {
        shop.putSilently(Recordings.order("shop-cancelled").put("status", "trash"), NOON);

        assertThat(all()).extracting(ShopOrder::id).containsExactly("34");
    }

    @Test
    void knowsAnOrderThatIsGone() {
        assertThat(woo.fetch(connection, "99")).isEmpty();
    }

    @Test
    void makesItsWebhooksOnceAndSwitchesThemOnAgain() {
        assertThat(woo.webhooks(connection, DOOR)).isEqualTo(WebhookState.MISSING);
        woo.registerWebhooks(connection, DOOR);
        woo.registerWebhooks(connection, DOOR);
        assertThat(shop.hookStates())
                .containsExactly(
                        "order.created active",
                        "order.deleted active",
                        "order.restored active",
                        "order.updated active");
        assertThat(woo.webhooks(connection, DOOR)).isEqualTo(WebhookState.ACTIVE);

        IntStream.range(0, 7).forEach(i -> {
            assertThat(woo.webhooks(connection, DOOR)).isEqualTo(WebhookState.ACTIVE);
            shop.put(Recordings.order("shop-cancelled"));
            shop.sendWebhooks(_ -> 500);
        });

        assertThat(woo.webhooks(connection, DOOR)).isEqualTo(WebhookState.OFF);
        woo.registerWebhooks(connection, DOOR);
        assertThat(woo.webhooks(connection, DOOR)).isEqualTo(WebhookState.ACTIVE);
        assertThat(shop.hookStates()).hasSize(4);
    }

    @Test
    void seesThatAWebhookSignsWithAnOlderSecret() {
        woo.registerWebhooks(connection, DOOR);
        ShopConnection renewed = new ShopConnection(
                connection.company(),
                connection.integration(),
                connection.settings(),
                Map.of(
                        Api.KEY, new Secret(WooStandIn.KEY),
                        Api.SECRET, new Secret(WooStandIn.SECRET),
                        ShopConnection.WEBHOOK_SECRET, new Secret("nyt")),
                Map.of());

        assertThat(woo.webhooks(renewed, DOOR)).isEqualTo(WebhookState.OFF);
    }

    @Test
    void refusesAShopThatIgnoresTheDate() {
        // a page that a cache gives out whatever is asked
        ShopUnavailable failure = catchThrowableOfType(
                ShopUnavailable.class,
                () -> Changes.checkFiltered(
                        List.of(new Changes.Listed(NOON, new ShopOrder("34", NOON, null))), NOON.plusSeconds(5)));

        assertThat(failure.code()).isEqualTo(ShopUnavailable.Code.ODD_ANSWER);
    }
}
