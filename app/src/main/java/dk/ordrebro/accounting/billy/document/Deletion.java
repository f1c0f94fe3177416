package dk.ordrebro.accounting.billy.document;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.Removal;
import dk.ordrebro.accounting.billy.wire.BillyConnection;
import dk.ordrebro.accounting.billy.wire.BillyRequest;
import dk.ordrebro.accounting.billy.wire.Reply;
import java.util.Optional;

/**
 * Takes drafts away. Billy's DELETE answers 200 whatever it found ({@code docs/reference/billy-api.md} 2 and 4), so that only reading the document
 * afterwards shows that it is gone. An approved document is never sent a DELETE (14, no. 7).
 */
public final class Deletion {

    private final BillyConnection connection;
    private final InvoiceFinder finder;

    public Deletion(BillyConnection connection, InvoiceFinder finder) {
        this.connection = connection;
        this.finder = finder;
    }

    public Removal delete(InvoiceId id) {
        try {
            Optional<Invoice> before = finder.one(id);
            if (before.isEmpty()) {
                return new Removal.Gone();
            }
            return before.get().state() == Invoice.State.DRAFT ? send(id) : new Removal.Stands(before.get());
        } catch (AccountingUnavailable e) {
            return new Removal.NotSent(e.problem(), e.after().orElse(null));
        }
    }

    private Removal send(InvoiceId id) {
        return switch (Reply.of(connection.send(BillyRequest.delete("invoices", id.value())))) {
            case Reply.NotSent(Problem problem, var after) -> new Removal.NotSent(problem, after);
            case Reply.Done done ->
                seen(id, new Problem(Problem.Code.ODD_ANSWER, "deleted by its own account, but still there"), false);
            case Reply.Unknown(Problem problem) -> seen(id, problem, false);
            case Reply.Refused refused -> seen(id, refused.problem(), true);
        };
    }

    /** What stands there after the call: approved in the meantime is an answer too. */
    private Removal seen(InvoiceId id, Problem problem, boolean refused) {
        try {
            Optional<Invoice> after = finder.one(id);
            if (after.isEmpty()) {
                return new Removal.Gone();
            }
            if (after.get().state() != Invoice.State.DRAFT) {
                return new Removal.Stands(after.get());
            }
            return refused ? new Removal.Refused(problem) : new Removal.Unknown(problem);
        } catch (AccountingUnavailable e) {
            return new Removal.Unknown(e.problem());
        }
    }
}
