package dk.ordrebro.booking.drain;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.BookingsMade;
import dk.ordrebro.booking.Obstacle;
import dk.ordrebro.booking.totals.Bucket;
import dk.ordrebro.booking.totals.TotalsKept;
import dk.ordrebro.enrichment.Case;
import dk.ordrebro.enrichment.Worth;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.FulfillmentsCreated;
import dk.ordrebro.order.FulfillmentsCreated.Handled;
import dk.ordrebro.order.Orders;
import dk.ordrebro.question.QuestionJson;
import dk.ordrebro.question.Reason;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes down the intention to book, in the transaction that stores the fulfillments, and nudges the drains. */
class NewBookings {

    private static final String INSERT = """
            insert into booking (company_id, booking_id, order_integration_id, accounting_integration_id, order_id, order_revision, order_number,
                                 fulfillment_id, return_of, document_type, reference, state, day, created_at, changed_at, due_at, reasons,
                                 delivered, delivered_currency, undoes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final Reason UNBOUND = Obstacle.NOT_BOUND.with();
    private static final String NOT_BOUND = QuestionJson.write(List.of(UNBOUND));

    private final JdbcTemplate jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final DrainSchedule drains;
    private final TotalsKept totals;
    private final Orders orders;
    private final ApplicationEventPublisher events;
    private final Closing closing;

    NewBookings(
            JdbcTemplate jdbc,
            Ids ids,
            InstantSource clock,
            DrainSchedule drains,
            TotalsKept totals,
            Orders orders,
            ApplicationEventPublisher events,
            Closing closing) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.drains = drains;
        this.totals = totals;
        this.orders = orders;
        this.events = events;
        this.closing = closing;
    }

    @EventListener
    void on(FulfillmentsCreated created) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Map<FulfillmentId, Fulfillment> taken = takenBack(created.handled());
        List<New> made = created.handled().stream()
                .map(handled -> new New(handled, new BookingId(ids.next()), delivered(handled, taken)))
                .toList();
        jdbc.batchUpdate(INSERT, made, made.size(), (statement, one) -> set(statement, one, now));
        totals.moved(made.stream().map(one -> one.move(now.toInstant())).toList());
        events.publishEvent(new BookingsMade(made.stream().map(New::made).toList()));
        made.forEach(one -> closeWhatWasNeverMade(one.handled().fulfillment(), now.toInstant()));
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

    private void closeWhatWasNeverMade(Fulfillment fulfillment, Instant now) {
        FulfillmentId delivery = fulfillment.returnOf();
        if (delivery != null && fulfillment.reopens()) {
            closing.takeBackIfNeverMade(fulfillment.company(), delivery, now);
        }
    }

    /** The deliveries that returns among these take back. */
    private Map<FulfillmentId, Fulfillment> takenBack(List<Handled> handled) {
        return handled.stream()
                .map(Handled::fulfillment)
                .filter(Fulfillment::isReturn)
                .collect(Collectors.groupingBy(
                        Fulfillment::company,
                        Collectors.mapping(one -> Objects.requireNonNull(one.returnOf()), Collectors.toSet())))
                .entrySet()
                .stream()
                .flatMap(of -> orders.fulfillments(of.getKey(), of.getValue()).stream())
                .collect(Collectors.toMap(Fulfillment::id, Function.identity(), (one, same) -> one));
    }

    private static @Nullable Money delivered(Handled handled, Map<FulfillmentId, Fulfillment> taken) {
        Fulfillment fulfillment = handled.fulfillment();
        if (!fulfillment.isReturn()) {
            return Worth.of(handled.order(), fulfillment).map(Money::abs).orElse(null);
        }
        Fulfillment delivery = taken.get(Objects.requireNonNull(fulfillment.returnOf()));
        return delivery == null
                ? null
                : Worth.back(handled.order(), delivery, fulfillment)
                        .map(Money::abs)
                        .orElse(null);
    }

    private record New(
            Handled handled, BookingId id, @Nullable Money delivered) {

        BookingsMade.Made made() {
            return new BookingsMade.Made(
                    id,
                    handled,
                    handled.integration().accounting(),
                    type(handled),
                    Case.day(handled.fulfillment()),
                    delivered);
        }

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
        Money delivered = one.delivered();
        statement.setBigDecimal(18, delivered == null ? null : delivered.getAmount());
        statement.setString(
                19, delivered == null ? null : delivered.getCurrencyUnit().getCode());
        statement.setBoolean(20, fulfillment.reopens());
    }

    private static DocumentType type(Handled handled) {
        return handled.fulfillment().isReturn() || handled.order().takesBack()
                ? DocumentType.CREDIT_NOTE
                : DocumentType.INVOICE;
    }
}
