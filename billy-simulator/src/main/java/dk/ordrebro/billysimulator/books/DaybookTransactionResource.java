package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.refusal.Text;
import dk.ordrebro.billysimulator.store.Change;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Daybook entries, the way to the ledger without invoices. */
final class DaybookTransactionResource extends Resource {

    private static final int LONGEST_DESCRIPTION = 100;

    DaybookTransactionResource() {
        super(DaybookTransaction.SCHEMA, Verb.ALL);
    }

    @Override
    @Behaviour(
            value = "A description of more than 100 characters is refused",
            known = Known.REPORTED,
            where = "14",
            question = 18)
    @Behaviour(value = "An approved entry takes no change: 422", known = Known.GUESSED, where = "6.11")
    protected void prepare(Change change, RowBuilder row, @Nullable Row before) {
        if (before != null && !before.is(DaybookTransaction.STATE, Invoice.DRAFT)) {
            throw Refusal.rule("An approved entry stays as it is.", "En godkendt postering forbliver, som den er.");
        }
        row.fill(DaybookTransaction.STATE, Invoice.DRAFT).fill(DaybookTransaction.CREATED_TIME, change.now());
        String description = row.get(DaybookTransaction.DESCRIPTION);
        if (description != null && description.length() > LONGEST_DESCRIPTION) {
            Problems problems = new Problems(DaybookTransaction.SCHEMA.singular());
            problems.add(DaybookTransaction.DESCRIPTION, "is too long", "er for lang");
            problems.refuseIfAny();
        }
        if (row.has(DaybookTransaction.ENTRY_DATE)) {
            LockedPeriod.refuse(change, row.need(DaybookTransaction.ENTRY_DATE));
        }
    }

    @Override
    protected void settle(Change change, Row row, @Nullable Row before) {
        List<Row> lines =
                change.having(DaybookTransactionLine.SCHEMA, DaybookTransactionLine.DAYBOOK_TRANSACTION_ID, row.id());
        if (lines.isEmpty()) {
            throw Refusal.record(row.schema().singular(), new Text("lines is required.", "lines skal udfyldes."));
        }
        if (row.is(DaybookTransaction.STATE, Invoice.APPROVED)) {
            post(change, row, lines);
        }
    }

    @Behaviour(value = "Lines that do not balance are refused with 422 OTHER", known = Known.REPORTED, where = "4")
    @Behaviour(
            value = "Approval posts each line and its contra account; a line's tax is within its amount",
            known = Known.GUESSED,
            where = "6.11")
    private static void post(Change change, Row entry, List<Row> lines) {
        Voucher voucher = new Voucher(change);
        for (Row line : lines) {
            BigDecimal amount = LineAmount.rounded(line.need(DaybookTransactionLine.AMOUNT));
            BigDecimal signed = line.is(DaybookTransactionLine.SIDE, Posting.DEBIT) ? amount : amount.negate();
            BigDecimal tax = tax(change, line, signed);
            voucher.debit(line.need(DaybookTransactionLine.ACCOUNT_ID), signed.subtract(tax));
            if (tax.signum() != 0) {
                voucher.debit(Voucher.accountWithRole(change, Account.SALES_TAX), tax);
            }
            String contra = line.get(DaybookTransactionLine.CONTRA_ACCOUNT_ID);
            if (contra != null) {
                voucher.credit(contra, signed);
            }
        }
        if (voucher.surplus().signum() != 0) {
            throw Refusal.rule("The lines do not balance.", "Linjerne balancerer ikke.");
        }
        voucher.write(
                entry.need(DaybookTransaction.ENTRY_DATE),
                "daybookTransaction:" + entry.id(),
                entry.get(DaybookTransaction.DESCRIPTION, "Kassekladde"),
                entry.get(DaybookTransaction.VOUCHER_NO));
    }

    private static BigDecimal tax(Change change, Row line, BigDecimal signed) {
        Row rate = change.find(TaxRate.SCHEMA, line.get(DaybookTransactionLine.TAX_RATE_ID));
        return LineAmount.tax(true, LineAmount.rounded(signed), Rates.fraction(rate))
                .rounded(2);
    }

    @Override
    protected void forget(Change change, Row row) {
        if (!row.is(DaybookTransaction.STATE, Invoice.DRAFT)) {
            throw Refusal.rule("Only a draft can be deleted.", "Kun en kladde kan slettes.");
        }
    }
}
