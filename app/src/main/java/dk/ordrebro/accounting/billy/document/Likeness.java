package dk.ordrebro.accounting.billy.document;

import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.accounting.billy.answer.BillyAssumption;
import dk.ordrebro.accounting.billy.answer.BillyInvoice;
import java.math.BigDecimal;

/** Whether a row of Billy's is the document we mean. A voided one is none. */
final class Likeness {

    private Likeness() {}

    static boolean carries(BillyInvoice invoice, Reference reference) {
        return reference.value().equals(invoice.externalId()) && !isVoided(invoice);
    }

    /** All that can be compared when Billy has no reference on it. */
    static boolean isWithoutReference(BillyInvoice invoice, InvoiceDraft draft) {
        return (invoice.externalId() == null || invoice.externalId().isBlank())
                && !isVoided(invoice)
                && isCreditNote(invoice) == (draft.type() == DocumentType.CREDIT_NOTE)
                && InvoiceBody.orderNo(draft).equals(invoice.orderNo())
                && draft.date().equals(invoice.entryDate())
                && draft.currency().getCode().equals(invoice.currencyId())
                && hasGross(invoice, draft.expected().gross().getAmount());
    }

    private static boolean hasGross(BillyInvoice invoice, BigDecimal gross) {
        return invoice.amount() != null
                && invoice.tax() != null
                && Math.abs((long) invoice.amount().scale()) < 20
                && Math.abs((long) invoice.tax().scale()) < 20
                && invoice.amount().add(invoice.tax()).compareTo(gross) == 0;
    }

    private static boolean isCreditNote(BillyInvoice invoice) {
        return BillyAssumption.CREDIT_NOTE.equals(invoice.type())
                || BillyAssumption.CREDIT_NOTE_OF_OLD.equals(invoice.type());
    }

    private static boolean isVoided(BillyInvoice invoice) {
        return "voided".equals(invoice.state());
    }
}
