package dk.ordrebro.booking.drain;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingRows;
import dk.ordrebro.booking.Standings;
import dk.ordrebro.booking.drain.Observing.Seen;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.work.Schedule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads documents in the ledger, outside any transaction, and writes down where they stand, inside one. */
class JdbcStandings implements Standings {

    /** The kind of work that reads one document again. */
    static final String LOOK = "look";

    private final JdbcClient jdbc;
    private final AccountingIntegrations integrations;
    private final AccountingSystems systems;
    private final Observing observing;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Schedule looks;

    JdbcStandings(
            JdbcClient jdbc,
            AccountingIntegrations integrations,
            AccountingSystems systems,
            Observing observing,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.integrations = integrations;
        this.systems = systems;
        this.observing = observing;
        this.transaction = transaction;
        this.clock = clock;
        this.looks = new Schedule("scheduled_tasks", LOOK, jdbc, clock);
    }

    @Override
    public int observe(
            CompanyId company, AccountingIntegrationId accounting, Collection<Invoice> seen, Instant readAt) {
        Map<String, Seen> byId = new HashMap<>();
        seen.forEach(invoice -> byId.put(invoice.id().value(), new Seen(Standing.of(invoice), invoice.number())));
        return byId.isEmpty() ? 0 : record(company, accounting, byId, readAt);
    }

    private int record(CompanyId company, AccountingIntegrationId accounting, Map<String, Seen> seen, Instant readAt) {
        Integer changed = transaction.execute(status -> observing.observe(company, accounting, seen, readAt));
        return changed == null ? 0 : changed;
    }

    @Override
    public Optional<Problem> look(CompanyId company, List<BookingId> bookings) {
        for (BookingId id : bookings) {
            Optional<Problem> problem = jdbc.sql("select * from booking where company_id = ? and booking_id = ?")
                    .params(company.value(), id.value())
                    .query(BookingRows::brief)
                    .optional()
                    .flatMap(this::look);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> look(Booking booking) {
        InvoiceId document = booking.invoice();
        Optional<AccountingIntegration> accounting = Optional.ofNullable(booking.accounting())
                .flatMap(id -> integrations.find(booking.company(), id))
                .filter(AccountingIntegration::active);
        if (document == null || accounting.isEmpty()) {
            return Optional.empty();
        }
        Instant readAt = clock.instant();
        return switch (systems.open(accounting.get()).read(document)) {
            case Lookup.Found(var invoice) -> seen(booking, new Seen(Standing.of(invoice), invoice.number()), readAt);
            case Lookup.Absent() -> seen(booking, new Seen(Standing.GONE, null), readAt);
            case Lookup.Several several ->
                throw new IllegalStateException("Bug: one id, several documents: " + several);
            case Lookup.Failed(var problem) -> Optional.of(problem);
        };
    }

    private Optional<Problem> seen(Booking booking, Seen seen, Instant readAt) {
        AccountingIntegrationId accounting = booking.accounting();
        if (accounting != null) {
            record(booking.company(), accounting, Map.of(String.valueOf(booking.invoice()), seen), readAt);
        }
        return Optional.empty();
    }

    @Override
    public void lookSoon(CompanyId company, BookingId booking) {
        looks.nudge(company + "/" + booking);
    }

    /** Does what {@link #lookSoon} asked for. */
    static void look(Standings standings, String instance) {
        int slash = instance.indexOf('/');
        standings.look(
                CompanyId.of(instance.substring(0, slash)), List.of(BookingId.of(instance.substring(slash + 1))));
    }
}
