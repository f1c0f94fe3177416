package dk.ordrebro.accounting.arithmetic;

import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.money.VatRate;
import org.joda.money.Money;

/**
 * A line of a document as far as its sums go.
 *
 * @param amount of the whole line, every discount taken off, in the document's price mode
 */
public record Taxed(Money amount, VatRate rate) {

    /** What the accounting program makes of a line that is sent to it. */
    public static Taxed of(DraftLine line) {
        return new Taxed(LedgerArithmetic.amount(line.quantity(), line.unitPrice(), line.discount()), line.rate());
    }
}
