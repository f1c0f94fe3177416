package dk.ordrebro.booking;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.enrichment.Area;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.money.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the totals in step with the bookings: gathers how bookings move in a transaction and writes it just before the commit. So the rows
 * many transactions want are locked after all bookings and for the shortest time, and no two transactions wait for each other in a circle.
 */
class TotalsKept {

    private final TotalsRows rows;
    private final TransactionTemplate transaction;

    TotalsKept(TotalsRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A booking that went from one place to another.
     *
     * @param from null when it was made just now
     * @param reasons why it is held or skipped now
     * @param settled what its document is worth, signed; null unless it was settled
     * @param area of the document settled; null where its trail names none
     */
    record Move(
            CompanyId company,
            BookingId booking,
            OrderIntegrationId shop,
            LocalDate day,
            @Nullable Bucket from,
            Bucket to,
            List<Hold> reasons,
            @Nullable Totals settled,
            @Nullable Area area,
            Instant at) {

        static Move of(Booking after, Bucket from, Instant at) {
            return new Move(
                    after.company(),
                    after.id(),
                    after.shop(),
                    after.day(),
                    from,
                    Bucket.of(after.state()),
                    after.reasons(),
                    null,
                    null,
                    at);
        }

        Move worth(Totals document, @Nullable Area where) {
            return new Move(company, booking, shop, day, from, to, reasons, document, where, at);
        }

        boolean changesNothing() {
            return from == to;
        }
    }

    void moved(Collection<Move> moves) {
        List<Move> real = moves.stream().filter(move -> !move.changesNothing()).toList();
        if (real.isEmpty()) {
            return;
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            pending().moves.addAll(real);
        } else {
            transaction.executeWithoutResult(status -> rows.apply(real));
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

    /** The moves of the transaction under way. */
    private final class Pending implements TransactionSynchronization, Ordered {

        /** Before the audit trail, whose chain is locked last of all. */
        private static final int BEFORE_THE_TRAIL = 100;

        private final List<Move> moves = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            rows.apply(moves);
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - BEFORE_THE_TRAIL;
        }
    }
}
