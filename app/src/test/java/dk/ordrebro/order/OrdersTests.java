package dk.ordrebro.order;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.Ids;
import dk.ordrebro.database.SharedDatabase;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.integration.GivenIntegrations;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Orders.Arrival;
import dk.ordrebro.order.Orders.Fate;
import dk.ordrebro.order.Orders.Kept;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrdersTests {

    private final GivenIntegrations given = new GivenIntegrations();
    private final OrderIntegration shop = given.shop("nordlys");
    private final Orders orders = new JdbcOrders(
            SharedDatabase.jdbc(),
            new Ids(InstantSource.system(), new SecureRandom()),
            InstantSource.system(),
            event -> {});

    private Arrival arrival(GivenOrder order) {
        return new Arrival(order.from(shop).build(), Raw.of("{\"as\": \"received\"}"));
    }

    private Kept keep(GivenOrder order) {
        return orders.keep(List.of(arrival(order))).getFirst();
    }

    @Test
    void keepsWhatTheShopSaidAndReadsItBackTheSame() {
        GivenOrder told = order().net()
                .in("JPY")
                .item("2", "0.125")
                .freight("39")
                .offPercent("10", true)
                .paidByGiftCard("5");

        Kept kept = keep(told);

        StoredOrder stored = orders.find(shop.company(), kept.id()).orElseThrow();
        assertThat(stored.order()).isEqualTo(told.build());
        assertThat(stored.state()).isEqualTo(OrderState.OPEN);
        assertThat(orders.find(told.build().key())).contains(stored);
        assertThat(orders.raw(shop.company(), new Orders.OrderRevision(kept.id(), 1)))
                .hasValueSatisfying(raw -> assertThat(raw).hasToString("{\"as\": \"received\"}"));
    }

    @Test
    void makesARevisionOnlyOfWhatIsNew() {
        Kept first = keep(order().item("1", "100"));
        Kept again = keep(order().item("1", "100"));
        Kept changed = keep(order().item("2", "100"));

        assertThat(first.fate()).isEqualTo(Fate.NEW);
        assertThat(again).isEqualTo(new Kept(first.id(), 1, Fate.UNCHANGED));
        assertThat(changed).isEqualTo(new Kept(first.id(), 2, Fate.CHANGED));
        assertThat(orders.revisions(
                        shop.company(),
                        List.of(new Orders.OrderRevision(first.id(), 1), new Orders.OrderRevision(first.id(), 2))))
                .extracting(
                        stored -> stored.order().lines().getFirst().quantity().intValue())
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void takesAnOrderToldTwiceInOneBatchInTurn() {
        List<Kept> kept = orders.keep(List.of(
                arrival(order().item("1", "100")),
                arrival(order().item("2", "100")),
                arrival(order().item("2", "100"))));

        assertThat(kept).extracting(Kept::fate).containsExactly(Fate.NEW, Fate.CHANGED, Fate.UNCHANGED);
        assertThat(kept).extracting(Kept::id).containsOnly(kept.getFirst().id());
    }

    @Test
    void keepsOneOrderHoweverManyHearOfItAtOnce() {
        List<CompletableFuture<Kept>> hearing = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> keep(order().item("1", "100"))))
                .toList();

        List<Kept> kept = hearing.stream().map(CompletableFuture::join).toList();

        assertThat(kept).extracting(Kept::id).containsOnly(kept.getFirst().id());
        assertThat(kept).extracting(Kept::fate).filteredOn(Fate.NEW::equals).hasSize(1);
    }

    @Test
    void showsTheNewestFirstPageByPage() {
        List<OrderId> made = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            made.add(keep(order().id("n" + i).item("1", "100")).id());
        }

        List<StoredOrder> first = orders.page(shop.company(), Optional.empty(), 2);
        List<StoredOrder> rest =
                orders.page(shop.company(), Optional.of(first.getLast().id()), 10);

        assertThat(Stream.concat(first.stream(), rest.stream()).map(StoredOrder::id))
                .containsExactlyElementsOf(latestFirst(made));
        assertThat(orders.count(shop.company())).isEqualTo(5);
    }

    /** Two made within a millisecond stand in any order, but always in the same. */
    private static List<OrderId> latestFirst(List<OrderId> made) {
        return made.stream()
                .sorted(Comparator.comparing(OrderId::toString).reversed())
                .toList();
    }

    @Test
    void findsWhatACustomerBought() {
        OrderId bought = keep(order().id("a").item("1", "100")).id();
        keep(order().id("b").freight("39"));

        assertThat(orders.bought(shop.company(), shop.id(), "c-7", "SKU-1", Given.HANDLED, 10))
                .extracting(StoredOrder::id)
                .containsExactly(bought);
        assertThat(orders.bought(shop.company(), shop.id(), "c-8", "SKU-1", Given.HANDLED, 10))
                .isEmpty();
    }

    @Test
    void showsAnotherCompanyNothing() {
        OrderId id = keep(order().item("1", "100")).id();

        assertThat(orders.find(new GivenIntegrations().company, id)).isEmpty();
    }
}
