package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Change;

/** Turns a draft into a numbered, posted invoice or credit note. There is no way back. */
final class Approval {

    private Approval() {}

    static void approve(Change change, Row draft) {
        LockedPeriod.refuse(change, draft.need(Invoice.ENTRY_DATE));
        refuseNegative(draft);
        InvoiceLineResource.refuseArchivedAccounts(change, draft);
        String number = draft.has(Invoice.INVOICE_NO) ? draft.need(Invoice.INVOICE_NO) : Numbering.next(change);
        Row approved = draft.change()
                .set(Invoice.STATE, Invoice.APPROVED)
                .set(Invoice.APPROVED_TIME, change.now())
                .set(Invoice.INVOICE_NO, number)
                .set(Invoice.IS_PAID, draft.need(Invoice.GROSS_AMOUNT).signum() == 0)
                .build();
        change.put(approved);
        InvoiceLedger.post(change, approved);
        CreditNotes.settle(change, approved);
    }

    @Behaviour(value = "An invoice below zero cannot be approved: 422", known = Known.GUESSED, where = "8")
    private static void refuseNegative(Row draft) {
        if (draft.need(Invoice.GROSS_AMOUNT).signum() < 0) {
            throw Refusal.rule(
                    "An invoice with a negative total cannot be approved; use a credit note.",
                    "En faktura med negativ total kan ikke godkendes; brug en kreditnota.");
        }
    }
}
