package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Change;
import tools.jackson.databind.JsonNode;

/** Sends invoices by e-mail, as far as the outbox. */
public final class Outbox {

    private Outbox() {}

    @Behaviour(
            value =
                    "POST /invoices/{id}/emails wants contactPersonId, emailSubject and emailBody; the recipient is the contact person's address",
            known = Known.DOCUMENTED,
            where = "11")
    @Behaviour(
            value = "It answers with the invoice, whose sentState is sent",
            known = Known.GUESSED,
            where = "14",
            question = 22)
    @Behaviour(
            value = "A draft, or a contact person of somebody else or without an address, is refused",
            known = Known.GUESSED,
            where = "11")
    public static void send(Change change, String invoiceId, JsonNode body) {
        Row invoice = change.find(Invoice.SCHEMA, invoiceId);
        if (invoice == null) {
            throw Refusal.notFound(Invoice.SCHEMA.singular(), invoiceId);
        }
        if (!invoice.is(Invoice.STATE, Invoice.APPROVED)) {
            throw Refusal.rule("Only an approved invoice can be sent.", "Kun en godkendt faktura kan sendes.");
        }
        RowBuilder email = RowBuilder.of(SentEmail.SCHEMA, change.newId())
                .set(SentEmail.INVOICE_ID, invoiceId)
                .set(SentEmail.CREATED_TIME, change.now());
        Problems problems = new Problems("email");
        RowChecks.read(email, body, null, problems);
        RowChecks.check(change, email, null, problems);
        Row person = change.find(ContactPerson.SCHEMA, email.get(SentEmail.CONTACT_PERSON_ID));
        if (person != null && !reachable(person, invoice)) {
            problems.add(SentEmail.CONTACT_PERSON_ID, "has no e-mail address here", "har ingen e-mailadresse her");
        }
        problems.refuseIfAny();
        change.put(email.set(SentEmail.RECIPIENT, person == null ? null : person.get(ContactPerson.EMAIL))
                .build());
        change.put(invoice.change().set(Invoice.SENT_STATE, "sent").build());
    }

    private static boolean reachable(Row person, Row invoice) {
        return person.need(ContactPerson.CONTACT_ID).equals(invoice.get(Invoice.CONTACT_ID))
                && !person.get(ContactPerson.EMAIL, "").isBlank();
    }
}
