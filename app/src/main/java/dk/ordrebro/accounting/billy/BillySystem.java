package dk.ordrebro.accounting.billy;

import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.accounting.Removal;
import dk.ordrebro.accounting.billy.document.Approval;
import dk.ordrebro.accounting.billy.document.Deletion;
import dk.ordrebro.accounting.billy.document.DraftMaker;
import dk.ordrebro.accounting.billy.document.InvoiceFinder;
import dk.ordrebro.accounting.billy.document.InvoiceList;
import dk.ordrebro.accounting.billy.ledger.CurrentLedger;
import dk.ordrebro.accounting.billy.ledger.Ledger;
import dk.ordrebro.accounting.billy.wire.BillyConnection;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** One company in Billy. */
final class BillySystem implements AccountingSystem {

    private final BillyConnection connection;
    private final CurrentLedger ledgers;
    private final DraftMaker drafts;
    private final Approval approval;
    private final Deletion deletion;
    private final InvoiceFinder finder;
    private final InvoiceList list;

    BillySystem(
            BillyConnection connection,
            CurrentLedger ledgers,
            DraftMaker drafts,
            Approval approval,
            Deletion deletion,
            InvoiceFinder finder,
            InvoiceList list) {
        this.connection = connection;
        this.ledgers = ledgers;
        this.drafts = drafts;
        this.approval = approval;
        this.deletion = deletion;
        this.finder = finder;
        this.list = list;
    }

    @Override
    public ChartOfAccounts chart() {
        return ledgers.get().chart();
    }

    @Override
    public ChartOfAccounts refreshChart() {
        return ledgers.renew().chart();
    }

    @Override
    public Outcome create(InvoiceDraft draft) {
        return drafts.create(draft);
    }

    @Override
    public Outcome approve(InvoiceId id) {
        return approval.approve(id);
    }

    @Override
    public Removal delete(InvoiceId draft) {
        return deletion.delete(draft);
    }

    @Override
    public Lookup read(InvoiceId id) {
        return finder.read(id);
    }

    @Override
    public Lookup find(Reference reference) {
        return finder.find(reference);
    }

    @Override
    public Lookup find(InvoiceDraft draft) {
        return finder.find(draft);
    }

    @Override
    public void invoices(LocalDate from, LocalDate through, Consumer<Invoice> each) {
        list.each(from, through, each);
    }

    @Override
    public Optional<URI> page(InvoiceId id) {
        return ledgers.known()
                .map(Ledger::pages)
                .filter(pages -> !pages.isEmpty() && id.value().matches("[A-Za-z0-9_-]+"))
                .map(pages -> URI.create(pages + "/invoices/" + id.value()));
    }

    @Override
    public long calls() {
        return connection.calls();
    }
}
