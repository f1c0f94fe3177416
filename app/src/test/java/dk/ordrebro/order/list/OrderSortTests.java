package dk.ordrebro.order.list;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.Ids;
import dk.ordrebro.database.SharedDatabase;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.integration.GivenIntegrations;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.JdbcOrderWords;
import dk.ordrebro.order.JdbcOrders;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.OrderState;
import dk.ordrebro.order.OrderTotal;
import dk.ordrebro.order.OrderWords;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Raw;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every sort and filter of the list, compared with the same done in memory. */
class OrderSortTests {

    private static final List<OrderState> STATES = List.of(OrderState.values());

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final int ORDERS = 137;
    private static final int PAGE = 10;
    private static final List<String> NAMES =
            List.of("Ida Holm", "åse Bang", "Ægir Dam", "Øjvind Leth", "Anne Munk", "Zelda Ravn", "ida holm");

    private final GivenIntegrations given = new GivenIntegrations();
    private final OrderIntegration shop = given.shop("nordlys");
    private final OrderIntegration other = given.shop("sydlys");
    private final Orders orders = new JdbcOrders(
            SharedDatabase.jdbc(),
            new Ids(InstantSource.system(), new SecureRandom()),
            InstantSource.system(),
            event -> {});
    private final OrderList list = new JdbcOrderList(SharedDatabase.jdbc(), given.orders);
    private final OrderSearch search = new JdbcOrderSearch(SharedDatabase.jdbc());
    private final OrderWords words = new JdbcOrderWords(SharedDatabase.jdbc());

    private final List<ListedOrder> all = new ArrayList<>();

