package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Change;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reminders about unpaid invoices. They can be made, and that is all. */
final class InvoiceReminderResource extends Resource {

    private static final String SUBJECT = "subjectReference";

    InvoiceReminderResource() {
        super(InvoiceReminder.SCHEMA, EnumSet.of(Verb.CREATE));
    }

    @Override
    protected void prepare(Change change, RowBuilder row, @Nullable Row before) {
        row.set(InvoiceReminder.CREATED_TIME, change.now());
    }

    @Override
    @Behaviour(
            value =
                    "A reminder names unpaid approved invoices of its contact, puts its fee on each as an invoiceLateFee that touches neither balance nor ledger, and mails when told to",
            known = Known.GUESSED,
            where = "6.11")
    protected void settle(Change change, Row row, @Nullable Row before) {
        for (Row invoice : invoices(change, row)) {
            if (row.has(InvoiceReminder.FLAT_FEE) || row.has(InvoiceReminder.PERCENTAGE_FEE)) {
                change.put(RowBuilder.of(InvoiceLateFee.SCHEMA, change.newId())
                        .set(InvoiceLateFee.INVOICE_ID, invoice.id())
                        .set(InvoiceLateFee.CREATED_TIME, change.now())
                        .set(InvoiceLateFee.FLAT_FEE, row.get(InvoiceReminder.FLAT_FEE))
                        .set(InvoiceLateFee.PERCENTAGE_FEE, row.get(InvoiceReminder.PERCENTAGE_FEE))
                        .set(InvoiceLateFee.IS_VOIDED, false)
                        .build());
            }
            if (row.is(InvoiceReminder.SEND_EMAIL)) {
                mail(change, row, invoice);
            }
        }
    }

    private static List<Row> invoices(Change change, Row reminder) {
        JsonNode associations = reminder.get(InvoiceReminder.ASSOCIATIONS);
        List<Row> invoices = new ArrayList<>();
        if (associations != null && associations.isArray()) {
            for (JsonNode association : associations) {
                invoices.add(invoice(change, reminder, association.path(SUBJECT).asString("")));
            }
        }
        if (invoices.isEmpty()) {
            throw Refusal.rule("A reminder names at least one invoice.", "En rykker nævner mindst en faktura.");
        }
        return invoices;
    }

    private static Row invoice(Change change, Row reminder, String reference) {
        Row invoice = reference.startsWith("invoice:")
                ? change.find(Invoice.SCHEMA, reference.substring("invoice:".length()))
                : null;
        if (invoice == null || !isOpen(invoice, reminder)) {
            throw Refusal.rule(
                    "Only an unpaid approved invoice of the contact can be reminded of.",
                    "Der kan kun rykkes for kontaktens egne godkendte, ubetalte fakturaer.");
        }
        return invoice;
    }

    private static boolean isOpen(Row invoice, Row reminder) {
        return invoice.is(Invoice.STATE, Invoice.APPROVED)
                && !invoice.is(Invoice.IS_PAID)
                && invoice.need(Invoice.CONTACT_ID).equals(reminder.get(InvoiceReminder.CONTACT_ID));
    }

    private static void mail(Change change, Row reminder, Row invoice) {
        Row person = change.find(ContactPerson.SCHEMA, reminder.get(InvoiceReminder.CONTACT_PERSON_ID));
        if (person == null || person.get(ContactPerson.EMAIL, "").isBlank()) {
            throw Refusal.rule("The contact person has no e-mail address.", "Kontaktpersonen har ingen e-mailadresse.");
        }
        change.put(RowBuilder.of(SentEmail.SCHEMA, change.newId())
                .set(SentEmail.INVOICE_ID, invoice.id())
                .set(SentEmail.CREATED_TIME, change.now())
                .set(SentEmail.CONTACT_PERSON_ID, person.id())
                .set(SentEmail.RECIPIENT, person.get(ContactPerson.EMAIL))
                .set(SentEmail.EMAIL_SUBJECT, reminder.get(InvoiceReminder.EMAIL_SUBJECT, ""))
                .set(SentEmail.EMAIL_BODY, reminder.get(InvoiceReminder.EMAIL_BODY, ""))
                .build());
    }
}
