package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.store.Change;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Posts an approved invoice or credit note. */
final class InvoiceLedger {

    private InvoiceLedger() {}

    @Behaviour(
            value =
                    "Approval posts debit receivables gross, credit the products' accounts net, credit sales tax; a credit note the other way round",
            known = Known.GUESSED,
            where = "15.5")
    static void post(Change change, Row invoice) {
        Map<String, BigDecimal> credits = credits(change, invoice);
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

    /** Net by account and tax by rate, each in the order of the lines. */
    private static Map<String, BigDecimal> credits(Change change, Row invoice) {
        Map<String, BigDecimal> nets = new LinkedHashMap<>();
        Map<String, BigDecimal> taxes = new LinkedHashMap<>();
        boolean including = invoice.is(Invoice.TAX_MODE, Invoice.INCLUDING);
        for (Row line : InvoiceTotals.lines(change, invoice.id())) {
            BigDecimal amount = line.need(InvoiceLine.AMOUNT);
            BigDecimal tax = line.need(InvoiceLine.TAX);
            Row product = InvoiceTotals.existing(change, line, InvoiceLine.PRODUCT_ID, Product.SCHEMA);
            nets.merge(product.need(Product.ACCOUNT_ID), including ? amount.subtract(tax) : amount, BigDecimal::add);
            if (tax.signum() != 0) {
                taxes.merge(line.get(InvoiceLine.TAX_RATE_ID, ""), tax, BigDecimal::add);
            }
        }
        Map<String, BigDecimal> credits = fitted(nets, invoice.need(Invoice.AMOUNT));
        fitted(taxes, invoice.need(Invoice.TAX)).forEach((rate, tax) -> addTax(change, rate, tax, credits));
        return credits;
    }

    /** Each rounded; where these do not add up to the whole, the first takes the difference. */
    @Behaviour(
            value = "Tax of each rate is rounded; if these do not add up, the first rate takes the difference",
            known = Known.PUBLISHED,
            where = "8")
    private static Map<String, BigDecimal> fitted(Map<String, BigDecimal> exact, BigDecimal whole) {
        Map<String, BigDecimal> fitted = new LinkedHashMap<>(exact);
        fitted.replaceAll((key, value) -> LineAmount.rounded(value));
        BigDecimal rest = whole.subtract(fitted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        if (!fitted.isEmpty()) {
            fitted.merge(fitted.keySet().iterator().next(), rest, BigDecimal::add);
        }
        return fitted;
    }

    @Behaviour(
            value =
                    "The rate's deduction components say where its tax is posted; without one it is the salesTax account",
            known = Known.GUESSED,
            where = "6.6")
    private static void addTax(Change change, String rateId, BigDecimal tax, Map<String, BigDecimal> credits) {
        List<Row> components = rateId.isEmpty()
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
