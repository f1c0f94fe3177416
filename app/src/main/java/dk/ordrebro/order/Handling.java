package dk.ordrebro.order;

import dk.ordrebro.access.CompanyId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Handles orders: makes the fulfillments that invoices are made from. Asking again with the same {@code shopKey} for the same order
 * makes nothing new and answers with what is there.
 */
public interface Handling {

    /** Handles all that is left of each order, in one transaction. An order with nothing left is passed over. */
    List<Fulfillment> handleAll(CompanyId company, List<Whole> orders);

    /**
     * Handles a part of an order.
     *
     * @param quantities pieces by line key; freight and fees follow the shop's freight rule and are not named
     * @throws NotHandleable when a line is unknown or more is asked for than is left
     */
    Fulfillment handle(
            CompanyId company,
            OrderId order,
            Map<String, BigDecimal> quantities,
            Instant handledAt,
            @Nullable String shopKey);

    /**
     * Takes back pieces of a delivery because the customer returned them; freight only where it is named.
     *
     * @throws NotHandleable when more is taken back than was delivered and not yet returned
     */
    Fulfillment takeBack(
            CompanyId company,
            FulfillmentId delivery,
            Map<String, BigDecimal> quantities,
            Instant at,
            @Nullable String shopKey);

    /**
     * Takes back pieces of a delivery, money, or both: the shop paid back another amount than the pieces cost, or an amount without pieces.
     * What was invoiced is the limit; whether it is kept is seen when the credit note is made.
     *
     * @param quantities pieces by line key, zero or more
     * @param money by line key; under an empty key spread over all lines of the delivery
     * @throws NotHandleable when more pieces are taken back than were delivered and not yet returned, or a line was not delivered
     */
    Fulfillment giveBack(
            CompanyId company,
            FulfillmentId delivery,
            Map<String, BigDecimal> quantities,
            Map<String, MoneyBack> money,
            Instant at,
            @Nullable String shopKey);

    /**
     * Takes back all that is left of a delivery and lets it be handled again, once its document stands no more.
     *
     * @throws NotHandleable when nothing is left
     */
    Fulfillment undo(CompanyId company, FulfillmentId delivery, Instant at);

    /**
     * Takes back all that is left of each delivery and lets it be handled again, in one transaction. A delivery with nothing left is passed
     * over, and so is a second one of the same order: ask again for it.
     */
    List<Fulfillment> undoAll(CompanyId company, List<FulfillmentId> deliveries, Instant at);

    /**
     * The document of what was undone stands no more, or was credited: the pieces can be handled again. Until somebody says so, an undone
     * order is handled anew only by its own shop.
     *
     * @param undos the returns an undo made; others are left alone
     */
    void concluded(CompanyId company, Collection<FulfillmentId> undos);

    /** Those of these orders that are being undone, so that nobody can handle them yet. */
    Set<OrderId> undoing(CompanyId company, Collection<OrderId> orders);

    /** An order to be handled whole, and when it was. */
    record Whole(OrderId order, Instant handledAt, @Nullable String shopKey) {}
}
