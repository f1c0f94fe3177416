package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Change;
import org.jspecify.annotations.Nullable;

/** Products, from which lines take account and VAT. */
final class ProductResource extends Resource {

    ProductResource() {
        super(Product.SCHEMA, Verb.ALL);
    }

    @Override
    @Behaviour(
            value = "A product without accountId posts on the organization's default sales account",
            known = Known.GUESSED,
            where = "6.4")
    @Behaviour(
            value = "A product cannot be put on an archived account: INVALID_RECORD",
            known = Known.GUESSED,
            where = "6.5")
    protected void prepare(Change change, RowBuilder row, @Nullable Row before) {
        row.fill(Product.ACCOUNT_ID, change.organization().get(Organization.DEFAULT_SALES_ACCOUNT_ID))
                .fill(Product.DESCRIPTION, "");
        Row account = change.find(Account.SCHEMA, row.get(Product.ACCOUNT_ID));
        boolean chosenNow = before == null || row.gave(Product.ACCOUNT_ID);
        if (chosenNow && account != null && account.is(Account.IS_ARCHIVED)) {
            Problems problems = new Problems(Product.SCHEMA.singular());
            problems.add(Product.ACCOUNT_ID, "is an archived account", "er en arkiveret konto");
            problems.refuseIfAny();
        }
    }

    @Override
    @Behaviour(
            value = "A product that stands on an invoice cannot be deleted: 422",
            known = Known.GUESSED,
            where = "6.4")
    protected void forget(Change change, Row row) {
        if (change.anyHaving(InvoiceLine.SCHEMA, InvoiceLine.PRODUCT_ID, row.id()) != null) {
            throw Refusal.rule(
                    "A product that stands on an invoice cannot be deleted; archive it.",
                    "Et produkt, der står på en faktura, kan ikke slettes; arkivér det.");
        }
    }
}
