package dk.ordrebro.enrichment.credit;

import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.LineAccount;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import dk.ordrebro.accounting.arithmetic.Taxed;
import dk.ordrebro.enrichment.LineEncoding;
import dk.ordrebro.enrichment.Texts;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Totals;
import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * What goes back of one line of an invoice.
 *
 * @param line of the invoice
 * @param account of the credit note's line; the line's own unless a person chose another
 * @param quantity on the credit note
 * @param whole whether all of the line goes back at once
 */
record Credit(
        DraftLine line,
        LineAccount account,
        String description,
        BigDecimal quantity,
        Totals due,
        boolean whole,
        PriceMode invoiceMode) {

    static Credit whole(DraftLine line, PriceMode invoiceMode) {
        return new Credit(
                line, line.account(), line.description(), line.quantity(), line.expected(), true, invoiceMode);
    }

    static Credit pieces(DraftLine line, BigDecimal quantity, Totals due, PriceMode invoiceMode) {
        return new Credit(line, line.account(), line.description(), quantity, due, false, invoiceMode);
    }

    /** Money of a line, as one piece. */
    static Credit money(DraftLine line, LineAccount account, Money gross, PriceMode invoiceMode) {
        return new Credit(
                line,
                account,
                Texts.capped("Nedslag: " + line.description()),
                BigDecimal.ONE,
                LedgerArithmetic.ofOne(gross, line.rate(), PriceMode.INCLUDING_VAT),
                false,
                invoiceMode);
    }

    /** The same with another gross. */
    Credit at(Money gross) {
        return new Credit(
                line,
                account,
                description,
                quantity,
                LedgerArithmetic.ofOne(gross, line.rate(), PriceMode.INCLUDING_VAT),
                false,
                invoiceMode);
    }

    Taxed taxed(PriceMode mode) {
        return new Taxed(mode == PriceMode.INCLUDING_VAT ? due.gross() : due.net(), line.rate());
    }

    /**
     * The line of the credit note.
     *
     * @param expected its share of what the note comes to
     */
    DraftLine draft(PriceMode mode, Totals expected) {
        LineEncoding encoding = encoding(mode);
        return new DraftLine(
                line.orderLine(),
                account,
                description,
                encoding.quantity(),
                encoding.unitPrice(),
                encoding.discount(),
                line.rate(),
                expected);
    }

    private LineEncoding encoding(PriceMode mode) {
        if (whole && mode == invoiceMode) {
            return new LineEncoding(line.quantity(), line.unitPrice(), line.discount());
        }
        Money amount = taxed(mode).amount();
        BigDecimal price = quantity.compareTo(BigDecimal.ONE) == 0 ? amount.getAmount() : price(mode);
        return LineEncoding.of(quantity, price, amount);
    }

    private BigDecimal price(PriceMode mode) {
        BigDecimal price = line.unitPrice().getAmount();
        return mode == invoiceMode
                ? price
                : price.multiply(BigDecimal.ONE.add(line.rate().fraction()));
    }
}
