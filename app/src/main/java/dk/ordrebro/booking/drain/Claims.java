package dk.ordrebro.booking.drain;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingChanged;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingRows;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.BookingUpdates;
import dk.ordrebro.booking.Claimed;
import dk.ordrebro.booking.Obstacle;
import dk.ordrebro.booking.Verb;
import dk.ordrebro.booking.day.PlausibleDays;
import dk.ordrebro.booking.drain.Preparing.Material;
import dk.ordrebro.booking.drain.Preparing.Prepared;
import dk.ordrebro.booking.newest.NewestRevisions;
import dk.ordrebro.booking.original.ChosenOriginals;
import dk.ordrebro.booking.totals.Bucket;
import dk.ordrebro.booking.totals.TotalsKept;
import dk.ordrebro.enrichment.Trail;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Orders.OrderRevision;
import dk.ordrebro.order.StoredOrder;
import dk.ordrebro.question.Answers;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Given;
import dk.ordrebro.question.Reason;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Claims due bookings for a drain and freezes their drafts: one transaction for a batch, committed before anything is sent.
 * What needs a person, or nothing, is recorded in the same transaction.
 */
class Claims {

    /** How soon a credit note looks again whether its invoice is settled. */
    private static final Duration ORIGINAL_FIRST = Duration.ofSeconds(2);

    private static final UUID NO_CLAIM = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final BookingUpdates updates;
    private final Orders orders;
    private final Answers answers;
    private final OrderIntegrations shops;
    private final ApplicationEventPublisher events;
    private final TotalsKept totals;
    private final Closing closing;
    private final NewestRevisions revisions;
    private final ChosenOriginals originals;
    private final PlausibleDays days;
    private final InstantSource clock;

    Claims(
            JdbcClient jdbc,
            BookingUpdates updates,
            Orders orders,
            Answers answers,
            OrderIntegrations shops,
            ApplicationEventPublisher events,
            TotalsKept totals,
            Closing closing,
            NewestRevisions revisions,
            ChosenOriginals originals,
            PlausibleDays days,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.updates = updates;
        this.orders = orders;
        this.answers = answers;
        this.shops = shops;
        this.events = events;
        this.totals = totals;
        this.closing = closing;
        this.revisions = revisions;
        this.originals = originals;
        this.days = days;
        this.clock = clock;
    }

    /**
     * What earlier drains left under way. Only one drain runs for an integration at a time, so those drains are dead, and what became of their
     * calls is unknown.
     */
    @Transactional
    public int suspectAbandoned(AccountingIntegration accounting) {
        return jdbc.sql("""
                        update booking set state = 'SUSPECT', due_at = :now, changed_at = :now, claim = null,
                               reasons = '[{"kind":"DIED_IN_FLIGHT","facts":[]}]'
                        where company_id = :company and accounting_integration_id = :accounting and state = 'SENDING'
                        """)
                .param("now", BookingUpdates.sql(clock.instant()))
                .param("company", accounting.company().value())
                .param("accounting", accounting.id().value())
                .update();
    }

