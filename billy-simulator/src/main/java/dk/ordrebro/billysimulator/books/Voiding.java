package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.store.Change;
import java.util.NoSuchElementException;

/** Takes back what a payment or an invoice did to the books, leaving its traces. */
public final class Voiding {

    private Voiding() {}

    /** Voids an approved invoice, as a person can in the web app; the API refuses to. */
    @Behaviour(value = "A voided invoice keeps its balance, and is not paid", known = Known.REPORTED, where = "7")
    public static void voidInvoice(Change change, String invoiceId) {
        Row invoice = change.find(Invoice.SCHEMA, invoiceId);
        if (invoice == null || !invoice.is(Invoice.STATE, Invoice.APPROVED)) {
            throw new NoSuchElementException("no approved invoice " + invoiceId);
        }
        undoInvoice(change, invoice);
    }

    /** Takes an approved invoice out of the ledger and leaves it there as voided. */
    static void undoInvoice(Change change, Row invoice) {
        change.put(invoice.change()
                .set(Invoice.STATE, Invoice.VOIDED)
                .set(Invoice.IS_PAID, false)
                .build());
        undo(change, "invoice:" + invoice.id());
    }

    @Behaviour(
            value = "Voiding marks the transaction isVoided and writes a reversed one that is isVoid",
            known = Known.GUESSED,
            where = "6.11")
    static void undo(Change change, String reference) {
        for (Row modifier : change.having(BalanceModifier.SCHEMA, BalanceModifier.MODIFIER_REFERENCE, reference)) {
            change.put(modifier.change().set(BalanceModifier.IS_VOIDED, true).build());
            String subject = modifier.need(BalanceModifier.SUBJECT_REFERENCE);
            Row invoice = change.find(Invoice.SCHEMA, subject.substring(subject.indexOf(':') + 1));
            if (invoice != null) {
                Balances.move(
                        change, invoice, modifier.need(BalanceModifier.AMOUNT).negate());
            }
        }
        for (Row kept :
                change.having(ContactBalancePosting.SCHEMA, ContactBalancePosting.MODIFIER_REFERENCE, reference)) {
            change.put(kept.change().set(ContactBalancePosting.IS_VOIDED, true).build());
        }
        for (Row transaction : change.having(Transaction.SCHEMA, Transaction.ORIGINATOR_REFERENCE, reference)) {
            reverse(change, transaction);
        }
    }

    private static void reverse(Change change, Row transaction) {
        Voucher reversed = new Voucher(change);
        for (Row posting : change.having(Posting.SCHEMA, Posting.TRANSACTION_ID, transaction.id())) {
            change.put(posting.change().set(Posting.IS_VOIDED, true).build());
            if (posting.is(Posting.SIDE, Posting.DEBIT)) {
                reversed.credit(posting.need(Posting.ACCOUNT_ID), posting.need(Posting.AMOUNT));
            } else {
                reversed.debit(posting.need(Posting.ACCOUNT_ID), posting.need(Posting.AMOUNT));
            }
        }
        change.put(transaction.change().set(Transaction.IS_VOIDED, true).build());
        reversed.writeVoid(transaction);
    }
}
