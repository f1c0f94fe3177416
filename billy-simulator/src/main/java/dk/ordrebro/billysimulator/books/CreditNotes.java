package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.refusal.Text;
import dk.ordrebro.billysimulator.store.Change;
import dk.ordrebro.billysimulator.store.Reading;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an approved credit note does to the invoice it was made from. */
final class CreditNotes {

    private CreditNotes() {}

    /** Takes the one word for a credit note that the company knows, and refuses the other. */
    static void readType(Change change, RowBuilder row) {
        boolean old = Switch.OLD_CREDIT_NOTE_WORD.isOn(change.organization());
        String type = row.get(Invoice.TYPE);
        if ((old ? Invoice.CREDIT_NOTE : Invoice.OLD_CREDIT_NOTE).equals(type)) {
            throw Refusal.record(
                    Invoice.SCHEMA.singular(),
                    new Text("type " + type + " is not known.", "type " + type + " kendes ikke."));
        }
        if (Invoice.OLD_CREDIT_NOTE.equals(type)) {
            row.set(Invoice.TYPE, Invoice.CREDIT_NOTE);
        }
    }

    static @Nullable String shownType(Reading books, Row invoice) {
        return invoice.is(Invoice.TYPE, Invoice.CREDIT_NOTE) && Switch.OLD_CREDIT_NOTE_WORD.isOn(books.organization())
                ? Invoice.OLD_CREDIT_NOTE
                : null;
    }

    @Behaviour(
            value = "A credit note has the contact and currency of the invoice it credits, which must be approved",
            known = Known.GUESSED,
            where = "10")
    static void check(Change change, RowBuilder note) {
        Row credited = change.find(Invoice.SCHEMA, note.get(Invoice.CREDITED_INVOICE_ID));
        if (credited == null) {
            return;
        }
        if (!Invoice.CREDIT_NOTE.equals(note.get(Invoice.TYPE)) || credited.is(Invoice.TYPE, Invoice.CREDIT_NOTE)) {
            throw wrong(
                    "must be an invoice, credited by a credit note",
                    "skal være en faktura, krediteret af en kreditnota");
        }
        if (!credited.need(Invoice.CONTACT_ID).equals(note.get(Invoice.CONTACT_ID))
                || !credited.need(Invoice.CURRENCY_ID).equals(note.get(Invoice.CURRENCY_ID))) {
            throw wrong("must have the same contact and currency", "skal have samme kontakt og valuta");
        }
        if (!credited.is(Invoice.STATE, Invoice.APPROVED)) {
            throw Refusal.rule("Only an approved invoice can be credited.", "Kun en godkendt faktura kan krediteres.");
        }
    }

    private static Refusal wrong(String english, String danish) {
        return Refusal.record(
                Invoice.SCHEMA.singular(),
                new Text("creditedInvoiceId " + english + ".", "creditedInvoiceId " + danish + "."));
    }

    @Behaviour(
            value =
                    "A linked credit note reduces the invoice's balance by what is open, by a balanceModifier invoice:{creditNoteId}; the rest stays on the credit note",
            known = Known.GUESSED,
            where = "10",
            question = 9)
    static void settle(Change change, Row note) {
        Row credited = change.find(Invoice.SCHEMA, note.get(Invoice.CREDITED_INVOICE_ID));
        if (credited == null || Switch.CREDIT_LEAVES_BALANCE.isOn(change.organization())) {
            return;
        }
        BigDecimal applied = credited.need(Invoice.BALANCE).min(note.need(Invoice.BALANCE));
        if (applied.signum() > 0) {
            Balances.reduce(change, note, credited, applied);
            Balances.reduce(change, credited, Objects.requireNonNull(change.find(Invoice.SCHEMA, note.id())), applied);
        }
    }
}
