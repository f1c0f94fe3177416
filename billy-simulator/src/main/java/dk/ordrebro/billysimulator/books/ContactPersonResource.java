package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.refusal.Text;
import dk.ordrebro.billysimulator.store.Change;
import org.jspecify.annotations.Nullable;

/** The people behind a contact. */
final class ContactPersonResource extends Resource {

    ContactPersonResource() {
        super(ContactPerson.SCHEMA, Verb.ALL);
    }

    @Override
    @Behaviour(value = "A contact person needs a name or an e-mail address", known = Known.DOCUMENTED, where = "6.3")
    protected void prepare(Change change, RowBuilder row, @Nullable Row before) {
        if (blank(row.get(ContactPerson.NAME)) && blank(row.get(ContactPerson.EMAIL))) {
            Problems problems = new Problems(ContactPerson.SCHEMA.singular());
            problems.add("name or email", new Text("is required", "skal udfyldes"));
            problems.refuseIfAny();
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
