package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Change;
import org.jspecify.annotations.Nullable;

/** The chart of accounts. */
final class AccountResource extends Resource {

    AccountResource() {
        super(Account.SCHEMA, Verb.ALL);
    }

    @Override
    @Behaviour(
            value = "An account takes the nature of its group when it names none",
            known = Known.GUESSED,
            where = "6.5")
    @Behaviour(value = "Two accounts cannot have the same number: INVALID_RECORD", known = Known.GUESSED, where = "6.5")
    protected void prepare(Change change, RowBuilder row, @Nullable Row before) {
        Row group = change.find(AccountGroup.SCHEMA, row.get(Account.GROUP_ID));
        if (group != null) {
            row.fill(Account.NATURE_ID, group.get(AccountGroup.NATURE_ID));
        }
        row.fill(Account.CREATED_TIME, change.now()).set(Account.UPDATED_TIME, change.now());
        if (row.gave(Account.ACCOUNT_NO) && row.has(Account.ACCOUNT_NO)) {
            refuseTaken(change, row);
        }
    }

    private static void refuseTaken(Change change, RowBuilder row) {
        for (Row other : change.all(Account.SCHEMA)) {
            if (!other.id().equals(row.id()) && row.need(Account.ACCOUNT_NO).equals(other.get(Account.ACCOUNT_NO))) {
                Problems problems = new Problems(Account.SCHEMA.singular());
                problems.add(Account.ACCOUNT_NO, "is already in use", "er allerede brugt");
                problems.refuseIfAny();
            }
        }
    }

    @Override
    @Behaviour(
            value = "An account with a system role, a product or postings cannot be deleted: 422",
            known = Known.GUESSED,
            where = "6.5")
    protected void forget(Change change, Row row) {
        boolean used = row.has(Account.SYSTEM_ROLE)
                || change.all(Product.SCHEMA).stream().anyMatch(product -> product.is(Product.ACCOUNT_ID, row.id()))
                || change.all(Posting.SCHEMA).stream().anyMatch(posting -> posting.is(Posting.ACCOUNT_ID, row.id()));
        if (used) {
            throw Refusal.rule(
                    "An account that is in use cannot be deleted; archive it.",
                    "En konto, der er i brug, kan ikke slettes; arkivér den.");
        }
    }
}
