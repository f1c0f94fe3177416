package dk.ordrebro.order;

import static java.util.Objects.requireNonNull;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;

/** Handles orders under a lock on each, so that no piece is delivered twice, and announces what was made in the same transaction. */
public class OrderHandling implements Handling {

    private final Orders orders;
    private final JdbcFulfillments fulfillments;
    private final OrderIntegrations integrations;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    public OrderHandling(
            Orders orders,
            JdbcFulfillments fulfillments,
            OrderIntegrations integrations,
            Ids ids,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.fulfillments = fulfillments;
        this.integrations = integrations;
        this.ids = ids;
        this.events = events;
    }

    @Override
    @Transactional
    public List<Fulfillment> handleAll(CompanyId company, List<Whole> wholes) {
        Map<OrderId, Whole> wanted = wholes.stream()
                .collect(Collectors.toMap(
                        Whole::order, Function.identity(), (first, again) -> first, LinkedHashMap::new));
        Desk desk = new Desk(company, List.copyOf(wanted.keySet()));
        for (StoredOrder stored : desk.stored) {
            Whole whole = wanted.get(stored.id());
            List<FulfilledLine> rest = desk.delivery(stored).rest();
            if (whole != null
                    && !rest.isEmpty()
                    && desk.mayHandle(stored, whole.shopKey())
                    && desk.known(stored, whole.shopKey()).isEmpty()) {
                desk.make(stored, whole.shopKey(), null, false, whole.handledAt(), rest);
            }
        }
        return desk.store();
    }

    @Override
    @Transactional
    public Fulfillment handle(
            CompanyId company,
            OrderId order,
            Map<String, BigDecimal> quantities,
            Instant handledAt,
            @Nullable String shopKey) {
        Desk desk = new Desk(company, List.of(order));
        StoredOrder stored = desk.only(order);
        return desk.known(stored, shopKey).orElseGet(() -> {
            if (!desk.mayHandle(stored, shopKey)) {
                throw new NotHandleable(order, "a delivery of it is being undone");
            }
            List<FulfilledLine> part = desk.delivery(stored).part(quantities);
            if (part.isEmpty()) {
                throw new NotHandleable(order, "nothing was named to deliver");
            }
            desk.make(stored, shopKey, null, false, handledAt, part);
            return desk.store().getFirst();
        });
    }

    @Override
    @Transactional
    public Fulfillment takeBack(
            CompanyId company,
            FulfillmentId delivery,
            Map<String, BigDecimal> quantities,
            Instant at,
            @Nullable String shopKey) {
        return giveBack(company, delivery, quantities, Map.of(), at, shopKey);
    }

    @Override
    @Transactional
    public Fulfillment giveBack(
            CompanyId company,
            FulfillmentId delivery,
            Map<String, BigDecimal> quantities,
            Map<String, MoneyBack> money,
            Instant at,
            @Nullable String shopKey) {
        Fulfillment delivered = delivered(company, delivery);
        Desk desk = new Desk(company, List.of(delivered.order()));
        StoredOrder stored = desk.only(delivered.order());
        return desk.known(stored, shopKey).orElseGet(() -> {
            List<FulfilledLine> back = desk.delivery(stored).back(delivered, quantities, money);
            if (back.isEmpty()) {
                throw new NotHandleable(delivered.order(), "nothing was named to take back");
            }
            desk.make(stored, shopKey, delivered, false, at, back);
            return desk.store().getFirst();
        });
    }

    @Override
    @Transactional
    public Fulfillment undo(CompanyId company, FulfillmentId delivery, Instant at) {
        Fulfillment delivered = delivered(company, delivery);
        Desk desk = new Desk(company, List.of(delivered.order()));
        StoredOrder stored = desk.only(delivered.order());
        List<FulfilledLine> back = desk.delivery(stored).back(delivered);
        if (back.isEmpty()) {
            throw new NotHandleable(delivered.order(), "delivery " + delivered.number() + " is taken back already");
        }
        desk.make(stored, null, delivered, true, at, back);
        return desk.store().getFirst();
    }

