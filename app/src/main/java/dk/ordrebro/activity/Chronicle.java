package dk.ordrebro.activity;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gathers what a transaction does and writes it just before the commit: one write however many events there were, and the chain is
 * locked last and for the shortest time, so that drains of one company neither wait for each other's work nor in a circle.
 * Fails the transaction if it cannot write: what is not told is not done.
 */
@Component
class Chronicle {

    private final JdbcChain chain;
    private final TransactionTemplate transaction;

    Chronicle(JdbcChain chain, PlatformTransactionManager transactions) {
        this.chain = chain;
        this.transaction = new TransactionTemplate(transactions);
    }

    void record(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            pending().add(entries);
        } else {
            transaction.executeWithoutResult(status -> chain.append(entries));
        }
    }

    private Pending pending() {
        for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Pending pending) {
                return pending;
            }
        }
        var pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /** What the transaction under way has done so far. */
    private final class Pending implements TransactionSynchronization, Ordered {

        private final List<Entry> entries = new ArrayList<>();

        void add(List<Entry> more) {
            entries.addAll(more);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            chain.append(List.copyOf(entries));
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }
}
