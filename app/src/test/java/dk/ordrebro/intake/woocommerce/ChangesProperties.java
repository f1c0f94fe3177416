package dk.ordrebro.intake.woocommerce;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.enrichment.Given;
import dk.ordrebro.intake.ChangedOrders;
import dk.ordrebro.intake.Cursor;
import dk.ordrebro.intake.ShopOrder;
import dk.ordrebro.intake.http.ShopHttp;
import dk.ordrebro.intake.http.UnhurriedHttp;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reading what changed loses no order, whatever the shop's clock says and whatever changes while it is read. */
class ChangesProperties {

    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
    private static @Nullable ShopHttp http;

    @BeforeContainer
    static void open() {
        http = UnhurriedHttp.open();
    }

    @AfterContainer
    static void close() throws Exception {
        requireNonNull(http).close();
    }

    /** A shop with ties of more than a page, orders that change and are thrown away while they are read, and a clock of another zone. */
    @Property(tries = 40)
    void losesNoOrder(
            @ForAll @IntRange(min = -12, max = 14) int hours,
            @ForAll @IntRange(min = 1, max = 260) int orders,
            @ForAll @IntRange(min = 1, max = 4) int seconds,
            @ForAll long seed) {
        Random random = new Random(seed);
        Instant shopNoon = NOON.plus(Duration.ofHours(hours));
        try (WooStandIn shop = WooStandIn.start(() -> shopNoon)) {
            Map<String, Instant> last = new TreeMap<>();
            for (int i = 1; i <= orders; i++) {
                change(shop, last, Integer.toString(i), shopNoon.plusSeconds(random.nextInt(seconds)), "processing");
            }
            int[] later = {seconds};
            Set<String> thrownAway = new HashSet<>();
            shop.beforeList = () -> {
                for (int i = 0; i < 3; i++) {
                    String id = Integer.toString(1 + random.nextInt(orders));
                    later[0]++;
                    boolean trash = random.nextInt(4) == 0;
                    change(shop, last, id, shopNoon.plusSeconds(later[0]), trash ? "trash" : "processing");
                    if (trash) {
                        thrownAway.add(id);
                    } else {
                        thrownAway.remove(id);
                    }
                }
            };
            Map<String, Instant> seen = poll(shop, shopNoon);
            shop.beforeList = () -> {};
            Instant readUntil = seen.values().stream().max(Instant::compareTo).orElse(shopNoon);
            Map<String, Instant> live = new TreeMap<>(last);
            live.keySet().removeAll(thrownAway);
            assertThat(seen).containsAllEntriesOf(live);
            // what was thrown away after the trash was read is found by the next question, which begins five minutes
            // back
            poll(shop, readUntil.minus(Duration.ofMinutes(5)))
                    .forEach((id, at) -> seen.merge(id, at, (a, b) -> a.isAfter(b) ? a : b));

            assertThat(seen).containsAllEntriesOf(last);
        }
    }

    private static void change(WooStandIn shop, Map<String, Instant> last, String id, Instant at, String status) {
        ObjectNode order =
                Json.MAPPER.createObjectNode().put("id", Integer.parseInt(id)).put("status", status);
        order.putArray("refunds");
        shop.putSilently(order, at);
        last.put(id, at);
    }

    /** Latest change seen of each order. */
    private static Map<String, Instant> poll(WooStandIn shop, Instant since) {
        Changes changes = new Changes(new Api(requireNonNull(http)), connection(shop));
        Map<String, Instant> seen = new HashMap<>();
        Set<Cursor> asked = new HashSet<>();
        Cursor cursor = Cursor.from(since);
        while (cursor != null) {
            assertThat(asked.add(cursor)).as("asked twice: %s", cursor).isTrue();
            ChangedOrders page = changes.since(cursor);
            for (ShopOrder order : page.orders()) {
                seen.merge(order.id(), order.changedAt(), (a, b) -> a.isAfter(b) ? a : b);
            }
            cursor = page.next();
        }
        return seen;
    }

    static ShopConnection connection(WooStandIn shop) {
        return new ShopConnection(
                Given.COMPANY,
                Given.SHOP_ID,
                Map.of(Api.URL, shop.url()),
                Map.of(
                        Api.KEY, new Secret(WooStandIn.KEY),
                        Api.SECRET, new Secret(WooStandIn.SECRET),
                        ShopConnection.WEBHOOK_SECRET, new Secret("abc123")),
                Map.of());
    }
}
