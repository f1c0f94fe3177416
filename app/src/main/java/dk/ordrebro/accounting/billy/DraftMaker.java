package dk.ordrebro.accounting.billy;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.Problem.Code;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes drafts. With contact and products known it is one call. What Billy refuses because a contact or product of ours was removed or
 * changed there is healed and sent once more; that is no retry of the write, for the first one stored nothing.
 */
final class DraftMaker {

    private final BillyConnection connection;
    private final CurrentLedger ledgers;
    private final Obstacles obstacles;
    private final Parties parties;
    private final InvoiceFinder finder;

    DraftMaker(
            BillyConnection connection,
            CurrentLedger ledgers,
            Obstacles obstacles,
            Parties parties,
            InvoiceFinder finder) {
        this.connection = connection;
        this.ledgers = ledgers;
        this.obstacles = obstacles;
        this.parties = parties;
        this.finder = finder;
    }

    Outcome create(InvoiceDraft draft) {
        try {
            Optional<Problem> obstacle = obstacles.toMaking(draft);
            return obstacle.isPresent() ? new Outcome.Refused(obstacle.get()) : make(draft, true);
        } catch (AccountingUnavailable e) {
            // Thrown only while the document is not there: before it is sent, after it was refused, after it was
            // removed again.
            return new Outcome.NotSent(e.problem(), e.after().orElse(null));
        }
    }

    private Outcome make(InvoiceDraft draft, boolean mayHeal) {
        Ledger ledger = ledgers.get();
        return switch (parties.of(draft, ledger)) {
            case Parties.Search.Complete complete -> send(draft, complete, ledger, mayHeal);
            case Parties.Search.Incomplete(Outcome.Refused(Problem problem)) ->
                new Outcome.Refused(obstacles.behind(problem, draft));
            case Parties.Search.Incomplete(Outcome outcome) -> outcome;
        };
    }

    private Outcome send(InvoiceDraft draft, Parties.Search.Complete used, Ledger ledger, boolean mayHeal) {
        Reply reply = Reply.of(
                connection.send(BillyRequest.post("invoices", InvoiceBody.of(draft, used, ledger.organization()))));
        return switch (reply) {
            case Reply.Done(BillyAnswer answer) -> check(draft, answer, used, ledger, mayHeal);
            case Reply.NotSent notSent -> notSent.outcome();
            case Reply.Unknown(Problem problem) -> new Outcome.Unknown(problem);
            case Reply.Refused refused -> {
                if (mayHeal && parties.forgetSpoilt(draft, used, ledger)) {
                    yield make(draft, false);
                }
                yield new Outcome.Refused(reason(refused.problem(), draft));
            }
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

    private Outcome check(
            InvoiceDraft draft, BillyAnswer answer, Parties.Search.Complete used, Ledger ledger, boolean mayHeal) {
        Invoice invoice;
        try {
            invoice = finder.made(answer, draft);
        } catch (AccountingUnavailable e) {
            return new Outcome.Unknown(e.problem());
        }
        return mayHeal && ratesDiffer(draft, invoice)
                ? healRates(draft, invoice, used, ledger)
                : new Outcome.Accepted(invoice);
    }

    private static boolean ratesDiffer(InvoiceDraft draft, Invoice invoice) {
        List<Invoice.Line> lines = invoice.lines();
        return lines.size() == draft.lines().size()
                && IntStream.range(0, lines.size())
                        .anyMatch(i ->
                                !lines.get(i).rate().equals(draft.lines().get(i).rate()));
    }

    /**
     * A rate that differs because somebody gave the product another ruleset, or the contact another country, goes away with a new one. The draft made
     * a moment ago is removed first, and counts as removed only when Billy no longer has it. Any other difference is for a person.
     */
    private Outcome healRates(InvoiceDraft draft, Invoice invoice, Parties.Search.Complete used, Ledger ledger) {
        try {
            if (!parties.forgetSpoilt(draft, used, ledger)) {
                return new Outcome.Accepted(invoice);
            }
        } catch (AccountingUnavailable e) {
            return new Outcome.Accepted(invoice);
        }
        Reply removal = Reply.of(
                connection.send(BillyRequest.delete("invoices", invoice.id().value())));
        if (removal instanceof Reply.Refused || removal instanceof Reply.NotSent) {
            return new Outcome.Accepted(invoice);
        }
        try {
            if (finder.stateOf(invoice.id()).isPresent()) {
                return new Outcome.Accepted(invoice);
            }
        } catch (AccountingUnavailable e) {
            return new Outcome.Unknown(e.problem());
        }
        return make(draft, false);
    }
}