    @Override
    @Transactional
    public List<Fulfillment> undoAll(CompanyId company, List<FulfillmentId> deliveries, Instant at) {
        Map<OrderId, Fulfillment> delivered = orders.fulfillments(company, deliveries).stream()
                .filter(f -> !f.isReturn())
                .collect(Collectors.toMap(
                        Fulfillment::order, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        Desk desk = new Desk(company, List.copyOf(delivered.keySet()));
        for (StoredOrder stored : desk.stored) {
            Fulfillment delivery = requireNonNull(delivered.get(stored.id()));
            List<FulfilledLine> back = desk.delivery(stored).back(delivery);
            if (!back.isEmpty()) {
                desk.make(stored, null, delivery, true, at, back);
            }
        }
        return desk.store();
    }

    @Override
    @Transactional
    public void concluded(CompanyId company, Collection<FulfillmentId> undos) {
        List<OrderId> orders = fulfillments.orders(company, undos);
        if (orders.isEmpty()) {
            return;
        }
        Desk desk = new Desk(company, orders);
        fulfillments.concluded(company, undos);
        Set<OrderId> still = fulfillments.undoing(company, orders);
        Map<OrderId, OrderState> states = new LinkedHashMap<>();
        for (StoredOrder stored : desk.stored) {
            if (!still.contains(stored.id())) {
                states.put(stored.id(), Delivery.state(stored.order(), desk.before(stored)));
            }
        }
        fulfillments.update(company, states);
    }

    /** An order that grew or shrank in the shop is handled so much less or more. While it is being undone its state stands still. */
    @EventListener
    public void on(OrdersReceived received) {
        received.orders().stream()
                .filter(one -> one.revision() > 1)
                .collect(Collectors.groupingBy(one -> one.order().key().company()))
                .forEach(this::changed);
    }

    private void changed(CompanyId company, List<OrdersReceived.Received> changed) {
        List<OrderId> wanted = changed.stream().map(OrdersReceived.Received::id).toList();
        Map<OrderId, List<Fulfillment>> before = fulfillments.of(company, wanted);
        Set<OrderId> still = fulfillments.undoing(company, before.keySet());
        Map<OrderId, OrderState> states = new LinkedHashMap<>();
        for (OrdersReceived.Received one : changed) {
            List<Fulfillment> made = before.get(one.id());
            if (made != null && !still.contains(one.id())) {
                states.put(one.id(), Delivery.state(one.order(), made));
            }
        }
        fulfillments.update(company, states);
    }

    @Override
    public Set<OrderId> undoing(CompanyId company, Collection<OrderId> orders) {
        return fulfillments.undoing(company, orders);
    }

    private Fulfillment delivered(CompanyId company, FulfillmentId delivery) {
        return orders.fulfillments(company, List.of(delivery)).stream()
                .filter(f -> !f.isReturn())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No delivery " + delivery));
    }

    /** Some orders of one company, locked and read for the length of a transaction. */
    private final class Desk {

        private final CompanyId company;
        private final List<StoredOrder> stored;
        private final Map<OrderId, List<Fulfillment>> before;
        private final Map<OrderIntegrationId, OrderIntegration> shops = new HashMap<>();
        private final Map<OrderId, OrderState> states = new LinkedHashMap<>();
        private final Set<OrderId> undoing;
        private final List<FulfillmentsCreated.Handled> made = new ArrayList<>();

        Desk(CompanyId company, List<OrderId> wanted) {
            this.company = company;
            List<Orders.OrderRevision> locked = fulfillments.lock(company, wanted);
            this.stored = orders.revisions(company, locked);
            this.before = fulfillments.of(company, wanted);
            this.undoing = fulfillments.undoing(company, wanted);
        }

        StoredOrder only(OrderId order) {
            return stored.stream().findFirst().orElseThrow(() -> new NotHandleable(order, "there is no such order"));
        }

        Delivery delivery(StoredOrder order) {
            return new Delivery(order, before(order), shop(order).freightRule());
        }

        private List<Fulfillment> before(StoredOrder order) {
            return before.getOrDefault(order.id(), List.of());
        }

        private OrderIntegration shop(StoredOrder order) {
            return shops.computeIfAbsent(
                    order.order().key().integration(),
                    id -> integrations
                            .find(company, id)
                            .orElseThrow(() -> new NotHandleable(order.id(), "its order integration is gone")));
        }

        /** A shop's word that it handled the order counts also while it is being undone here; its document waits. */
        boolean mayHandle(StoredOrder order, @Nullable String shopKey) {
            return shopKey != null || !undoing.contains(order.id());
        }

        Optional<Fulfillment> known(StoredOrder order, @Nullable String shopKey) {
            return before(order).stream()
                    .filter(f -> shopKey != null && shopKey.equals(f.shopKey()))
                    .findFirst();
        }

        void make(
                StoredOrder order,
                @Nullable String shopKey,
                @Nullable Fulfillment returnOf,
                boolean reopens,
                Instant at,
                List<FulfilledLine> lines) {
            Fulfillment fulfillment = new Fulfillment(
                    company,
                    new FulfillmentId(ids.next()),
                    order.id(),
                    returnOf == null ? order.revision() : returnOf.revision(),
                    before(order).size() + 1,
                    shopKey,
                    returnOf == null ? null : returnOf.id(),
                    reopens,
                    at,
                    lines);
            List<Fulfillment> all = new ArrayList<>(before(order));
            all.add(fulfillment);
            if (!reopens) {
                states.put(order.id(), Delivery.state(order.order(), all));
            }
            made.add(new FulfillmentsCreated.Handled(shop(order), order.order(), fulfillment));
        }

        List<Fulfillment> store() {
            List<Fulfillment> news =
                    made.stream().map(FulfillmentsCreated.Handled::fulfillment).toList();
            if (!news.isEmpty()) {
                fulfillments.insert(company, news, states);
                events.publishEvent(new FulfillmentsCreated(List.copyOf(made)));
            }
            return news;
        }
    }
}
