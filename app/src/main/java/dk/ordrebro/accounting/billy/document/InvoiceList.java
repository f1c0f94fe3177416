package dk.ordrebro.accounting.billy.document;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.billy.wire.BillyPages;
import dk.ordrebro.accounting.billy.wire.BillyRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Lists the documents of a span of days, a page in memory at a time. */
public final class InvoiceList {

    private final BillyPages pages;
    private final InvoiceTranslation translation;

    public InvoiceList(BillyPages pages, InvoiceTranslation translation) {
        this.pages = pages;
        this.translation = translation;
    }

    /**
     * Oldest first, so that what is made meanwhile comes at the end and shifts no page.
     *
     * @throws AccountingUnavailable when Billy gives no usable answer, or the list shrinks while it is read
     */
    public void each(LocalDate from, LocalDate through, Consumer<Invoice> each) {
        BillyRequest list = BillyRequest.get("invoices")
                .with("minEntryDate", from.toString())
                .with("maxEntryDate", through.toString())
                .with("sortProperty", "createdTime")
                .with("sortDirection", "ASC");
        pages.each(list, InvoiceFinder.INVOICES, row -> {
            Invoice invoice = translation.invoice(row, List.of());
            if (!invoice.date().isBefore(from) && !invoice.date().isAfter(through)) {
                each.accept(invoice);
            }
        });
    }
}
