package dk.ordrebro.booking.edit;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.edit.Misfits.Changed;
import dk.ordrebro.order.FulfillmentsCreated;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.OrdersReceived;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Compares an order that changed with what was booked of it, at the end of the transaction that kept the change: by then the door has delivered,
 * cancelled or taken back what the shop told along with it. It hears of every door, because each keeps its orders in the same way.
 */
class EditWatch {

    private final Misfits misfits;
    private final JdbcOrderEdits edits;

    EditWatch(Misfits misfits, JdbcOrderEdits edits) {
        this.misfits = misfits;
        this.edits = edits;
    }

    @EventListener
    void on(OrdersReceived received) {
        received.orders().stream()
                .filter(one -> one.revision() > 1)
                .forEach(one -> later(one.order().key().company(), one.id()));
    }

    /** What was handled or taken back may settle the question, or be the reason for it no longer. */
    @EventListener
    void on(FulfillmentsCreated created) {
        created.handled().stream()
                .map(FulfillmentsCreated.Handled::fulfillment)
                .filter(one -> one.revision() > 1 || one.isReturn() || one.number() > 1)
                .forEach(one -> later(one.company(), one.order()));
    }

    private void later(CompanyId company, OrderId order) {
        for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof Looking looking) {
                looking.add(company, order);
                return;
            }
        }
        Looking looking = new Looking();
        looking.add(company, order);
        TransactionSynchronizationManager.registerSynchronization(looking);
    }

    private void look(CompanyId company, List<OrderId> orders) {
        Map<OrderId, Changed> changed = misfits.of(company, orders);
        for (OrderId order : orders) {
            Changed one = changed.get(order);
            if (one == null || one.fits()) {
                edits.fits(company, order);
            } else {
                edits.ask(company, one);
            }
        }
    }

    /** The orders of the transaction under way. */
    private final class Looking implements TransactionSynchronization, Ordered {

        private final Map<CompanyId, Set<OrderId>> orders = new LinkedHashMap<>();

        void add(CompanyId company, OrderId order) {
            orders.computeIfAbsent(company, _ -> new LinkedHashSet<>()).add(order);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            orders.forEach((company, some) -> look(company, List.copyOf(some)));
        }

        /** Before the trail is written, which is locked last. */
        @Override
        public int getOrder() {
            return 0;
        }
    }
}
