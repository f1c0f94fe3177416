package dk.ordrebro.simulation;

import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.accounting.Removal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** An adapter with the planted mistake, if it is one of its own. */
final class MistakenSystem implements AccountingSystem {

    private final AccountingSystem right;
    private final Map<InvoiceId, Invoice> made;

    MistakenSystem(AccountingSystem right, Map<InvoiceId, Invoice> made) {
        this.right = right;
        this.made = made;
    }

    static Map<InvoiceId, Invoice> memory() {
        return new ConcurrentHashMap<>();
    }

    @Override
    public ChartOfAccounts chart() {
        return right.chart();
    }

    @Override
    public ChartOfAccounts refreshChart() {
        return right.refreshChart();
    }

    @Override
    public Outcome create(InvoiceDraft draft) {
        Outcome outcome = right.create(draft);
        if (Mistake.SEND_AGAIN_BLINDLY.isPlanted() && outcome instanceof Outcome.Unknown) {
            outcome = right.create(draft);
        }
        if (Mistake.CREDIT_TWICE.isPlanted() && draft.type() == DocumentType.CREDIT_NOTE) {
            right.create(draft);
        }
        if (outcome instanceof Outcome.Accepted(var invoice)) {
            made.put(invoice.id(), invoice);
            boolean unasked =
                    Mistake.APPROVE_UNASKED.isPlanted() && draft.lines().size() > 2;
            if (Mistake.APPROVE_BEFORE_THE_CHECK.isPlanted() || unasked) {
                right.approve(invoice.id());
            }
        }
        return outcome;
    }

    @Override
    public Outcome approve(InvoiceId id) {
        return right.approve(id);
    }

    @Override
    public Removal delete(InvoiceId draft) {
        return Mistake.UNDO_WITHOUT_DELETING.isPlanted() ? new Removal.Gone() : right.delete(draft);
    }

    @Override
    public Lookup read(InvoiceId id) {
        Invoice known = made.get(id);
        return Mistake.TAKE_DELETED_FOR_THERE.isPlanted() && known != null ? new Lookup.Found(known) : right.read(id);
    }

    @Override
    public Lookup find(Reference reference) {
        return Mistake.SKIP_THE_LOOKUP.isPlanted() ? new Lookup.Absent() : right.find(reference);
    }

    @Override
    public Lookup find(InvoiceDraft draft) {
        return Mistake.SKIP_THE_LOOKUP.isPlanted() ? new Lookup.Absent() : right.find(draft);
    }

    @Override
    public void invoices(LocalDate from, LocalDate through, Consumer<Invoice> each) {
        right.invoices(from, through, each);
    }

    @Override
    public Optional<URI> page(InvoiceId id) {
        return right.page(id);
    }

    @Override
    public long calls() {
        return right.calls();
    }
}