    /** Whether a person has asked for another try of something that is due: what stands in their books may be other than we remember. */
    boolean isAskedFor(AccountingIntegration accounting) {
        return jdbc.sql("""
                        select exists (select from booking
                                       where company_id = ? and accounting_integration_id = ? and state = 'WAITING' and due_at <= ?
                                         and reasons = '[]' and changed_at > created_at)
                        """)
                .params(accounting.company().value(), accounting.id().value(), BookingUpdates.sql(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** When the next booking of an integration is due; empty when none waits. */
    Optional<Instant> nextDue(AccountingIntegration accounting) {
        return jdbc.sql("""
                        select due_at from booking
                        where company_id = ? and accounting_integration_id = ? and state in ('WAITING', 'SUSPECT')
                        order by due_at limit 1
                        """)
                .params(accounting.company().value(), accounting.id().value())
                .query((row, index) -> BookingRows.instant(row, "due_at"))
                .optional();
    }

    /**
     * Holds what waits for a retired integration. What may have been sent is left alone: only looking for it tells what became of it.
     *
     * @return how many were held, at most {@code size}
     */
    @Transactional
    public int hold(AccountingIntegration retired, int size) {
        Reason reason = Obstacle.ACCOUNTING_RETIRED.with(new Fact.Text(retired.name()));
        Changes changes = new Changes();
        jdbc.sql("""
                        select * from booking
                        where company_id = ? and accounting_integration_id = ? and state = 'WAITING'
                        order by due_at, booking_id limit ?
                        for update skip locked
                        """)
                .params(retired.company().value(), retired.id().value(), size)
                .query(BookingRows::whole)
                .list()
                .forEach(booking -> changes.decided.add(
                        new BookingUpdates.Decided(booking, BookingState.HELD, List.of(reason), booking.trail())));
        record(changes, List.of(), NO_CLAIM, clock.instant());
        return changes.decided.size();
    }

    /** What a claim led to. {@code looked} counts the bookings that were taken up, sent or not. */
    record Batch(List<Claimed> claimed, int looked) {}

    @Transactional
    public Batch claim(AccountingIntegration accounting, Preparing preparing, UUID claim, int size) {
        Map<OrderId, StoredOrder> newest = new HashMap<>();
        List<Due> due = turned(accounting.company(), due(accounting, size), newest);
        Instant now = clock.instant();
        Set<BookingId> blocked = blocked(accounting.company(), due);
        Set<FulfillmentId> whole = takenBackWhole(accounting.company(), due);
        Map<BookingId, Material> material = material(accounting.company(), due, whole, newest);
        List<Claimed> claimed = new ArrayList<>();
        Changes changes = new Changes();
        for (Due one : due) {
            boolean takesAllBack = one.returnOf != null && whole.contains(one.returnOf);
            if (blocked.contains(one.booking.id())) {
                changes.early.add(one.booking);
                continue;
            }
            InvoiceDraft frozen = one.booking.draft();
            if (frozen != null) {
                claimed.add(one.claimed(frozen, one.booking.trail(), claim, now, takesAllBack));
                continue;
            }
            switch (prepared(preparing, requireNonNull(material.get(one.booking.id())))) {
                case Prepared.Drafted(var draft, var trail) -> {
                    changes.frozen.add(new BookingUpdates.Frozen(one.booking, draft, trail));
                    claimed.add(one.claimed(draft, trail, claim, now, takesAllBack));
                }
                case Prepared.Asked(var reasons, var trail) ->
                    changes.decided.add(new BookingUpdates.Decided(one.booking, BookingState.HELD, reasons, trail));
                case Prepared.NothingToBook(var reason, var trail) ->
                    changes.decided.add(
                            new BookingUpdates.Decided(one.booking, BookingState.SKIPPED, List.of(reason), trail));
                case Prepared.TooEarly() -> changes.early.add(one.booking);
                case Prepared.NothingStood() -> changes.nothingStood.add(requireNonNull(one.returnOf));
            }
        }
        record(changes, claimed, claim, now);
        changes.nothingStood.forEach(delivery -> closing.takeBack(accounting.company(), delivery, null, now));
        return new Batch(claimed, due.size());
    }

    /** What was prepared, once it is known what it refers to and that its day is a usual one. */
    private Prepared prepared(Preparing preparing, Material material) {
        Prepared prepared = preparing.prepare(material);
        if (!(prepared instanceof Prepared.Drafted(var draft, var trail))) {
            return prepared;
        }
        Optional<Reason> odd = days.ask(draft.date(), material.answers());
        if (odd.isPresent()) {
            return new Prepared.Asked(List.of(odd.get()), trail);
        }
        if (draft.type() != DocumentType.CREDIT_NOTE || draft.credits() != null) {
            return prepared;
        }
        return switch (originals.of(material.booking().company(), draft, material.answers())) {
            case ChosenOriginals.Found.Referring(var referring) -> new Prepared.Drafted(referring, trail);
            case ChosenOriginals.Found.NotBooked(var reference) ->
                new Prepared.Asked(List.of(Question.ORIGINAL_NOT_BOOKED.with(new Fact.OurReference(reference))), trail);
            case ChosenOriginals.Found.Unknown() ->
                new Prepared.Asked(
                        List.of(Question.ORIGINAL_UNKNOWN.with(
                                new Fact.OrderNumber(material.booking().orderNumber()))),
                        trail);
        };
    }

    private static final class Changes {

        private final List<BookingUpdates.Frozen> frozen = new ArrayList<>();
        private final List<BookingUpdates.Decided> decided = new ArrayList<>();
        private final List<Booking> early = new ArrayList<>();
        private final Set<FulfillmentId> nothingStood = new LinkedHashSet<>();
    }

    private void record(Changes changes, List<Claimed> claimed, UUID claim, Instant now) {
        updates.freeze(changes.frozen);
        updates.start(claimed, claim, now);
        updates.decide(changes.decided, now);
        totals.moved(changes.decided.stream()
                .map(one -> TotalsKept.Move.of(one.after(), Bucket.UNDERWAY, now))
                .toList());
        updates.delay(changes.early, now.plus(ORIGINAL_FIRST));
        if (!changes.decided.isEmpty()) {
            List<BookingChanged.Change> told = changes.decided.stream()
                    .map(d -> new BookingChanged.Change(
                            d.after(), d.state() == BookingState.HELD ? Verb.HOLD : Verb.SKIP, BookingUpdates.US))
                    .toList();
            events.publishEvent(new BookingChanged(told));
        }
    }

    private record Due(
            Booking booking,
            int revision,
            @Nullable FulfillmentId returnOf,
            boolean suspect,
            @Nullable Instant sentAt,
            boolean approve,
            @Nullable InvoiceId insteadOf) {

        boolean isUnmade() {
            return returnOf == null && booking.draft() == null;
        }

        Due of(Booking turned, int newer) {
            return new Due(turned, newer, returnOf, suspect, sentAt, approve, insteadOf);
        }

        Claimed claimed(InvoiceDraft draft, @Nullable Trail trail, UUID claim, Instant now, boolean takesAllBack) {
            return new Claimed(
                    booking.worth(draft.expected()),
                    draft,
                    trail == null ? null : trail.area(),
                    claim,
                    now,
                    suspect,
                    sentAt == null ? now : sentAt,
                    returnOf,
                    takesAllBack,
                    approve,
                    insteadOf);
        }
    }

    private List<Due> due(AccountingIntegration accounting, int size) {
        return jdbc.sql("""
                        select b.*, f.since as restored_at,
                               f.since is not null and not exists (
                                   select from booking_attempt a
                                   where a.company_id = b.company_id and a.booking_id = b.booking_id
                                     and a.outcome = 'ABSENT' and a.started_at >= f.since) as look_first
                        from booking b
                        left join booking_looked_for_first f
                               on f.company_id = b.company_id and f.accounting_integration_id = b.accounting_integration_id and f.until > ?
                        where b.company_id = ? and b.accounting_integration_id = ? and b.state in ('WAITING', 'SUSPECT') and b.due_at <= ?
                        order by b.due_at, b.booking_id limit ?
                        for update of b skip locked
                        """)
                .params(
                        BookingUpdates.sql(clock.instant()),
                        accounting.company().value(),
                        accounting.id().value(),
                        BookingUpdates.sql(clock.instant()),
                        size)
                .query(Claims::due)
                .list();
    }

    /**
     * Of deliveries whose draft is not made yet, the order as the shop says it now counts. What is made again where a credit note stands already
     * stays as it was, for the two must equal each other.
     *
     * @param newest filled with those orders
     */
    private List<Due> turned(CompanyId company, List<Due> due, Map<OrderId, StoredOrder> newest) {
        List<OrderId> unmade = due.stream()
                .filter(Due::isUnmade)
                .map(one -> one.booking.order())
                .distinct()
                .toList();
        if (unmade.isEmpty()) {
            return due;
        }
        newest.putAll(by(orders.newest(company, unmade), StoredOrder::id));
        Set<FulfillmentId> credited = credited(company, due.stream().filter(one -> one.insteadOf != null));
        return due.stream()
                .map(one -> credited.contains(one.booking.fulfillment()) ? one : turned(one, newest))
                .toList();
    }

    private static boolean isOf(Map<OrderId, StoredOrder> newest, Due one) {
        StoredOrder now = newest.get(one.booking.order());
        return one.returnOf == null && now != null && now.revision() == one.revision;
    }

    private Due turned(Due one, Map<OrderId, StoredOrder> newest) {
        StoredOrder now = newest.get(one.booking.order());
        return !one.isUnmade() || now == null || now.revision() == one.revision
                ? one
                : one.of(revisions.turn(one.booking, now), now.revision());
    }

    private static Due due(ResultSet row, int index) throws SQLException {
        UUID returnOf = row.getObject("return_of", UUID.class);
        boolean tried = row.getObject("sent_at") != null;
        // after a restore the other program's last try, which is not known here, was before it
        boolean lookFirst = row.getBoolean("look_first");
        @Nullable
        Instant sentAt = tried
                ? BookingRows.instant(row, "sent_at")
                : lookFirst ? BookingRows.instant(row, "restored_at") : null;
        return new Due(
                BookingRows.whole(row, index),
                row.getInt("order_revision"),
                returnOf == null ? null : new FulfillmentId(returnOf),
                lookFirst || row.getString("state").equals(BookingState.SUSPECT.name()),
                sentAt,
                row.getBoolean("approve"),
                row.getString("instead_of") == null ? null : new InvoiceId(row.getString("instead_of")));
    }

    /**
     * What is handled anew waits until the order's earlier undos are through, so that no piece ever stands on two live documents; and a return
     * waits while its document is being approved, so that it is taken away or credited as it then stands.
     */
    private Set<BookingId> blocked(CompanyId company, List<Due> due) {
        String[] ids = due.stream().map(one -> one.booking.id().toString()).toArray(String[]::new);
        return Set.copyOf(jdbc.sql("""
                        select b.booking_id from booking b
                        where b.company_id = ? and b.booking_id = any (?::text[]::uuid[])
                          and (b.return_of is null
                               and exists (select from booking u
                                           where u.company_id = b.company_id and u.order_id = b.order_id and u.undoes
                                             and u.booking_id < b.booking_id and u.state in ('WAITING', 'SENDING', 'SUSPECT', 'HELD'))
                               or exists (select from booking o
                                          where o.company_id = b.company_id and o.order_id = b.order_id and o.fulfillment_id = b.return_of
                                            and o.approve and o.state in ('WAITING', 'SENDING', 'SUSPECT')))
                        """)
                .params(company.value(), ids)
                .query((row, index) -> new BookingId(row.getObject(1, UUID.class)))
                .list());
    }

    /** The deliveries of these orders that a credit note stands for: what is made of them still has to equal it. */
    private Set<FulfillmentId> credited(CompanyId company, Stream<Due> due) {
        String[] ids = due.map(one -> one.booking.order().toString()).distinct().toArray(String[]::new);
        if (ids.length == 0) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("""
                        select distinct return_of from booking
                        where company_id = ? and order_id = any (?::text[]::uuid[]) and return_of is not null
                          and invoice_id is not null and standing in ('DRAFT', 'APPROVED')
                        """)
                .params(company.value(), ids)
                .query((row, index) -> new FulfillmentId(row.getObject(1, UUID.class)))
                .list());
    }

    /** The deliveries of which nothing is left, among those that are taken back; not those that a credit note stands for already. */
    private Set<FulfillmentId> takenBackWhole(CompanyId company, List<Due> due) {
        Set<FulfillmentId> credited = credited(company, due.stream().filter(one -> one.returnOf != null));
        Set<FulfillmentId> whole = new LinkedHashSet<>();
        due.stream()
                .filter(one -> one.returnOf != null)
                .map(one -> one.booking.order())
                .distinct()
                .forEach(order -> {
                    List<Fulfillment> all = orders.fulfillments(company, order);
                    all.stream()
                            .filter(delivery -> !delivery.isReturn() && isTakenBack(delivery, all))
                            .map(Fulfillment::id)
                            .filter(delivery -> !credited.contains(delivery))
                            .forEach(whole::add);
                });
        return whole;
    }

    private static boolean isTakenBack(Fulfillment delivery, List<Fulfillment> all) {
        Map<String, BigDecimal> left = new HashMap<>();
        delivery.lines().forEach(line -> left.merge(line.lineKey(), line.quantity(), BigDecimal::add));
        all.stream()
                .filter(back -> delivery.id().equals(back.returnOf()))
                .flatMap(back -> back.lines().stream())
                .forEach(line -> left.merge(line.lineKey(), line.quantity().negate(), BigDecimal::add));
        return left.values().stream().allMatch(pieces -> pieces.signum() == 0);
    }

    /** Everything the bookings without a draft are made from, read with one query of each kind. */
    private Map<BookingId, Material> material(
            CompanyId company, List<Due> due, Set<FulfillmentId> whole, Map<OrderId, StoredOrder> newest) {
        List<Due> fresh = due.stream().filter(d -> d.booking.draft() == null).toList();
        if (fresh.isEmpty()) {
            return Map.of();
        }
        Map<OrderRevision, StoredOrder> told = by(
                orders.revisions(
                        company,
                        fresh.stream()
                                .filter(d -> !isOf(newest, d))
                                .map(Claims::revision)
                                .distinct()
                                .toList()),
                stored -> new OrderRevision(stored.id(), stored.revision()));
        List<FulfillmentId> returned =
                fresh.stream().map(Due::returnOf).filter(Objects::nonNull).toList();
        List<FulfillmentId> wanted = new ArrayList<>(returned);
        fresh.forEach(d -> wanted.add(d.booking.fulfillment()));
        Map<FulfillmentId, Fulfillment> parts = by(orders.fulfillments(company, wanted), Fulfillment::id);
        Map<FulfillmentId, Booking> originals = by(originals(company, returned), Booking::fulfillment);
        Map<OrderId, List<Given>> answered = answers.standing(
                company, fresh.stream().map(d -> d.booking.order()).toList());
        Map<OrderIntegrationId, OrderIntegration> known = new HashMap<>();
        return fresh.stream()
                .map(d -> new Material(
                        d.booking,
                        known.computeIfAbsent(
                                d.booking.shop(), id -> shops.find(company, id).orElseThrow()),
                        requireNonNull(isOf(newest, d) ? newest.get(d.booking.order()) : told.get(revision(d)))
                                .order(),
                        requireNonNull(parts.get(d.booking.fulfillment())),
                        d.returnOf == null ? null : parts.get(d.returnOf),
                        d.returnOf == null ? null : originals.get(d.returnOf),
                        d.returnOf != null && whole.contains(d.returnOf),
                        d.returnOf == null ? List.of() : earlier(company, d),
                        d.returnOf == null ? Map.of() : notes(company, d),
                        answered.getOrDefault(d.booking.order(), List.of())))
                .collect(toMap(m -> m.booking().id(), Function.identity()));
    }

    /** What was taken back of the same delivery before, first things first; what a person decided not to book took nothing back. */
    private List<Fulfillment> earlier(CompanyId company, Due due) {
        List<FulfillmentId> skipped = jdbc.sql(
                        "select fulfillment_id from booking where company_id = ? and order_id = ? and state = 'SKIPPED'")
                .params(company.value(), due.booking.order().value())
                .query((row, index) -> new FulfillmentId(row.getObject(1, UUID.class)))
                .list();
        List<Fulfillment> all = orders.fulfillments(company, due.booking.order()).stream()
                .filter(one -> !skipped.contains(one.id()))
                .toList();
        return all.stream()
                .takeWhile(one -> !one.id().equals(due.booking.fulfillment()))
                .filter(one -> requireNonNull(due.returnOf).equals(one.returnOf()))
                .toList();
    }

    /** The credit notes of the same delivery that stand in the books, by what was taken back with them. */
    private Map<FulfillmentId, InvoiceDraft> notes(CompanyId company, Due due) {
        return jdbc
                .sql("""
                        select * from booking where company_id = ? and order_id = ? and return_of = ?
                          and state in ('SETTLED', 'HELD') and invoice_id is not null and draft is not null
                        """)
                .params(
                        company.value(),
                        due.booking.order().value(),
                        requireNonNull(due.returnOf).value())
                .query(BookingRows::whole)
                .list()
                .stream()
                .filter(one -> one.standing() == null || one.standing().isLive())
                .collect(toMap(Booking::fulfillment, one -> requireNonNull(one.draft())));
    }

    private static OrderRevision revision(Due due) {
        return new OrderRevision(due.booking.order(), due.revision);
    }

    private List<Booking> originals(CompanyId company, Collection<FulfillmentId> deliveries) {
        if (deliveries.isEmpty()) {
            return List.of();
        }
        String[] ids = deliveries.stream().map(FulfillmentId::toString).toArray(String[]::new);
        return jdbc.sql("""
                        select distinct on (fulfillment_id) * from booking where company_id = ? and fulfillment_id = any (?::text[]::uuid[])
                        order by fulfillment_id, booking_id desc
                        """)
                .params(company.value(), ids)
                .query(BookingRows::whole)
                .list();
    }

    private static <K, V> Map<K, V> by(List<V> values, Function<V, K> key) {
        return values.stream().collect(toMap(key, Function.identity()));
    }
}
