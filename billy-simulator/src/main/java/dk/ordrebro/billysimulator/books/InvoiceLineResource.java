package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Change;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The lines of a draft, inside the invoice or through their own route. */
final class InvoiceLineResource extends Resource {

    private static final BigDecimal MOST_VALUE = new BigDecimal("1000000000000");

    InvoiceLineResource() {
        super(InvoiceLine.SCHEMA, Verb.ALL);
    }

    @Override
    @Behaviour(
            value = "A line's quantity is 1 when left out; its unit price is required",
            known = Known.DOCUMENTED,
            where = "6.2")
    @Behaviour(value = "Every line needs a product", known = Known.DOCUMENTED, where = "6.2")
    @Behaviour(
            value = "Negative quantities and prices are accepted; a company can be told to refuse them",
            known = Known.GUESSED,
            where = "8")
    @Behaviour(
            value = "A discountMode left out beside a discountValue is percent",
            known = Known.GUESSED,
            where = "6.2")
    protected void prepare(Change change, RowBuilder row, @Nullable Row before) {
        row.fill(InvoiceLine.QUANTITY, BigDecimal.ONE);
        if (row.has(InvoiceLine.DISCOUNT_VALUE)) {
            row.fill(InvoiceLine.DISCOUNT_MODE, InvoiceLine.PERCENT);
        }
        Problems problems = new Problems(InvoiceLine.SCHEMA.singular());
        boolean noNegatives = Switch.REFUSE_NEGATIVE_LINES.isOn(change.organization());
        refuseOutOfRange(row, InvoiceLine.QUANTITY, noNegatives, problems);
        refuseOutOfRange(row, InvoiceLine.UNIT_PRICE, noNegatives, problems);
        refuseOutOfRange(row, InvoiceLine.DISCOUNT_VALUE, noNegatives, problems);
        problems.refuseIfAny();
        Row invoice = change.find(Invoice.SCHEMA, row.get(InvoiceLine.INVOICE_ID));
        if (invoice != null) {
            refuseApproved(invoice);
        }
        Row product = change.find(Product.SCHEMA, row.get(InvoiceLine.PRODUCT_ID));
        if (product != null) {
            refuseArchivedAccount(change, product);
        }
    }

    private static void refuseOutOfRange(
            RowBuilder row, Field<BigDecimal> field, boolean noNegatives, Problems problems) {
        BigDecimal value = row.get(field);
        if (value != null && (value.abs().compareTo(MOST_VALUE) > 0 || (noNegatives && value.signum() < 0))) {
            problems.add(field, "is out of range", "er uden for det tilladte område");
        }
    }

    @Override
    protected void settle(Change change, Row row, @Nullable Row before) {
        Row invoice = change.find(Invoice.SCHEMA, row.get(InvoiceLine.INVOICE_ID));
        if (invoice != null) {
            InvoiceTotals.settle(change, invoice);
        }
    }

    @Override
    @Behaviour(value = "The last line of a draft cannot be deleted", known = Known.GUESSED, where = "6.2")
    protected void forget(Change change, Row row) {
        Row invoice = change.find(Invoice.SCHEMA, row.get(InvoiceLine.INVOICE_ID));
        if (invoice != null) {
            refuseApproved(invoice);
            change.delete(InvoiceLine.SCHEMA, row.id());
            InvoiceTotals.settle(change, invoice);
        }
    }

    @Behaviour(value = "The lines of an approved invoice are closed: 422", known = Known.DOCUMENTED, where = "6.2")
    private static void refuseApproved(Row invoice) {
        if (invoice.has(Invoice.APPROVED_TIME)) {
            throw Refusal.rule(
                    "The lines of an approved invoice cannot be changed.",
                    "Linjerne på en godkendt faktura kan ikke ændres.");
        }
    }

    /** Refuses to approve what would be posted on an archived account. */
    static void refuseArchivedAccounts(Change change, Row invoice) {
        for (Row line : InvoiceTotals.lines(change, invoice.id())) {
            Row product = change.find(Product.SCHEMA, line.get(InvoiceLine.PRODUCT_ID));
            if (product != null) {
                refuseArchivedAccount(change, product);
            }
        }
    }

    @Behaviour(
            value = "A line whose product posts on an archived account is refused with 422, in a draft and on approval",
            known = Known.GUESSED,
            where = "6.5")
    private static void refuseArchivedAccount(Change change, Row product) {
        Row account = change.find(Account.SCHEMA, product.get(Product.ACCOUNT_ID));
        if (account != null && account.is(Account.IS_ARCHIVED)) {
            Integer number = account.get(Account.ACCOUNT_NO);
            String name = (number == null ? "" : number + " ") + account.need(Account.NAME);
            throw Refusal.rule("The account " + name + " is archived.", "Kontoen " + name + " er arkiveret.");
        }
    }
}
