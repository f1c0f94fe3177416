package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers and suppliers. */
final class ContactResource extends Resource {

    private static final int ACCESS_CODE_LENGTH = 16;

    private static final List<Field<String>> NEVER_NULL = List.of(
            Contact.STREET,
            Contact.CITY_TEXT,
            Contact.STATE_TEXT,
            Contact.ZIPCODE_TEXT,
            Contact.CONTACT_NO,
            Contact.PHONE,
            Contact.FAX,
            Contact.REGISTRATION_NO,
            Contact.EAN);

    ContactResource() {
        super(Contact.SCHEMA, Verb.ALL);
    }

    @Override
    @Behaviour(value = "A contact is a company unless it says person", known = Known.DOCUMENTED, where = "6.3")
    @Behaviour(value = "Unset texts of a contact are empty strings, not null", known = Known.RECORDED, where = "6.3")
    @Behaviour(value = "A new contact's attachments are delivered as links", known = Known.RECORDED, where = "6.3")
    protected void prepare(Change change, RowBuilder row, @Nullable Row before) {
        row.fill(Contact.TYPE, Contact.COMPANY).fill(Contact.EMAIL_ATTACHMENT_DELIVERY_MODE, "link");
        NEVER_NULL.forEach(field -> row.fill(field, ""));
        if (before == null) {
            row.set(Contact.CREATED_TIME, change.now())
                    .fill(Contact.ACCESS_CODE, change.newId().substring(0, ACCESS_CODE_LENGTH));
        }
    }

    @Override
    @Behaviour(
            value = "A contact with invoices cannot be deleted: 422",
            known = Known.GUESSED,
            where = "14",
            question = 17)
    protected void forget(Change change, Row row) {
        if (!Switch.DELETE_CONTACTS_IN_USE.isOn(change.organization())
                && change.anyHaving(Invoice.SCHEMA, Invoice.CONTACT_ID, row.id()) != null) {
            throw Refusal.rule(
                    "A contact with invoices cannot be deleted; archive it.",
                    "En kontakt med fakturaer kan ikke slettes; arkivér den.");
        }
    }
}
