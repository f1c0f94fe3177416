package dk.ordrebro.accounting;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One company in the accounting program. Calls block; none is made inside a database transaction.
 * What the outside world did is a value. Only reading the chart and listing throw {@link AccountingUnavailable}, because without them there is nothing to decide.
 */
public interface AccountingSystem {

    /**
     * The chart as last read; reads it when there is none yet.
     *
     * @throws AccountingUnavailable when the program gives no usable answer
     */
    ChartOfAccounts chart();

    /**
     * Reads the chart anew.
     *
     * @throws AccountingUnavailable when the program gives no usable answer
     */
    ChartOfAccounts refreshChart();

    /**
     * Makes a draft. Asks once and never retries the write: only the caller knows whether asking again is safe.
     * Contacts and products the draft needs are found or made first; failing at that is {@link Outcome.NotSent} or {@link Outcome.Refused}.
     * A minute after the call nothing of it is under way any more: what has not left in time is not sent.
     */
    Outcome create(InvoiceDraft draft);

    /**
     * Approves a draft that was checked. Naturally repeatable: an approved invoice stays approved. Cannot be undone.
     * The accepted invoice comes without lines where the program's answer has none; they were checked before.
     */
    Outcome approve(InvoiceId id);

    /**
     * Takes a draft away, after reading that it is one: what is approved or void is never touched. Naturally repeatable: a draft that is gone
     * stays gone. Asks once.
     */
    Removal delete(InvoiceId draft);

    /** The invoice as it stands now, with lines. */
    Lookup read(InvoiceId id);

    /** The living (not voided) document that carries this reference, with lines. */
    Lookup find(Reference reference);

    /**
     * The living document made from this draft, with lines: the one that carries its reference or, should the program have lost the reference,
     * what agrees with the draft in order number, type, date, currency and gross, and then its {@link Invoice#reference()} is empty.
     * The way out of {@link Outcome.Unknown}.
     */
    Lookup find(InvoiceDraft draft);

    /**
     * Every document dated from one day through another, without lines, in no order.
     *
     * @throws AccountingUnavailable when the program gives no usable answer
     */
    void invoices(LocalDate from, LocalDate through, Consumer<Invoice> each);

    /** Where a person sees the document in the program's own pages, as far as that is known without asking. */
    Optional<URI> page(InvoiceId id);

    /** How many calls have been made through this object. */
    long calls();
}
