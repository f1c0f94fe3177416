package dk.ordrebro.booking.drain;

import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.Removal;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.Claimed;
import dk.ordrebro.booking.Obstacle;
import java.util.List;

/**
 * The policy of taking something back, decided by where the document stands at this moment: an approved one gets a credit note, a draft is
 * taken away again, and of what is void or gone there is nothing to credit. Taking a draft away and reading are safe to repeat; a credit note
 * is sent only while the document reads approved, and never again before it was looked for.
 */
final class Crediting {

    private final AccountingSystem accounting;
    private final Claimed claimed;
    private final InvoiceId document;

    Crediting(AccountingSystem accounting, Claimed claimed, InvoiceId document) {
        this.accounting = accounting;
        this.claimed = claimed;
        this.document = document;
    }

    Fate attempt(Sending sending) {
        if (!claimed.suspect()) {
            return byStanding(sending, true);
        }
        Lookup lookup = accounting.find(claimed.draft());
        return lookup instanceof Lookup.Absent
                ? byStanding(sending, sending.absenceCounts(claimed))
                : sending.look(claimed, lookup);
    }

    /**
     * Decides by a fresh reading.
     *
     * @param mayCredit whether no credit note of ours can be on its way
     */
    private Fate byStanding(Sending sending, boolean mayCredit) {
        return switch (accounting.read(document)) {
            case Lookup.Found(var invoice) -> byStanding(sending, invoice, mayCredit);
            case Lookup.Absent() -> claimed.takesAllBack() ? new Fate.TakenBack(Standing.GONE) : missing();
            case Lookup.Several several ->
                throw new IllegalStateException("Bug: one id, several documents: " + several);
            case Lookup.Failed(var problem) ->
                mayCredit ? new Fate.Postponed(problem, null, null) : new Fate.Suspected(problem);
        };
    }

    private Fate byStanding(Sending sending, Invoice invoice, boolean mayCredit) {
        return switch (invoice.state()) {
            case APPROVED -> mayCredit ? sending.create(claimed) : tooEarly();
            case DRAFT -> claimed.takesAllBack() ? takeAway(sending, mayCredit) : waitsForApproval();
            case VOIDED -> mayCredit ? nothingToCredit() : tooEarly();
        };
    }

    /** A draft has no credit note, so none of ours can be on its way either. */
    private Fate takeAway(Sending sending, boolean mayCredit) {
        return switch (accounting.delete(document)) {
            case Removal.Gone() -> new Fate.TakenBack(Standing.GONE);
            case Removal.Stands(var invoice)
            when invoice.state() == Invoice.State.APPROVED -> mayCredit ? sending.create(claimed) : tooEarly();
            case Removal.Stands stands -> nothingToCredit();
            case Removal.Refused(var problem) -> new Fate.Held(List.of(problem.reason()), null);
            case Removal.NotSent(var problem, var after) -> new Fate.Postponed(problem, after, null);
            case Removal.Unknown(var problem) -> new Fate.Postponed(problem, null, null);
        };
    }

    private Fate nothingToCredit() {
        return claimed.takesAllBack() ? new Fate.TakenBack(Standing.VOIDED) : missing();
    }

    private static Fate waitsForApproval() {
        return new Fate.Held(List.of(Obstacle.ORIGINAL_IS_DRAFT.with()), null);
    }

    private static Fate missing() {
        return new Fate.Held(List.of(new Problem(Problem.Code.INVOICE_TO_CREDIT_MISSING, "").reason()), null);
    }

    private static Fate tooEarly() {
        return new Fate.Suspected(new Problem(Problem.Code.NO_ANSWER, "not there yet; it may still be on its way"));
    }
}
