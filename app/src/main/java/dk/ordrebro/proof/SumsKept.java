package dk.ordrebro.proof;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers what a transaction changes in the sums and writes it just before the commit, in one statement and in one order: so the rows that many
 * transactions want are locked for the shortest time, and no two wait for each other in a circle.
 */
class SumsKept {

    private final KeptRows rows;

    SumsKept(KeptRows rows) {
        this.rows = rows;
    }

    /** Takes away what was and adds what is. Must be called inside a transaction. */
    void moved(Collection<Sum> before, Collection<Sum> after) {
        Pending pending = pending();
        before.forEach(sum -> pending.add(sum.negated()));
        after.forEach(pending::add);
    }

    private Pending pending() {
        for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Pending pending && pending.of().equals(this)) {
                return pending;
            }
        }
        Pending pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private final class Pending implements TransactionSynchronization, Ordered {

        /** After booking's own totals, whose first row stands for the company, and before the audit trail, whose chain is locked last of all. */
        private static final int BEFORE_THE_TRAIL = 90;

        private final Map<Sum.Key, Sum> sums = new TreeMap<>();

        SumsKept of() {
            return SumsKept.this;
        }

        void add(Sum sum) {
            sums.merge(sum.key(), sum, Sum::plus);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            List<Sum> real =
                    sums.values().stream().filter(sum -> !sum.changesNothing()).toList();
            sums.clear();
            rows.add(real);
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - BEFORE_THE_TRAIL;
        }
    }
}
