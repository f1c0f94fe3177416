package dk.ordrebro.booking.drain;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetics;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetics.Answered;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingChanged;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.BookingUpdates;
import dk.ordrebro.booking.BookingUpdates.Finished;
import dk.ordrebro.booking.Claimed;
import dk.ordrebro.booking.Verb;
import dk.ordrebro.booking.totals.Bucket;
import dk.ordrebro.booking.totals.TotalsKept;
import dk.ordrebro.booking.totals.TotalsKept.Document;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.question.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Records what attempts led to: the results of a batch in one transaction, each as a change of fate. */
class Recording {

    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);

    private final BookingUpdates updates;
    private final RetryPolicy retry;
    private final Patience patience;
    private final ApplicationEventPublisher events;
    private final TotalsKept totals;
    private final Closing closing;
    private final LedgerArithmetics arithmetics;

    Recording(
            BookingUpdates updates,
            RetryPolicy retry,
            Patience patience,
            ApplicationEventPublisher events,
            TotalsKept totals,
            Closing closing,
            LedgerArithmetics arithmetics) {
        this.updates = updates;
        this.retry = retry;
        this.patience = patience;
        this.events = events;
        this.totals = totals;
        this.closing = closing;
        this.arithmetics = arithmetics;
    }

    /** An attempt that is over. */
    record Result(Claimed claimed, Fate fate, Instant at) {}

    @Transactional
    public void record(List<Result> results) {
        List<Step> steps = results.stream().map(this::step).toList();
        boolean[] held = updates.finish(steps.stream().map(Step::finished).toList());
        List<BookingChanged.Change> changes = new ArrayList<>();
        List<TotalsKept.Move> moves = new ArrayList<>();
        for (int i = 0; i < held.length; i++) {
            Finished finished = steps.get(i).finished;
            if (held[i]) {
                moves.add(move(finished));
                changes.add(new BookingChanged.Change(finished.after(), steps.get(i).verb, BookingUpdates.US));
            } else {
                LOG.warn(
                        "Booking {}: its claim was lost; outcome {} is left to the search by reference",
                        finished.after().reference(),
                        finished.outcome());
            }
        }
        totals.moved(moves);
        if (!changes.isEmpty()) {
            events.publishEvent(new BookingChanged(changes));
        }
        for (int i = 0; i < held.length; i++) {
            if (held[i]) {
                takeBack(results.get(i));
            }
        }
        learn(results);
    }

    /** What stands as it was intended shows how its ledger rounds VAT. */
    private void learn(List<Result> results) {
        Map<Ledger, List<Answered>> answers = new LinkedHashMap<>();
        for (Result result : results) {
            Booking booking = result.claimed().booking();
            AccountingIntegrationId accounting = booking.accounting();
            if (accounting != null && result.fate() instanceof Fate.Settled(var invoice, var found)) {
                answers.computeIfAbsent(new Ledger(booking.company(), accounting), any -> new ArrayList<>())
                        .add(new Answered(result.claimed().draft(), invoice));
            }
        }
        answers.forEach((ledger, told) -> arithmetics.learn(ledger.company, ledger.accounting, told));
    }

    private record Ledger(CompanyId company, AccountingIntegrationId accounting) {}

    /** The delivery's own booking is closed with the undo. */
    private void takeBack(Result result) {
        FulfillmentId delivery = result.claimed().returnOf();
        if (delivery != null && result.fate() instanceof Fate.TakenBack(var standing)) {
            closing.takeBack(result.claimed().booking().company(), delivery, standing, result.at());
        }
    }

    private static TotalsKept.Move move(Finished finished) {
        Claimed claimed = finished.claimed();
        TotalsKept.Move move = TotalsKept.Move.of(finished.after(), Bucket.UNDERWAY, finished.finishedAt());
        if (move.to() != Bucket.SETTLED) {
            return move;
        }
        return move.is(Document.of(finished.after(), claimed.draft(), claimed.area()));
    }

    private record Step(Finished finished, Verb verb) {}

    private Step step(Result result) {
        Claimed claimed = result.claimed();
        Booking before = claimed.booking();
        return switch (result.fate()) {
            case Fate.Settled(var invoice, var found) -> {
                Booking after = standing(before, BookingState.SETTLED, List.of(), invoice, result.at());
                yield step(
                        result,
                        after,
                        result.at(),
                        found ? "FOUND" : "ACCEPTED",
                        invoice.id().value(),
                        verb(claimed, invoice, found));
            }
            case Fate.TakenBack(var standing) ->
                step(
                        result,
                        before.to(BookingState.TAKEN_BACK, List.of()),
                        result.at(),
                        "TAKEN_BACK",
                        standing.name(),
                        Verb.TAKE_BACK);
            case Fate.Held(var reasons, var invoice) -> {
                Booking after = invoice == null
                        ? held(before, reasons, result.at())
                        : standing(before, BookingState.HELD, reasons, invoice, result.at());
                yield step(result, after, result.at(), invoice == null ? "REFUSED" : "HELD", text(reasons), Verb.HOLD);
            }
            case Fate.Postponed(var problem, var after, var invoice) ->
                postponed(result, problem.reason(), after, invoice);
            case Fate.Suspected(var problem) -> {
                Booking after = before.to(BookingState.SUSPECT, List.of(problem.reason()));
                yield step(result, after, lookAgain(result), "UNKNOWN", problem.detail(), Verb.SUSPECT);
            }
            case Fate.Absent() -> {
                Booking after = before.to(BookingState.WAITING, List.of());
                yield step(result, after, result.at(), "ABSENT", "", Verb.RECONCILE);
            }
        };
    }

    /** What was a draft and is approved now is told as that, and not as made once more. */
    private static Verb verb(Claimed claimed, Invoice invoice, boolean found) {
        boolean wasDraft = claimed.booking().standing() == Standing.DRAFT;
        if (claimed.approve() && wasDraft && invoice.state() == Invoice.State.APPROVED) {
            return Verb.OBSERVE;
        }
        return found ? Verb.RECONCILE : Verb.SETTLE;
    }

    private static Booking held(Booking before, List<Reason> reasons, Instant at) {
        boolean gone = before.invoice() != null
                && reasons.stream().anyMatch(hold -> hold.code().equals("INVOICE_GONE"));
        return gone
                ? before.with(BookingState.HELD, reasons, before.invoice(), before.invoiceNumber(), Standing.GONE, at)
                : before.to(BookingState.HELD, reasons);
    }

    /** After the usual pause, but not later than when absence begins to count. */
    private Instant lookAgain(Result result) {
        Duration pause = retry.after(result.claimed().booking().attempts() + 1)
                .orElse(retry.pauses().getLast());
        Instant usual = result.at().plus(pause);
        Instant certain =
                result.claimed().lastSentAt().plus(patience.absentCountsAfter()).plusSeconds(1);
        return certain.isAfter(result.at()) && certain.isBefore(usual) ? certain : usual;
    }

    private Step postponed(Result result, Reason why, @Nullable Duration asked, @Nullable Invoice invoice) {
        Booking before = result.claimed().booking();
        if (result.claimed().suspect() && invoice == null) {
            // It was not even looked for, so that what may stand there is still to be found before anything is sent.
            Instant again = asked == null ? lookAgain(result) : result.at().plus(asked);
            Booking suspect = before.to(BookingState.SUSPECT, List.of(why));
            return step(result, suspect, again, "NOT_SENT", text(List.of(why)), Verb.POSTPONE);
        }
        var pause = retry.after(before.attempts() + 1);
        BookingState state = pause.isEmpty() ? BookingState.HELD : BookingState.WAITING;
        Booking after = invoice == null
                ? before.to(state, List.of(why))
                : standing(before, state, List.of(why), invoice, result.at());
        Instant due = result.at().plus(asked != null ? asked : pause.orElse(Duration.ZERO));
        return step(result, after, due, "NOT_SENT", text(List.of(why)), pause.isEmpty() ? Verb.HOLD : Verb.POSTPONE);
    }

    private static Step step(Result result, Booking after, Instant due, String outcome, String detail, Verb verb) {
        return new Step(
                new Finished(result.claimed(), after, due, result.at(), outcome, detail, answer(result.fate())), verb);
    }

    /** The document as the program told it, where it told of one. */
    private static @Nullable Invoice answer(Fate fate) {
        return switch (fate) {
            case Fate.Settled settled -> settled.invoice();
            case Fate.Held held -> held.invoice();
            case Fate.Postponed postponed -> postponed.invoice();
            case Fate.Suspected suspected -> null;
            case Fate.Absent absent -> null;
            case Fate.TakenBack takenBack -> null;
        };
    }

    private static Booking standing(
            Booking before, BookingState state, List<Reason> reasons, Invoice invoice, Instant at) {
        return before.with(state, reasons, invoice.id(), invoice.number(), Standing.of(invoice), at);
    }

    private static String text(List<Reason> reasons) {
        return reasons.stream().map(Reason::toString).collect(Collectors.joining("; "));
    }
}
