package dk.ordrebro.booking.edit;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Happened;
import dk.ordrebro.booking.edit.Misfits.Changed;
import dk.ordrebro.booking.edit.Misfits.Misfit;
import dk.ordrebro.booking.edit.OrderEdit.Kind;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.MoneyBack;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Orders;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what a person answers: with deliveries and returns like any other, so that the same rules and checks hold for what is made. */
class AnswerableEdits implements OrderEdits {

    private final JdbcOrderEdits edits;
    private final Misfits misfits;
    private final Orders orders;
    private final Handling handling;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    AnswerableEdits(
            JdbcOrderEdits edits,
            Misfits misfits,
            Orders orders,
            Handling handling,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.edits = edits;
        this.misfits = misfits;
        this.orders = orders;
        this.handling = handling;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean makeRight(CompanyId company, UUID id, String why, String who) {
        Optional<OrderEdit> answered = edits.answer(company, id, Kind.MADE_RIGHT, why, who);
        answered.ifPresent(edit -> {
            OrderId order = edit.order();
            Optional.ofNullable(misfits.of(company, List.of(order)).get(order))
                    .ifPresent(changed -> correct(company, edit.id(), changed));
            told(edit);
        });
        return answered.isPresent();
    }

    @Override
    @Transactional
    public boolean leave(CompanyId company, UUID id, String why, String who) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("What is left as it is needs a reason");
        }
        Optional<OrderEdit> answered = edits.answer(company, id, Kind.LEFT, why.strip(), who);
        answered.ifPresent(edit -> told(edit));
        return answered.isPresent();
    }

    /** Facts: order number, and why. */
    private void told(OrderEdit edit) {
        OrderEdit.Answer answer = Objects.requireNonNull(edit.answer());
        String verb = answer.kind() == Kind.MADE_RIGHT ? "edit-made-right" : "edit-left";
        events.publishEvent(new Happened(
                edit.company(),
                answer.who(),
                "order",
                edit.order().toString(),
                verb,
                List.of(edit.orderNumber(), answer.why())));
    }

    private void correct(CompanyId company, UUID edit, Changed changed) {
        Instant now = clock.instant();
        changed.documents().forEach(one -> handling.undo(company, one.delivery().id(), now));
        if (changed.wasWhole()) {
            boolean onlyMore = changed.documents().isEmpty();
            Instant at = onlyMore ? now : day(changed.documents().getLast(), now);
            String key = key(edit, onlyMore ? null : changed.documents().getLast());
            handling.handleAll(
                            company, List.of(new Handling.Whole(changed.order().id(), at, key)))
                    .forEach(made -> giveBackAgain(company, changed.documents(), made, now));
        } else {
            changed.documents().forEach(one -> again(company, edit, changed, one, now));
        }
    }

    /** The same pieces once more, as many of them as the order still has. */
    private void again(CompanyId company, UUID edit, Changed changed, Misfit misfit, Instant now) {
        List<Fulfillment> made = orders.fulfillments(company, changed.order().id());
        Map<String, BigDecimal> pieces = new LinkedHashMap<>();
        for (OrderLine line : changed.order().order().deliverableLines()) {
            BigDecimal left = misfit.left().getOrDefault(line.key(), BigDecimal.ZERO);
            BigDecimal free = Misfits.free(line, made);
            BigDecimal some = left.abs().min(free.abs()).multiply(BigDecimal.valueOf(left.signum()));
            if (some.signum() != 0 && free.signum() == left.signum()) {
                pieces.put(line.key(), some);
            }
        }
        if (!pieces.isEmpty()) {
            Fulfillment anew =
                    handling.handle(company, changed.order().id(), pieces, day(misfit, now), key(edit, misfit));
            giveBackAgain(company, List.of(misfit), anew, now);
        }
    }

    /** Money that was paid back without pieces went back with the old document; the new one is worth so much less as well. */
    private void giveBackAgain(CompanyId company, List<Misfit> old, Fulfillment anew, Instant now) {
        Map<String, MoneyBack> money = new LinkedHashMap<>();
        for (Misfit one : old) {
            one.moneyBack()
                    .forEach((key, back) -> money.merge(
                            anew.lines().stream()
                                            .anyMatch(line -> line.lineKey().equals(key))
                                    ? key
                                    : "",
                            back,
                            (first, more) -> new MoneyBack(first.gross().add(more.gross()), first.account())));
        }
        if (!money.isEmpty()) {
            Instant at = now.isBefore(anew.handledAt()) ? anew.handledAt() : now;
            handling.giveBack(company, anew.id(), Map.of(), money, at, null);
        }
    }

    /**
     * A key of its own, below that of the delivery it replaces: the shop may cancel it as it could the first, and it need not wait until the first one's
     * document is out of the books.
     */
    private static String key(UUID edit, @Nullable Misfit old) {
        String before = old == null ? null : old.delivery().shopKey();
        return (before == null ? "edit" : before) + "/" + edit;
    }

    private static Instant day(Misfit misfit, Instant now) {
        return misfit.booked().approved() ? now : misfit.delivery().handledAt();
    }

    @Override
    public List<OrderEdit> open(CompanyId company, Optional<UUID> before, int size) {
        return edits.open(company, before, size);
    }

    @Override
    public int countOpen(CompanyId company) {
        return edits.countOpen(company);
    }

    @Override
    public Map<String, BigDecimal> worth(CompanyId company) {
        return edits.worth(company);
    }

    @Override
    public List<OrderEdit> openBetween(CompanyId company, LocalDate from, LocalDate through) {
        return edits.openBetween(company, from, through);
    }

    @Override
    public List<OrderEdit> of(CompanyId company, OrderId order) {
        return edits.of(company, order);
    }

    @Override
    public Optional<OrderEdit> find(CompanyId company, UUID id) {
        return edits.find(company, id);
    }
}
