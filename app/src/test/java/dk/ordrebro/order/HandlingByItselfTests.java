package dk.ordrebro.order;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.Ids;
import dk.ordrebro.database.SharedDatabase;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.GivenIntegrations;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.integration.Trigger;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlingByItselfTests {

    private final GivenIntegrations given = new GivenIntegrations();
    private final Ids ids = new Ids(InstantSource.system(), new SecureRandom());
    private final List<OrdersReceived> heard = new ArrayList<>();
    private final Orders orders = new JdbcOrders(
            SharedDatabase.jdbc(), ids, InstantSource.system(), event -> heard.add((OrdersReceived) event));
    private final Handling handling =
            new OrderHandling(orders, new JdbcFulfillments(SharedDatabase.jdbc()), given.orders, ids, event -> {});
    private final HandlingByItself byItself =
            new HandlingByItself(given.orders, handling, InstantSource.fixed(Given.HANDLED));

    private OrderIntegration shop(Trigger trigger) {
        OrderIntegration shop = new OrderIntegration(
                given.company,
                new OrderIntegrationId(ids.next()),
                "Butikken",
                OrderPlatform.PUSH,
                "butik",
                null,
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true,
                trigger,
                null,
                false);
        given.orders.save(shop);
        return shop;
    }

    /** Keeps an order and lets the listener hear of it. */
    private OrderId keep(OrderIntegration shop, GivenOrder order) {
        OrderId id = orders.keep(List.of(new Orders.Arrival(order.from(shop).build(), Raw.of(""))))
                .getFirst()
                .id();
        heard.forEach(byItself::on);
        heard.clear();
        return id;
    }

    private List<Fulfillment> deliveries(OrderId order) {
        return orders.fulfillments(given.company, order);
    }

    @Test
    void leavesOrdersToPeopleUnlessTheShopSaysOtherwise() {
        OrderId order = keep(
                shop(Trigger.HANDLED),
                order().item("1", "100").statedGross("100").paid("100"));

        assertThat(deliveries(order)).isEmpty();
    }

    @Test
    void handlesWhatComesIn() {
        OrderId order = keep(shop(Trigger.RECEIVED), order().item("2", "100").freight("39"));

        assertThat(deliveries(order)).singleElement().satisfies(delivery -> {
            assertThat(delivery.handledAt()).isEqualTo(Given.HANDLED);
            assertThat(delivery.lines()).hasSize(2);
        });
    }

    @Test
    void handlesWhatIsPaidInFull() {
        OrderIntegration shop = shop(Trigger.PAID);

        OrderId order = keep(shop, order().item("1", "100").statedGross("100").paid("60"));
        assertThat(deliveries(order)).isEmpty();

        keep(shop, order().item("1", "100").statedGross("100").paid("60").paidByGiftCard("40"));
        assertThat(deliveries(order)).hasSize(1);
    }

    @Test
    void doesNotTakeAnOrderWithoutATotalForPaid() {
        OrderId order = keep(shop(Trigger.PAID), order().item("1", "100").paid("100"));

        assertThat(deliveries(order)).isEmpty();
    }

    @Test
    void doesNotTakeOtherMoneyForPayment() {
        OrderId order = keep(
                shop(Trigger.PAID),
                order().item("1", "100").statedGross("100").in("SEK").paid("100"));

        assertThat(deliveries(order)).isEmpty();
    }

    @Test
    void handlesAnOrderOnceWhateverComesLater() {
        OrderIntegration shop = shop(Trigger.RECEIVED);
        OrderId order = keep(shop, order().item("1", "100"));

        keep(shop, order().item("1", "100"));
        keep(shop, order().item("1", "100").item("1", "50"));

        assertThat(deliveries(order)).hasSize(1);
    }

    @Test
    void doesNotHandleAgainWhatAPersonUndid() {
        OrderIntegration shop = shop(Trigger.RECEIVED);
        OrderId order = keep(shop, order().item("1", "100"));
        handling.undo(given.company, deliveries(order).getFirst().id(), Given.HANDLED);

        keep(shop, order().item("1", "110"));

        assertThat(deliveries(order)).hasSize(2).last().matches(Fulfillment::isReturn);
    }

    @Test
    void isToldOfEachOrderOnceAndOfNothingThatSaysNothingNew() {
        OrderIntegration shop = shop(Trigger.HANDLED);
        Orders.Arrival first =
                new Orders.Arrival(order().from(shop).item("1", "1").build(), Raw.of(""));
        Orders.Arrival changed =
                new Orders.Arrival(order().from(shop).item("2", "1").build(), Raw.of(""));

        orders.keep(List.of(first, changed));
        orders.keep(List.of(changed));

        assertThat(heard)
                .singleElement()
                .satisfies(event -> assertThat(event.orders()).singleElement().satisfies(told -> {
                    assertThat(told.revision()).isEqualTo(2);
                    assertThat(told.order()).isEqualTo(changed.order());
                }));
    }
}
