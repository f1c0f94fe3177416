package dk.ordrebro.accounting.arithmetic;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.integration.AccountingIntegrationId;
import java.util.List;

/** Which way of adding up each company's ledger follows, learnt from its answers. */
public interface LedgerArithmetics {

    /** What is known by now. */
    ArithmeticKnown of(CompanyId company, AccountingIntegrationId accounting);

    /**
     * Learns from documents that stand as they were intended. A VAT that only some rules give rules the others out; one that no rule still
     * possible gives starts the learning anew, and that is told in the trail. A VAT that no rule gives teaches nothing.
     * Inside the caller's transaction.
     */
    void learn(CompanyId company, AccountingIntegrationId accounting, List<Answered> answers);

    /** A document as it was intended and as the program answered it; their gross is the same. */
    record Answered(InvoiceDraft draft, Invoice invoice) {}
}
