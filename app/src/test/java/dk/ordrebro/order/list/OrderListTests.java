package dk.ordrebro.order.list;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.database.SharedDatabase;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.integration.GivenIntegrations;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.JdbcOrders;
import dk.ordrebro.order.OldTotals;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.OrderState;
import dk.ordrebro.order.OrderTotal;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Raw;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OrderListTests {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Comparator<ListedOrder> LATEST_FIRST = Comparator.comparing(ListedOrder::placedAt)
            .thenComparing(one -> one.id().toString())
            .reversed();

    private final GivenIntegrations given = new GivenIntegrations();
    private final OrderIntegration shop = given.shop("nordlys");
    private final OrderIntegration other = given.shop("sydlys");
    private final Orders orders = new JdbcOrders(
            SharedDatabase.jdbc(),
            new Ids(InstantSource.system(), new SecureRandom()),
            InstantSource.system(),
            event -> {});
    private final OrderList list = new JdbcOrderList(SharedDatabase.jdbc(), given.orders);

    OrderListTests() {
        given.orders.save(shop);
        given.orders.save(other);
    }

    private OrderId keep(OrderIntegration in, GivenOrder told) {
        return orders.keep(List.of(new Orders.Arrival(told.from(in).build(), Raw.of("{}"))))
                .getFirst()
                .id();
    }

    private OrderId keep(GivenOrder told) {
        return keep(shop, told);
    }

    private List<OrderId> all(OrderFilter filter) {
        return ids(list.first(shop.company(), filter, 1000));
    }

    private static List<OrderId> ids(OrderList.Page page) {
        return page.orders().stream().map(ListedOrder::id).toList();
    }

    private static OrderFilter searched(String words) {
        return new OrderFilter(Set.of(), null, "", null, null, words);
    }

    /** Few moments for many orders, so that most share theirs with others. */
    private void keepMany(int count, long seed) {
        Random random = new Random(seed);
        List<Orders.Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arrivals.add(new Orders.Arrival(
                    order().id("m" + i)
                            .placed(START.plus(random.nextInt(7), ChronoUnit.DAYS))
                            .to(random.nextBoolean() ? "DK" : "DE", "1000")
                            .item("1", "100")
                            .from(random.nextInt(3) == 0 ? other : shop)
                            .build(),
                    Raw.of("{}")));
        }
        orders.keep(arrivals);
    }

    /** Walks to the end; sees to it that no page is longer than asked for. */
    private List<OrderList.Page> walk(OrderFilter filter, int size, Consumer<OrderList.Page> meanwhile) {
        List<OrderList.Page> pages = new ArrayList<>(List.of(list.first(shop.company(), filter, size)));
        while (pages.getLast().older() != null) {
            meanwhile.accept(pages.getLast());
            pages.add(list.older(shop.company(), filter, pages.getLast().older(), size));
        }
        assertThat(pages).allSatisfy(page -> assertThat(page.orders()).hasSizeLessThanOrEqualTo(size));
        return pages;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10, 59, 60, 61})
    void showsEveryOrderOnceForwardsAndBackwards(int size) {
        keepMany(60, size);
        List<OrderFilter> filters = List.of(
                OrderFilter.ALL,
                new OrderFilter(Set.of(), shop.id(), "DE", null, null, ""),
                new OrderFilter(Set.of(OrderState.OPEN), null, "DK", START.plus(1, ChronoUnit.DAYS), null, ""),
                searched("ida"));

        for (OrderFilter filter : filters) {
            List<OrderList.Page> pages = walk(filter, size, page -> {});

            List<ListedOrder> seen =
                    pages.stream().flatMap(page -> page.orders().stream()).toList();
            assertThat(seen).isSortedAccordingTo(LATEST_FIRST).doesNotHaveDuplicates();
            assertThat(seen.stream().map(ListedOrder::id)).containsExactlyElementsOf(all(filter));
            for (int i = pages.size() - 1; i > 0; i--) {
                OrderList.Page back = list.newer(
                        shop.company(), filter, pages.get(i).orders().getFirst().place(), size);
                assertThat(ids(back)).isEqualTo(ids(pages.get(i - 1)));
            }
            assertThat(pages.getFirst().newer()).isNull();
        }
    }

    @Test
    void losesNothingThatWasThereWhenOrdersComeInMeanwhile() {
        keepMany(40, 1);
        List<OrderId> before = all(OrderFilter.ALL);
        int[] more = {0};

        List<OrderId> seen = walk(OrderFilter.ALL, 7, page -> {
                    more[0]++;
                    keep(order().id("new" + more[0])
                            .placed(START.plus(30, ChronoUnit.DAYS))
                            .item("1", "1"));
                    keep(order().id("old" + more[0])
                            .placed(START.plus(more[0] % 7, ChronoUnit.DAYS))
                            .item("1", "1"));
                })
                .stream()
                .flatMap(page -> ids(page).stream())
                .toList();

        assertThat(more[0]).isPositive();
        assertThat(seen).containsAll(before).doesNotHaveDuplicates();
    }

    @Test
    void narrowsByEveryFieldAlone() {
        OrderId dane = keep(order().id("dane").placed(START).item("1", "100"));
        OrderId german = keep(order().id("german")
                .placed(START.plusSeconds(1))
                .to("DE", "10115")
                .item("1", "100"));
        OrderId elsewhere =
                keep(other, order().id("elsewhere").placed(START.plusSeconds(2)).item("1", "100"));

        assertThat(all(OrderFilter.ALL)).containsExactly(elsewhere, german, dane);
        assertThat(all(new OrderFilter(Set.of(), other.id(), "", null, null, "")))
                .containsExactly(elsewhere);
        assertThat(all(new OrderFilter(Set.of(), null, "DE", null, null, ""))).containsExactly(german);
        assertThat(all(new OrderFilter(Set.of(), null, "", START.plusSeconds(1), START.plusSeconds(2), "")))
                .containsExactly(german);
        assertThat(all(OrderFilter.ALL.in(Set.of(OrderState.HANDLED)))).isEmpty();
        assertThat(list.countries(shop.company())).containsExactly("DE", "DK");
    }

    @Test
    void findsAnOrderByWhatSomebodyWouldType() {
        OrderId sought = keep(order().id("WEB-10427")
                .customer(new Customer(
                        "c",
                        "Holm & Søn ApS",
                        "Ida Marie Holm",
                        "Ida.Holm@Example.com",
                        "+45 22 33 44 55",
                        null,
                        false,
                        null))
                .item("1", "100"));
        keep(order().id("20111")
                .customer(new Customer("d", null, "Bo Lund", "bo@lund.example", "99887766", null, false, null))
                .item("1", "100"));

        for (String typed : List.of(
                "WEB-10427",
                "web-104",
                "#10427",
                "1042",
                "ida",
                "IDA MARIE",
                "marie holm",
                "holm",
                "Holm & S",
                "søn aps",
                "ida.holm@example.com",
                "ida.h",
                "22334455",
                "22 33 44 55",
                "+45 22334455",
                "  ida   marie ")) {
            assertThat(all(searched(typed))).as(typed).containsExactly(sought);
        }
        for (String typed : List.of("0427", "olm", "øn ap", "example.c", "334455", "SKU-1")) {
            assertThat(all(searched(typed))).as(typed).contains(sought);
        }
        for (String typed : List.of("lm mar", "%", "_", "ida lund", "'; drop table shop_order; --")) {
            assertThat(all(searched(typed))).as(typed).isEmpty();
        }
    }

    @Test
    void findsAChangedOrderByItsNewWordsOnly() {
        GivenOrder first = order().id("77").item("1", "100");
        OrderId id = keep(first);
        keep(order().id("77")
                .customer(new Customer("c-7", null, "Eva Dam", "eva@example.com", null, null, false, null))
                .item("1", "100"));

        assertThat(all(searched("ida"))).isEmpty();
        assertThat(all(searched("eva"))).containsExactly(id);
        assertThat(all(searched("77"))).containsExactly(id);
    }

    @Test
    void narrowsASearchAndSaysWhenItIsTooBroad() {
        OrderId german = keep(order().id("g").to("DE", "10115").item("1", "100"));
        keep(order().id("d").item("1", "100"));
        assertThat(all(new OrderFilter(Set.of(), null, "DE", null, null, "ida")))
                .containsExactly(german);

        for (int i = 0; i < ListQuery.WORDS; i++) {
            keep(order().id("x" + (1000 + i)).item("1", "100"));
        }

        assertThat(list.first(shop.company(), searched("x"), 10).tooBroad()).isTrue();
        assertThat(list.first(shop.company(), searched("x100"), 20).tooBroad()).isFalse();
    }

    @Test
    void showsTheShopsTotal() {
        keep(order().item("1", "100").statedGross("99.95"));

        assertThat(list.first(shop.company(), OrderFilter.ALL, 1)
                        .orders()
                        .getFirst()
                        .total())
                .isEqualTo(new OrderTotal(Money.parse("DKK 99.95"), OrderTotal.Basis.STATED));
    }

    @Test
    void showsWhatTheLinesComeToWhereTheShopStatesNoTotal() {
        keep(order().item("2", "100").freight("39.50"));

        assertThat(list.first(shop.company(), OrderFilter.ALL, 1)
                        .orders()
                        .getFirst()
                        .total())
                .isEqualTo(new OrderTotal(Money.parse("DKK 239.50"), OrderTotal.Basis.LINES));
    }

    @Test
    void givesOrdersFromBeforeTheirTotal() {
        OrderId id = keep(order().item("2", "100").freight("39.50"));
        SharedDatabase.jdbc()
                .sql("update shop_order set gross = null, gross_basis = null where order_id = ?")
                .param(id.value())
                .update();

        new OldTotals(
                        SharedDatabase.jdbc(),
                        new TransactionTemplate(new DataSourceTransactionManager(SharedDatabase.dataSource())))
                .fill();

        assertThat(list.of(shop.company(), List.of(id)).getFirst().total())
                .isEqualTo(new OrderTotal(Money.parse("DKK 239.50"), OrderTotal.Basis.LINES));
    }

    @Test
    void showsAnotherCompanyNothing() {
        keep(order().item("1", "100"));
        CompanyId stranger = new GivenIntegrations().company;

        assertThat(list.first(stranger, OrderFilter.ALL, 10).orders()).isEmpty();
        assertThat(list.first(stranger, new OrderFilter(Set.of(), shop.id(), "", null, null, ""), 10)
                        .orders())
                .isEmpty();
        assertThat(list.first(stranger, searched("ida"), 10).orders()).isEmpty();
        assertThat(list.countries(stranger)).isEmpty();
    }

    @Test
    void readsAPlaceBackFromItsText() {
        IntStream.range(0, 50).forEach(i -> {
            Place place = new Place(START.plus(i * 1_234_567L, ChronoUnit.MICROS), new OrderId(UUID.randomUUID()));
            assertThat(Place.of(place.toString())).isEqualTo(place);
        });
    }
}
