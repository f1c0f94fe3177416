package dk.ordrebro.accounting.billy.document;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.Problem.Code;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import dk.ordrebro.accounting.billy.ledger.CurrentLedger;
import dk.ordrebro.accounting.billy.ledger.Ledger;
import dk.ordrebro.accounting.billy.party.Parties;
import dk.ordrebro.accounting.billy.wire.BillyConnection;
import dk.ordrebro.accounting.billy.wire.BillyRequest;
import dk.ordrebro.accounting.billy.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes drafts. With contact and products known it is one call. What Billy refuses because a contact or product of ours was removed or
 * changed there is healed and sent once more; that is no retry of the write, for the first one stored nothing.
 */
public final class DraftMaker {

    private final BillyConnection connection;
    private final CurrentLedger ledgers;
    private final Obstacles obstacles;
    private final Parties parties;
    private final InvoiceFinder finder;
    private final Duration sendWithin;
    private final InstantSource clock;

    public DraftMaker(
            BillyConnection connection,
            CurrentLedger ledgers,
            Obstacles obstacles,
            Parties parties,
            InvoiceFinder finder,
            Duration sendWithin,
            InstantSource clock) {
        this.connection = connection;
        this.ledgers = ledgers;
        this.obstacles = obstacles;
        this.parties = parties;
        this.finder = finder;
        this.sendWithin = sendWithin;
        this.clock = clock;
    }

    /**
     * One go at a draft.
     *
     * @param mayHeal whether contact and products may be replaced and the draft sent once more
     * @param notAfter when it is too late to send it
     */
    private record Try(InvoiceDraft draft, boolean mayHeal, Instant notAfter) {

        Try healed() {
            return new Try(draft, false, notAfter);
        }
    }

    /** A go whose contact and products are there. */
    private record Ready(Try go, Parties.Search.Complete parties, Ledger ledger) {

        InvoiceDraft draft() {
            return go.draft();
        }
    }

    public Outcome create(InvoiceDraft draft) {
        try {
            var go = new Try(draft, true, clock.instant().plus(sendWithin));
            Optional<Problem> obstacle = obstacles.toMaking(draft);
            return obstacle.isPresent() ? new Outcome.Refused(obstacle.get()) : make(go);
        } catch (AccountingUnavailable e) {
            // Thrown only while the document is not there: before it is sent, after it was refused, after it was
            // removed again.
            return new Outcome.NotSent(e.problem(), e.after().orElse(null));
        }
    }

    private Outcome make(Try go) {
        Ledger ledger = ledgers.get();
        return switch (parties.of(go.draft(), ledger)) {
            case Parties.Search.Complete complete -> send(new Ready(go, complete, ledger));
            case Parties.Search.Incomplete(Outcome.Refused(Problem problem)) ->
                new Outcome.Refused(obstacles.behind(problem, go.draft()));
            case Parties.Search.Incomplete(Outcome outcome) -> outcome;
        };
    }

    private Outcome send(Ready ready) {
        BillyRequest request = BillyRequest.post(
                "invoices",
                InvoiceBody.of(ready.draft(), ready.parties(), ready.ledger().organization()));
        return switch (Reply.of(connection.send(request, ready.go().notAfter()))) {
            case Reply.Done(BillyAnswer answer) -> check(ready, answer);
            case Reply.NotSent notSent -> notSent.outcome();
            case Reply.Unknown(Problem problem) -> new Outcome.Unknown(problem);
            case Reply.Refused refused ->
                ready.go().mayHeal() && parties.forgetSpoilt(ready.draft(), ready.parties(), ready.ledger())
                        ? make(ready.go().healed())
                        : new Outcome.Refused(reason(refused.problem(), ready.draft()));
        };
    }

    private Problem reason(Problem refusal, InvoiceDraft draft) {
        if (draft.credits() != null && !isCreditable(draft.credits())) {
            return new Problem(Code.INVOICE_TO_CREDIT_MISSING, refusal.detail());
        }
        return obstacles.behind(refusal, draft);
    }

    private boolean isCreditable(InvoiceId id) {
        try {
            return finder.stateOf(id)
                    .filter(state -> state != Invoice.State.VOIDED)
                    .isPresent();
        } catch (AccountingUnavailable e) {
            return true;
        }
    }

    private Outcome check(Ready ready, BillyAnswer answer) {
        try {
            Invoice invoice = finder.made(answer, ready.draft());
            return ready.go().mayHeal() && ratesDiffer(ready.draft(), invoice)
                    ? healRates(ready, invoice)
                    : new Outcome.Accepted(invoice);
        } catch (AccountingUnavailable e) {
            return new Outcome.Unknown(e.problem());
        }
    }

    private static boolean ratesDiffer(InvoiceDraft draft, Invoice invoice) {
        List<Invoice.Line> lines = invoice.lines();
        return lines.size() == draft.lines().size()
                && IntStream.range(0, lines.size())
                        .anyMatch(i ->
                                !lines.get(i).rate().equals(draft.lines().get(i).rate()));
    }

    /**
     * A rate that differs because somebody gave the product another ruleset, or the contact another country, goes away with a new one. The
     * draft made a moment ago is removed first, and counts as removed only when Billy no longer has it. Any other difference is for a
     * person.
     *
     * @throws AccountingUnavailable when it is not known whether the draft is still there
     */
    private Outcome healRates(Ready ready, Invoice invoice) {
        if (!isSpoilt(ready) || !isRemoved(invoice.id())) {
            return new Outcome.Accepted(invoice);
        }
        try {
            return make(ready.go().healed());
        } catch (AccountingUnavailable e) {
            return new Outcome.NotSent(e.problem(), e.after().orElse(null));
        }
    }

    private boolean isSpoilt(Ready ready) {
        try {
            return parties.forgetSpoilt(ready.draft(), ready.parties(), ready.ledger());
        } catch (AccountingUnavailable e) {
            return false;
        }
    }

    private boolean isRemoved(InvoiceId id) {
        Reply removal = Reply.of(connection.send(BillyRequest.delete("invoices", id.value())));
        boolean untouched = removal instanceof Reply.Refused || removal instanceof Reply.NotSent;
        return !untouched && finder.stateOf(id).isEmpty();
    }
}
