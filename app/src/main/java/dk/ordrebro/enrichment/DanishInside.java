package dk.ordrebro.enrichment;

import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import dk.ordrebro.enrichment.Ladder.RatedLine;
import dk.ordrebro.enrichment.treatment.Treatments;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.SummedLine;
import dk.ordrebro.order.SummedLines;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;

/**
 * Reads an order as a Danish sale at the price that was charged: what every line cost the buyer stays to the øre, and Danish VAT is inside it,
 * whatever rate the shop named.
 */
final class DanishInside {

    private DanishInside() {}

    static Order of(Order order) {
        SummedLines summed = SummedLines.of(order);
        if (!summed.tooLarge().isEmpty()) {
            // asked first: nobody knows yet what the lines cost
            return order;
        }
        Order atGross = Reread.atGross(order, summed.lines(), charged(order, summed.lines()));
        return Reread.lines(
                atGross, atGross.lines().stream().map(DanishInside::danish).toList());
    }

    /** As the shop summed it, by its own rates; where it named none, the price is what was paid. */
    private static List<Money> charged(Order order, List<SummedLine> lines) {
        List<RatedLine> rated = lines.stream()
                .map(line -> new RatedLine(
                        line, Objects.requireNonNullElse(line.line().vatRate(), VatRate.ZERO)))
                .toList();
        // what each line cost the buyer, whatever the ledger will do with the Danish VAT
        return new Ladder(order.currency(), order.priceMode(), rated, LedgerArithmetic.LINE).charged(order.stated());
    }

    private static OrderLine danish(OrderLine line) {
        return line.kind() == LineKind.GIFT_CARD ? line : Reread.taxed(line, Treatments.DANISH);
    }
}
