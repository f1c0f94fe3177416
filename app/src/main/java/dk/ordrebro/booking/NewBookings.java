package dk.ordrebro.booking;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.enrichment.Case;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.FulfillmentsCreated;
import dk.ordrebro.order.FulfillmentsCreated.Handled;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes down the intention to book, in the transaction that stores the fulfillments, and nudges the drains. */
class NewBookings {

    private static final String INSERT = """
            insert into booking (company_id, booking_id, order_integration_id, accounting_integration_id, order_id, order_revision, order_number,
                                 fulfillment_id, return_of, document_type, reference, state, day, created_at, changed_at, due_at, reasons)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final Hold UNBOUND = new Hold("NOT_BOUND", List.of());
    private static final String NOT_BOUND = BookingJson.write(List.of(UNBOUND));

    private final JdbcTemplate jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final DrainSchedule drains;
    private final TotalsKept totals;

    NewBookings(JdbcTemplate jdbc, Ids ids, InstantSource clock, DrainSchedule drains, TotalsKept totals) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.drains = drains;
        this.totals = totals;
    }

    @EventListener
    void on(FulfillmentsCreated created) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<New> made = created.handled().stream()
                .map(handled -> new New(handled, new BookingId(ids.next())))
                .toList();
        jdbc.batchUpdate(INSERT, made, made.size(), (statement, one) -> set(statement, one, now));
        totals.moved(made.stream().map(one -> one.move(now.toInstant())).toList());
        created.handled().stream()
                .filter(handled -> handled.integration().accounting() != null)
                .collect(Collectors.groupingBy(
                        handled -> handled.fulfillment().company(),
                        Collectors.mapping(
                                handled -> Objects.requireNonNull(
                                        handled.integration().accounting()),
                                Collectors.toSet())))
                .forEach((CompanyId company, Set<AccountingIntegrationId> integrations) ->
                        integrations.forEach(integration -> drains.nudge(company, integration)));
    }

    private record New(Handled handled, BookingId id) {

        TotalsKept.Move move(Instant now) {
            Fulfillment fulfillment = handled.fulfillment();
            boolean bound = handled.integration().accounting() != null;
            return new TotalsKept.Move(
                    fulfillment.company(),
                    id,
                    handled.integration().id(),
                    Case.day(fulfillment),
                    null,
                    bound ? Bucket.UNDERWAY : Bucket.HELD,
                    bound ? List.of() : List.of(UNBOUND),
                    null,
                    null,
                    now);
        }
    }

    private void set(PreparedStatement statement, New one, OffsetDateTime now) throws SQLException {
        Handled handled = one.handled();
        Fulfillment fulfillment = handled.fulfillment();
        AccountingIntegrationId accounting = handled.integration().accounting();
        FulfillmentId returnOf = fulfillment.returnOf();
        statement.setObject(1, fulfillment.company().value());
        statement.setObject(2, one.id().value());
        statement.setObject(3, handled.integration().id().value());
        statement.setObject(4, accounting == null ? null : accounting.value());
        statement.setObject(5, fulfillment.order().value());
        statement.setInt(6, fulfillment.revision());
        statement.setString(7, handled.order().number());
        statement.setObject(8, fulfillment.id().value());
        statement.setObject(9, returnOf == null ? null : returnOf.value());
        statement.setString(10, type(handled).name());
        statement.setString(
                11,
                References.of(handled.integration(), handled.order().key(), fulfillment)
                        .value());
        statement.setString(12, (accounting == null ? BookingState.HELD : BookingState.WAITING).name());
        statement.setObject(13, Case.day(fulfillment));
        statement.setObject(14, now);
        statement.setObject(15, now);
        statement.setObject(16, now);
        statement.setString(17, accounting == null ? NOT_BOUND : "[]");
    }

    private static DocumentType type(Handled handled) {
        return handled.fulfillment().isReturn() || handled.order().takesBack()
                ? DocumentType.CREDIT_NOTE
                : DocumentType.INVOICE;
    }
}
