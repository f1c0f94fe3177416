package dk.ordrebro.order;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.ordrebro.access.Ids;
import dk.ordrebro.database.SharedDatabase;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.GivenIntegrations;
import dk.ordrebro.integration.OrderIntegration;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class HandlingTests {

    private final GivenIntegrations given = new GivenIntegrations();
    private final OrderIntegration shop = given.shop("nordlys");
    private final Ids ids = new Ids(InstantSource.system(), new SecureRandom());
    private final Orders orders = new JdbcOrders(SharedDatabase.jdbc(), ids, InstantSource.system(), event -> {});
    private final List<Object> told = new ArrayList<>();
    private final Handling handling =
            new OrderHandling(orders, new JdbcFulfillments(SharedDatabase.jdbc()), given.orders, ids, told::add);

    HandlingTests() {
        given.orders.save(shop);
    }

    private OrderId keep(GivenOrder order) {
        return orders.keep(List.of(new Orders.Arrival(order.from(shop).build(), Raw.of(""))))
                .getFirst()
                .id();
    }

    private List<Fulfillment> handleAll(OrderId... all) {
        return handling.handleAll(
                shop.company(),
                List.of(all).stream()
                        .map(id -> new Handling.Whole(id, Given.HANDLED, null))
                        .toList());
    }

    private Fulfillment handle(OrderId order, String line, String quantity) {
        return handling.handle(shop.company(), order, Map.of(line, new BigDecimal(quantity)), Given.HANDLED, null);
    }

    private OrderState state(OrderId order) {
        return orders.find(shop.company(), order).orElseThrow().state();
    }

    @Test
    void handlesAllThatIsLeftAndTellsOnce() {
        OrderId one = keep(order().id("1").item("3", "100").freight("39"));
        OrderId two = keep(order().id("2").item("1", "100"));

        List<Fulfillment> made = handleAll(one, two);

        assertThat(made).hasSize(2);
        assertThat(state(one)).isEqualTo(OrderState.HANDLED);
        assertThat(handleAll(one, two)).isEmpty();
        assertThat(told).hasSize(1);
    }

    @Test
    void deliversStretchesThatFollowEachOther() {
        OrderId order = keep(order().item("3", "33.33"));

        Fulfillment first = handle(order, "1", "1");
        Fulfillment second = handle(order, "1", "2");

        assertThat(first.lines()).containsExactly(stretch("1", "0", "1"));
        assertThat(second.lines()).containsExactly(stretch("1", "1", "2"));
        assertThat(state(order)).isEqualTo(OrderState.HANDLED);
    }

    private static FulfilledLine stretch(String line, String from, String quantity) {
        return new FulfilledLine(line, new BigDecimal(from), new BigDecimal(quantity));
    }

    @Test
    void refusesToDeliverMoreThanIsLeft() {
        OrderId order = keep(order().item("3", "100"));
        handle(order, "1", "2");

        assertThatExceptionOfType(NotHandleable.class)
                .isThrownBy(() -> handle(order, "1", "2"))
                .withMessageContaining("has 1 left");
        assertThatExceptionOfType(NotHandleable.class)
                .isThrownBy(() -> handle(order, "9", "1"))
                .withMessageContaining("no line 9");
    }

    @Test
    void makesNothingNewOfTheSameShopKey() {
        OrderId order = keep(order().item("3", "100"));
        Map<String, BigDecimal> one = Map.of("1", BigDecimal.ONE);

        Fulfillment first = handling.handle(shop.company(), order, one, Given.HANDLED, "d-1");
        Fulfillment again = handling.handle(shop.company(), order, one, Given.HANDLED, "d-1");

        assertThat(again).isEqualTo(first);
        assertThat(orders.fulfillments(shop.company(), order)).hasSize(1);
    }

    @Test
    void putsFreightWhereTheShopWantsIt() {
        assertThat(freightByPart(FreightRule.FIRST)).containsExactly("1", "0", "0");
        assertThat(freightByPart(FreightRule.LAST)).containsExactly("0", "0", "1");
        assertThat(freightByPart(FreightRule.PRO_RATA)).containsExactly("0.25", "0.5", "0.25");
    }

    private List<String> freightByPart(FreightRule rule) {
        given.orders.save(new OrderIntegration(
                shop.company(),
                shop.id(),
                shop.name(),
                shop.platform(),
                shop.shopKey(),
                null,
                rule,
                shop.contactMode(),
                shop.productMode(),
                false,
                true));
        OrderId order = keep(order().id(rule.name()).item("4", "100").freight("39"));
        return List.of("1", "2", "1").stream()
                .map(quantity -> handle(order, "1", quantity))
                .map(part ->
                        Pieces.sum(Pieces.of("2", part)).stripTrailingZeros().toPlainString())
                .toList();
    }

    @Test
    void freesThePiecesOfAnUndoneDeliveryAndNoOthers() {
        OrderId order = keep(order().item("3", "33.33"));
        Fulfillment first = handle(order, "1", "1");
        handle(order, "1", "1");

        Fulfillment undone = handling.undo(shop.company(), first.id(), Given.HANDLED);

        assertThat(undone.returnOf()).isEqualTo(first.id());
        assertThat(undone.reopens()).isTrue();
        assertThat(handling.undoing(shop.company(), List.of(order))).containsExactly(order);
        assertThatExceptionOfType(NotHandleable.class).isThrownBy(() -> handle(order, "1", "1"));
        assertThat(handleAll(order)).isEmpty();

        handling.concluded(shop.company(), List.of(undone.id()));

        assertThat(handling.undoing(shop.company(), List.of(order))).isEmpty();
        assertThat(state(order)).isEqualTo(OrderState.PARTLY_HANDLED);
        assertThat(handle(order, "1", "2").lines()).containsExactly(stretch("1", "0", "1"), stretch("1", "2", "1"));
        assertThatExceptionOfType(NotHandleable.class)
                .isThrownBy(() -> handling.undo(shop.company(), first.id(), Given.HANDLED));
    }

    @Test
    void takesBackNoMoreThanWasDelivered() {
        OrderId order = keep(order().item("3", "100"));
        Fulfillment delivery = handleAll(order).getFirst();
        Map<String, BigDecimal> two = Map.of("1", BigDecimal.TWO);

        Fulfillment back = handling.takeBack(shop.company(), delivery.id(), two, Given.HANDLED, "r-1");

        assertThat(back.lines()).containsExactly(stretch("1", "0", "2"));
        assertThat(state(order)).isEqualTo(OrderState.HANDLED);
        assertThatExceptionOfType(NotHandleable.class)
                .isThrownBy(() -> handling.takeBack(shop.company(), delivery.id(), two, Given.HANDLED, "r-2"));
        assertThat(handling.takeBack(shop.company(), delivery.id(), two, Given.HANDLED, "r-1"))
                .isEqualTo(back);
    }

    @Test
    void deliversEachPieceOnceHoweverManyAskAtOnce() {
        OrderId order = keep(order().item("20", "100"));
        TransactionTemplate transaction =
                new TransactionTemplate(new JdbcTransactionManager(SharedDatabase.dataSource()));

        List<CompletableFuture<Fulfillment>> asking = IntStream.range(0, 20)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> transaction.execute(status -> handle(order, "1", "1"))))
                .toList();

        assertThat(asking.stream()
                        .map(CompletableFuture::join)
                        .map(part -> part.lines().getFirst().from().intValue()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).boxed().toList());
        assertThat(state(order)).isEqualTo(OrderState.HANDLED);
    }
}
