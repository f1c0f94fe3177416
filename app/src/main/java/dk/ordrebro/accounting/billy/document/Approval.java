package dk.ordrebro.accounting.billy.document;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.Problem.Code;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import dk.ordrebro.accounting.billy.answer.BillyJson;
import dk.ordrebro.accounting.billy.wire.BillyConnection;
import dk.ordrebro.accounting.billy.wire.BillyRequest;
import dk.ordrebro.accounting.billy.wire.Reply;
import java.util.Optional;

/** Approves drafts: one call, and what already is approved counts as done. */
public final class Approval {

    private final BillyConnection connection;
    private final Obstacles obstacles;
    private final InvoiceFinder finder;

    public Approval(BillyConnection connection, Obstacles obstacles, InvoiceFinder finder) {
        this.connection = connection;
        this.obstacles = obstacles;
        this.finder = finder;
    }

    public Outcome approve(InvoiceId id) {
        try {
            Optional<Problem> obstacle = obstacles.toApproving();
            if (obstacle.isPresent()) {
                return new Outcome.Refused(obstacle.get());
            }
        } catch (AccountingUnavailable e) {
            return new Outcome.NotSent(e.problem(), e.after().orElse(null));
        }
        return send(id);
    }

    private Outcome send(InvoiceId id) {
        var body = BillyJson.wrap("invoice", BillyJson.object().put("state", "approved"));
        return switch (Reply.of(connection.send(BillyRequest.put("invoices", id.value(), body)))) {
            case Reply.Done(BillyAnswer answer) -> done(id, answer);
            case Reply.NotSent notSent -> notSent.outcome();
            case Reply.Unknown(Problem problem) -> new Outcome.Unknown(problem);
            case Reply.Refused refused -> refused(id, refused.problem());
        };
    }

    private Outcome done(InvoiceId id, BillyAnswer answer) {
        try {
            return finder.changed(answer, id)
                    .filter(invoice -> invoice.state() == Invoice.State.APPROVED)
                    .<Outcome>map(Outcome.Accepted::new)
                    .orElseGet(() -> new Outcome.Unknown(
                            new Problem(Code.ODD_ANSWER, "approved by its own account, but not in the answer")));
        } catch (AccountingUnavailable e) {
            return new Outcome.Unknown(e.problem());
        }
    }

    /** Billy may refuse because it is approved already; then that is what was wanted. */
    private Outcome refused(InvoiceId id, Problem refusal) {
        try {
            Optional<Invoice> invoice = finder.one(id);
            if (invoice.isEmpty()) {
                return new Outcome.Refused(refusal);
            }
            return invoice.get().state() == Invoice.State.APPROVED
                    ? new Outcome.Accepted(invoice.get())
                    : new Outcome.Refused(
                            obstacles.behindApproval(refusal, invoice.get().date()));
        } catch (AccountingUnavailable e) {
            return new Outcome.Refused(refusal);
        }
    }
}
