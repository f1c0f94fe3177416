package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.record.Schema;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.refusal.Text;
import dk.ordrebro.billysimulator.store.Change;
import dk.ordrebro.billysimulator.store.Deviation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Works out the lines and the totals of a draft. */
final class InvoiceTotals {

    private static final BigDecimal ONE_HUNDREDTH = new BigDecimal("0.01");

    private InvoiceTotals() {}

    /** Puts the draft and its lines back with amounts, tax and rates as they should be, and returns the draft. */
    @Behaviour(value = "An invoice has at least one line", known = Known.DOCUMENTED, where = "6.1")
    static Row settle(Change change, Row draft) {
        List<Row> lines = lines(change, draft.id());
        if (lines.isEmpty()) {
            throw Refusal.record(Invoice.SCHEMA.singular(), new Text("lines is required.", "lines skal udfyldes."));
        }
        Row contact = existing(change, draft, Invoice.CONTACT_ID, Contact.SCHEMA);
        Sum sum = new Sum(draft.is(Invoice.TAX_MODE, Invoice.INCLUDING), VatRounding.of(change));
        if (change.deviates(Deviation.TOTALS_OFF)) {
            sum.off = ONE_HUNDREDTH;
        }
        for (Row line : lines) {
            sum.add(change, line, contact);
        }
        Row settled = sum.into(draft.change()).build();
        change.put(settled);
        return settled;
    }

    /** What a record points to; it may be gone by now, if somebody took it away behind Billy's back. */
    static Row existing(Change change, Row from, Field<String> relation, Schema target) {
        Row found = change.find(target, from.get(relation));
        if (found == null) {
            throw Refusal.record(
                    from.schema().singular(),
                    new Text(
                            relation + " points to a `" + target.singular() + "` that does not exist.",
                            relation + " peger på en `" + target.singular() + "`, der ikke findes."));
        }
        return found;
    }

    static List<Row> lines(Change change, String invoiceId) {
        List<Row> lines = change.having(InvoiceLine.SCHEMA, InvoiceLine.INVOICE_ID, invoiceId);
        lines.sort(Comparator.comparingInt(line -> line.get(InvoiceLine.PRIORITY, Integer.MAX_VALUE)));
        return lines;
    }

    private static final class Sum {
        private final boolean includingTax;
        private final StringJoiner description = new StringJoiner(", ");
        private final VatRounding rounding;
        private final List<VatRounding.Taxed> taxed = new ArrayList<>();
        private BigDecimal amounts = BigDecimal.ZERO;
        private BigDecimal off = BigDecimal.ZERO;

        Sum(boolean includingTax, VatRounding rounding) {
            this.includingTax = includingTax;
            this.rounding = rounding;
        }

        void add(Change change, Row line, Row contact) {
            Row product = existing(change, line, InvoiceLine.PRODUCT_ID, Product.SCHEMA);
            Row rate = Rates.chosen(change, VatChoice.rateFor(change, product, contact));
            LineAmount amount = LineAmount.of(
                    includingTax,
                    line.need(InvoiceLine.QUANTITY),
                    line.need(InvoiceLine.UNIT_PRICE),
                    discount(line),
                    Rates.fraction(rate));
            change.put(line.change()
                    .set(InvoiceLine.AMOUNT, amount.amount())
                    .set(InvoiceLine.TAX, rounding.shown(amount.tax()))
                    .set(InvoiceLine.TAX_RATE_ID, rate == null ? null : rate.id())
                    .build());
            amounts = amounts.add(amount.amount());
            taxed.add(new VatRounding.Taxed(Rates.fraction(rate), amount.tax()));
            describe(product, line.get(InvoiceLine.DESCRIPTION));
        }

        @Behaviour(
                value = "lineDescription is \"Product: description, Product …\"",
                known = Known.RECORDED,
                where = "6.1")
        private void describe(Row product, @Nullable String text) {
            String name = product.need(Product.NAME);
            description.add(text == null || text.isBlank() ? name : name + ": " + text);
        }

        @Behaviour(
                value = "amount is net in both tax modes; grossAmount = amount + tax",
                known = Known.RECORDED,
                where = "8")
        @Behaviour(value = "The balance of a draft equals its gross amount", known = Known.RECORDED, where = "6.1")
        RowBuilder into(RowBuilder draft) {
            BigDecimal tax = rounding.tax(taxed);
            BigDecimal net = (includingTax ? amounts.subtract(tax) : amounts).add(off);
            BigDecimal gross = net.add(tax);
            return draft.set(Invoice.AMOUNT, net)
                    .set(Invoice.TAX, tax)
                    .set(Invoice.GROSS_AMOUNT, gross)
                    .set(Invoice.BALANCE, gross)
                    .set(Invoice.LINE_DESCRIPTION, description.toString());
        }
    }

    private static LineAmount.Discount discount(Row line) {
        BigDecimal value = line.get(InvoiceLine.DISCOUNT_VALUE);
        return value == null
                ? LineAmount.Discount.NONE
                : new LineAmount.Discount(line.get(InvoiceLine.DISCOUNT_MODE), value);
    }
}
