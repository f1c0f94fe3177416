package dk.ordrebro.order;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegrationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All orders the shops told us about, every revision kept. */
public interface Orders {

    /**
     * Keeps what a shop said. The same content again changes nothing; other content is a new revision.
     *
     * @return one answer for each arrival, in the same order
     */
    List<Kept> keep(List<Arrival> arrivals);

    Optional<StoredOrder> find(CompanyId company, OrderId id);

    Optional<StoredOrder> find(OrderKey key);

    /** One revision of each of these orders, as it was told. */
    List<StoredOrder> revisions(CompanyId company, Collection<OrderRevision> wanted);

    /** These orders as the shops say them now; one the company has not got is left out. */
    List<StoredOrder> newest(CompanyId company, Collection<OrderId> wanted);

    /**
     * Newest first.
     *
     * @param before show what comes after this order in the list; empty for the first page
     */
    List<StoredOrder> page(CompanyId company, Optional<OrderId> before, int size);

    /**
     * The orders a customer made with one shop, up to and including a moment, that hold a SKU: where a cancellation finds its original.
     * Latest {@code placedAt} first.
     *
     * @param customerKey {@link Customer#shopKey()}
     * @param size how many at most
     */
    List<StoredOrder> bought(
            CompanyId company, OrderIntegrationId shop, String customerKey, String sku, Instant until, int size);

    long count(CompanyId company);

    /** The fulfillments of an order, by number. */
    List<Fulfillment> fulfillments(CompanyId company, OrderId order);

    List<Fulfillment> fulfillments(CompanyId company, Collection<FulfillmentId> ids);

    /** Every fulfillment handled from one moment until before another, in no order. */
    void handled(CompanyId company, Instant from, Instant until, Consumer<HandledPart> each);

    /** What the shop sent for a revision, byte for byte. */
    Optional<Raw> raw(CompanyId company, OrderRevision revision);

    /** A fulfillment and the shop it came from. */
    record HandledPart(FulfillmentId fulfillment, OrderIntegrationId shop, String orderNumber, Instant handledAt) {}

    /** Names a revision of an order. */
    record OrderRevision(OrderId order, int revision) {}

    /**
     * An order as it came in.
     *
     * @param raw what was received, byte for byte
     */
    record Arrival(Order order, Raw raw) {}

    /** What became of an arrival. */
    record Kept(OrderId id, int revision, Fate fate) {}

    /** Whether an arrival told us something new. */
    enum Fate {
        NEW,
        CHANGED,
        UNCHANGED
    }
}
