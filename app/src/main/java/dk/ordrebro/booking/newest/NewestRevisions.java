package dk.ordrebro.booking.newest;

import dk.ordrebro.booking.Booking;
import dk.ordrebro.enrichment.Worth;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns bookings without a document to the newest revision of their order: what they are made of, what they are worth, and who buys. */
public class NewestRevisions {

    private final JdbcClient jdbc;
    private final Orders orders;

    public NewestRevisions(JdbcClient jdbc, Orders orders) {
        this.jdbc = jdbc;
        this.orders = orders;
    }

    /**
     * Inside the transaction that has the booking's row.
     *
     * @param booking of a delivery, without a draft
     * @return the booking as it is now
     */
    public Booking turn(Booking booking, StoredOrder newest) {
        Order order = newest.order();
        Money delivered = delivered(booking, order);
        jdbc.sql("""
                        update booking set order_revision = ?, delivered = ?, delivered_currency = ? where company_id = ? and booking_id = ?
                        """)
                .param(newest.revision())
                .param(delivered == null ? null : delivered.getAmount())
                .param(delivered == null ? null : delivered.getCurrencyUnit().getCode())
                .param(booking.company().value())
                .param(booking.id().value())
                .update();
        jdbc.sql("""
                        update booking_sale set customer = ?, country = ?, payment = ?, currency = ?, amount = ?
                        where company_id = ? and booking_id = ?
                        """)
                .param(order.buyer())
                .param(order.delivery().country())
                .param(order.paidWith())
                .param(order.currency().getCode())
                .param(delivered == null ? null : delivered.getAmount())
                .param(booking.company().value())
                .param(booking.id().value())
                .update();
        return booking.delivering(delivered);
    }

    /** Null where the shop's words do not tell; as before where the order no longer has what was delivered. */
    private @Nullable Money delivered(Booking booking, Order order) {
        Fulfillment fulfillment = orders.fulfillments(booking.company(), List.of(booking.fulfillment()))
                .getFirst();
        return Gone.from(order, fulfillment).isEmpty()
                ? Worth.of(order, fulfillment).map(Money::abs).orElse(null)
                : booking.delivered();
    }
}
