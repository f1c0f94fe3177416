package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.refusal.Text;
import dk.ordrebro.billysimulator.store.Change;

/** Numbers invoices and credit notes from one series. */
final class Numbering {

    private Numbering() {}

    @Behaviour(
            value = "Approval takes organization.nextInvoiceNo, as a string, and moves it on by one",
            known = Known.REPORTED,
            where = "7",
            question = 4)
    @Behaviour(value = "Credit notes are numbered from the same series", known = Known.GUESSED, where = "10")
    @Behaviour(
            value = "A number that a client has used already is passed over",
            known = Known.GUESSED,
            where = "14",
            question = 4)
    static String next(Change change) {
        Row organization = change.organization();
        refuseManual(organization);
        int number = organization.get(Organization.NEXT_INVOICE_NO, 1);
        while (taken(change, Integer.toString(number))) {
            number++;
        }
        change.put(organization
                .change()
                .set(Organization.NEXT_INVOICE_NO, number + 1)
                .build());
        return Integer.toString(number);
    }

    @Behaviour(
            value = "With manual numbering an invoice without invoiceNo is refused with a 422 about invoiceNo",
            known = Known.REPORTED,
            where = "14",
            question = 10)
    static void refuseManual(Row organization) {
        if (organization.is(Organization.INVOICE_NO_MODE, "manual")) {
            throw Refusal.rule(
                    "invoiceNo is required, because the invoice numbering of this organization is manual.",
                    "invoiceNo skal udfyldes, fordi firmaet nummererer fakturaer manuelt.");
        }
    }

    @Behaviour(value = "An invoiceNo in use: INVALID_RECORD", known = Known.GUESSED, where = "14", question = 4)
    static void refuseTaken(Change change, String number) {
        if (taken(change, number)) {
            throw Refusal.record(
                    Invoice.SCHEMA.singular(),
                    new Text(
                            "invoiceNo " + number + " is already in use.",
                            "invoiceNo " + number + " er allerede brugt."));
        }
    }

    private static boolean taken(Change change, String number) {
        return change.anyHaving(Invoice.SCHEMA, Invoice.INVOICE_NO, number) != null;
    }
}
