package dk.ordrebro.accounting.arithmetic;

import dk.ordrebro.money.Totals;
import java.util.List;

/**
 * What a document comes to.
 *
 * @param total of the document; its gross and VAT are the ledger's, to the currency's own decimals
 * @param lines a share of the total for each line, in their order; they sum to it in net, VAT and gross
 */
public record DocumentSums(Totals total, List<Totals> lines) {

    public DocumentSums {
        lines = List.copyOf(lines);
    }
}
