package dk.ordrebro.booking.totals;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.money.Totals;
import dk.ordrebro.question.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
public class TotalsKept {

    private final TotalsRows rows;
    private final TransactionTemplate transaction;

    public TotalsKept(TotalsRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A booking that went from one place to another.
     *
     * @param from null when it was made just now
     * @param reasons why it is held or skipped now
     * @param was the document that stood for it, settled; null where none did
     * @param is the document that stands for it now, settled; null where none does
     */
    public record Move(
            CompanyId company,
            BookingId booking,
            OrderIntegrationId shop,
            LocalDate day,
            @Nullable Bucket from,
            Bucket to,
            List<Reason> reasons,
            @Nullable Document was,
            @Nullable Document is,
            Instant at) {

        public static Move of(Booking after, Bucket from, Instant at) {
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

        public Move was(@Nullable Document document) {
            return new Move(company, booking, shop, day, from, to, reasons, document, is, at);
        }

        public Move is(@Nullable Document document) {
            return new Move(company, booking, shop, day, from, to, reasons, was, document, at);
        }

        boolean changesNothing() {
            return from == to && Objects.equals(was, is);
        }
    }

    /**
     * The document of a settled booking.
     *
     * @param worth as it was frozen, positive on credit notes too
     * @param area null where its trail names none
     */
    public record Document(
            Standing standing,
            DocumentType type,
            Totals worth,
            @Nullable Area area) {

        /** Of a settled booking; null where it is not settled or has no document. */
        public static @Nullable Document of(Booking booking, @Nullable InvoiceDraft draft, @Nullable Area area) {
            return booking.state() != BookingState.SETTLED || booking.standing() == null || draft == null
                    ? null
                    : new Document(booking.standing(), draft.type(), draft.expected(), area);
        }

        /** The same of a booking that was read with draft and trail. */
        public static @Nullable Document of(Booking whole) {
            return of(
                    whole,
                    whole.draft(),
                    whole.trail() == null ? null : whole.trail().area());
        }

        /** Credit notes with a minus. */
        Totals signed() {
            return type == DocumentType.CREDIT_NOTE ? worth.negated() : worth;
        }
    }

    public void moved(Collection<Move> moves) {
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

    /**
     * A held booking gets another day.
     *
     * @param was as it stood on its old day
     */
    public void redated(Booking was, LocalDate day) {
        pending().redated.add(new Redated(was.company(), was.shop(), was.day(), day));
    }

    /** A held booking that went from one day to another. */
    record Redated(CompanyId company, OrderIntegrationId shop, LocalDate was, LocalDate is) {}

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
        private final List<Redated> redated = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            rows.apply(moves);
            rows.redate(redated);
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - BEFORE_THE_TRAIL;
        }
    }
}
