package dk.ordrebro.order;

import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * An order line with every discount taken off.
 *
 * @param amount for the whole line, in the order's price mode, rounded at the points {@code docs/reference/vat.md} 5.2 names
 * @param exact the same with an unrounded product of quantity and price, for rebuilding gross from net
 */
public record SummedLine(OrderLine line, Money amount, BigDecimal exact) {

    SummedLine less(Money share) {
        return new SummedLine(line, amount.minus(share), exact.subtract(share.getAmount()));
    }
}
