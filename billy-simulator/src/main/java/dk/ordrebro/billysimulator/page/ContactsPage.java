package dk.ordrebro.billysimulator.page;

import dk.ordrebro.billysimulator.books.Contact;
import dk.ordrebro.billysimulator.books.ContactPerson;
import dk.ordrebro.billysimulator.record.Row;
import java.util.stream.Collectors;

/** Customers and suppliers in the order in which they were made, newest first. */
final class ContactsPage {

    private ContactsPage() {}

    static void show(Html html, View view) {
        var table = view.company().table(Contact.SCHEMA);
        Grid grid = new Grid(
                view.say("name"),
                view.say("contactNo"),
                view.say("kind"),
                view.say("country"),
                view.say("registrationNo"),
                view.say("persons"));
        for (Row contact : table.page((long) (view.page() - 1) * View.ROWS, View.ROWS, true)) {
            grid.cell(contact.get(Contact.NAME))
                    .cell(contact.get(Contact.CONTACT_NO))
                    .cell(view.say("kind." + contact.get(Contact.TYPE, Contact.COMPANY)))
                    .cell(contact.get(Contact.COUNTRY_ID))
                    .cell(contact.get(Contact.REGISTRATION_NO))
                    .cell(persons(view, contact))
                    .endRow();
        }
        grid.write(html, view.say("contacts.none"));
        Layout.paging(html, view, "contacts", table.size());
    }

    private static String persons(View view, Row contact) {
        return view.company().having(ContactPerson.SCHEMA, ContactPerson.CONTACT_ID, contact.id()).stream()
                .map(person -> (person.get(ContactPerson.NAME, "") + " " + person.get(ContactPerson.EMAIL, "")).strip())
                .collect(Collectors.joining(", "));
    }
}