    @BeforeEach
    void keepMany() {
        given.orders.save(shop);
        given.orders.save(other);
        Random random = new Random(9);
        List<Orders.Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            GivenOrder told = order().id(Integer.toString(95 + i))
                    .in(random.nextInt(9) == 0 ? "EUR" : "DKK")
                    .placed(START.plus(random.nextInt(7), ChronoUnit.DAYS))
                    .customer(new Customer("c", null, name, i + "@munk.example", null, null, false, null))
                    .to(random.nextBoolean() ? "DK" : "DE", "1000")
                    .item("1", Integer.toString(10 * random.nextInt(12)));
            arrivals.add(new Orders.Arrival(
                    (random.nextBoolean() ? told.paid("1") : told.paidByGiftCard("1"))
                            .from(random.nextInt(3) == 0 ? other : shop)
                            .build(),
                    Raw.of("{}")));
        }
        List<OrderId> ids = orders.keep(arrivals).stream().map(Orders.Kept::id).toList();
        for (int i = 0; i < ORDERS; i++) {
            SharedDatabase.jdbc()
                    .sql("update shop_order set state = ? where order_id = ?")
                    .params(STATES.get(i % STATES.size()).name(), ids.get(i).value())
                    .update();
        }
        all.addAll(list.of(shop.company(), ids));
    }

    /** As a Dane sorts names: æ, ø and å last, capitals like small letters. */
    private static String danish(String name) {
        return name.toLowerCase(Locale.ROOT).replace('æ', '{').replace('ø', '|').replace('å', '}');
    }

    private static Comparator<ListedOrder> comparator(OrderSort.Key key) {
        Comparator<ListedOrder> by = switch (key) {
            case DATE -> Comparator.comparing(ListedOrder::placedAt);
            case NUMBER ->
                Comparator.comparingInt((ListedOrder one) -> one.number().length())
                        .thenComparing(ListedOrder::number);
            case CUSTOMER -> Comparator.comparing(one -> danish(one.customer()));
            case AMOUNT -> Comparator.comparing(OrderSortTests::amount);
            case STATE -> Comparator.comparing(ListedOrder::state);
        };
        return by.thenComparing(one -> one.id().toString());
    }

    private static BigDecimal amount(ListedOrder one) {
        OrderTotal total = one.total();
        return total == null ? BigDecimal.ZERO : total.amount().getAmount();
    }

    private List<OrderId> inMemory(OrderSort sort, Predicate<ListedOrder> fits) {
        Comparator<ListedOrder> by = comparator(sort.key());
        return all.stream()
                .filter(fits)
                .sorted(sort.descending() ? by.reversed() : by)
                .map(ListedOrder::id)
                .toList();
    }

    private List<OrderId> forwards(OrderFilter filter, OrderSort sort) {
        List<OrderId> seen = new ArrayList<>();
        OrderList.Page page = list.first(shop.company(), filter, sort, PAGE);
        page.orders().forEach(one -> seen.add(one.id()));
        while (page.older() != null) {
            page = list.after(shop.company(), filter, sort, page.older(), PAGE);
            page.orders().forEach(one -> seen.add(one.id()));
        }
        return seen;
    }

    @ParameterizedTest
    @EnumSource
    void showsEveryOrderOnceInEverySortAndDirection(OrderSort.Key key) {
        for (boolean descending : new boolean[] {true, false}) {
            OrderSort sort = new OrderSort(key, descending);

            assertThat(forwards(OrderFilter.ALL, sort)).isEqualTo(inMemory(sort, one -> true));
        }
    }

    @ParameterizedTest
    @EnumSource
    void goesBackTheWayItCame(OrderSort.Key key) {
        OrderSort sort = new OrderSort(key, true);
        OrderList.Page page = list.first(shop.company(), OrderFilter.ALL, sort, PAGE);
        List<List<OrderId>> there = new ArrayList<>();
        while (page.older() != null) {
            there.add(page.orders().stream().map(ListedOrder::id).toList());
            page = list.after(shop.company(), OrderFilter.ALL, sort, page.older(), PAGE);
        }

        for (List<OrderId> before : there.reversed()) {
            Place from = Objects.requireNonNull(page.newer());
            page = list.before(shop.company(), OrderFilter.ALL, sort, from, PAGE);
            assertThat(page.orders()).extracting(ListedOrder::id).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void filtersAsMemoryDoes(OrderSort.Key key) {
        BigDecimal least = new BigDecimal("30");
        BigDecimal most = new BigDecimal("80");
        Map<OrderFilter, Predicate<ListedOrder>> filters = Map.of(
                money("Kort", "", null, null),
                one -> one.payment().equals("Kort"),
                money("", "EUR", null, null),
                one -> currency(one).equals("EUR"),
                money("", "DKK", least, null),
                one -> currency(one).equals("DKK") && amount(one).compareTo(least) >= 0,
                money("Gavekort", "", least, most),
                one -> one.payment().equals("Gavekort")
                        && amount(one).compareTo(least) >= 0
                        && amount(one).compareTo(most) <= 0,
                new OrderFilter(Set.of(OrderState.OPEN), other.id(), "DE", START, START.plus(3, ChronoUnit.DAYS), ""),
                one -> one.state() == OrderState.OPEN
                        && one.shop().equals(other.id())
                        && one.country().equals("DE")
                        && one.placedAt().isBefore(START.plus(3, ChronoUnit.DAYS)));

        filters.forEach((filter, fits) -> {
            OrderSort sort = new OrderSort(key, false);
            assertThat(forwards(filter, sort)).as("%s", filter).isEqualTo(inMemory(sort, fits));
        });
    }

    private static OrderFilter money(
            String payment, String currency, @Nullable BigDecimal least, @Nullable BigDecimal most) {
        return new OrderFilter(
                Set.of(), null, "", null, null, "", new OrderFilter.Money(payment, currency, least, most));
    }

    private static String currency(ListedOrder one) {
        OrderTotal total = one.total();
        return total == null ? "" : total.amount().getCurrencyUnit().getCode();
    }

    @Test
    void findsPartsOfWordsAndGoodsInEverySort() {
        OrderSort sort = new OrderSort(OrderSort.Key.NUMBER, false);
        assertThat(forwards(searched("jvin"), sort))
                .isEqualTo(inMemory(sort, one -> one.customer().equals("Øjvind Leth")));
        assertThat(forwards(searched("sku-1"), sort)).isEqualTo(inMemory(sort, one -> true));
        assertThat(forwards(searched("0@munk"), sort))
                .isEqualTo(inMemory(sort, one -> (Long.parseLong(one.number().substring(1)) - 95) % 10 == 0));
        assertThat(search.find(shop.company(), "findes-ikke")).isEmpty();
    }

    @Test
    void findsAnOrderByWhatOthersTellOfIt() {
        OrderId some = all.get(5).id();

        words.teach(shop.company(), List.of(Map.entry(some, "FA-20260077")));

        assertThat(search.find(shop.company(), "fa-20260077")).containsExactly(some);
        assertThat(search.find(shop.company(), "0260077")).containsExactly(some);
        assertThat(forwards(searched("FA-2026"), OrderSort.LATEST)).containsExactly(some);
    }

    private static OrderFilter searched(String words) {
        return new OrderFilter(Set.of(), null, "", null, null, words);
    }
}
