package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.store.Change;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Posts an approved invoice or credit note. */
final class InvoiceLedger {

    private InvoiceLedger() {}

    @Behaviour(
            value =
                    "Approval posts debit receivables gross, credit the products' accounts net, credit sales tax; a credit note the other way round",
            known = Known.GUESSED,
            where = "15.5")
    static void post(Change change, Row invoice) {
        Map<String, BigDecimal> credits = new LinkedHashMap<>();
        for (Row line : InvoiceTotals.lines(change, invoice.id())) {
            addLine(change, invoice, line, credits);
        }
        Voucher voucher = new Voucher(change);
        boolean reversed = invoice.is(Invoice.TYPE, Invoice.CREDIT_NOTE);
        BigDecimal rate = invoice.need(Invoice.EXCHANGE_RATE);
        credits.forEach((account, amount) -> {
            BigDecimal base = LineAmount.rounded(amount.multiply(rate));
            voucher.credit(account, reversed ? base.negate() : base);
        });
        // the receivable takes what the others come to, so that rounding of a foreign currency never unbalances the
        // books
        voucher.credit(Voucher.accountWithRole(change, Account.RECEIVABLE), voucher.surplus());
        String number = invoice.need(Invoice.INVOICE_NO);
        voucher.write(
                invoice.need(Invoice.ENTRY_DATE),
                "invoice:" + invoice.id(),
                (reversed ? "Kreditnota " : "Faktura ") + number,
                number);
    }

    private static void addLine(Change change, Row invoice, Row line, Map<String, BigDecimal> credits) {
        BigDecimal amount = line.need(InvoiceLine.AMOUNT);
        BigDecimal tax = line.need(InvoiceLine.TAX);
        boolean including = invoice.is(Invoice.TAX_MODE, Invoice.INCLUDING);
        Row product = InvoiceTotals.existing(change, line, InvoiceLine.PRODUCT_ID, Product.SCHEMA);
        credits.merge(product.need(Product.ACCOUNT_ID), including ? amount.subtract(tax) : amount, BigDecimal::add);
        if (tax.signum() != 0) {
            addTax(change, line.get(InvoiceLine.TAX_RATE_ID), tax, credits);
        }
    }

    @Behaviour(
            value =
                    "The rate's deduction components say where its tax is posted; without one it is the salesTax account",
            known = Known.GUESSED,
            where = "6.6")
    private static void addTax(
            Change change, @Nullable String rateId, BigDecimal tax, Map<String, BigDecimal> credits) {
        List<Row> components = rateId == null
                ? List.of()
                : change.having(DeductionComponent.SCHEMA, DeductionComponent.TAX_RATE_ID, rateId);
        BigDecimal rest = tax;
        for (Row component : components) {
            String account = component.get(DeductionComponent.ACCOUNT_ID);
            if (account != null) {
                BigDecimal share = component.get(DeductionComponent.SHARE, BigDecimal.ONE);
                BigDecimal part = LineAmount.rounded(tax.multiply(share));
                credits.merge(account, part, BigDecimal::add);
                rest = rest.subtract(part);
            }
        }
        if (rest.signum() != 0) {
            credits.merge(Voucher.accountWithRole(change, Account.SALES_TAX), rest, BigDecimal::add);
        }
    }
}
