package dk.ordrebro.order;

import java.math.BigDecimal;

/** A reduction, in the price mode of the order. */
public sealed interface Discount {

    /**
     * A share of the amount.
     *
     * @param percent 10 is 10 %
     */
    record Percent(BigDecimal percent) implements Discount {}

    /**
     * Money off.
     *
     * @param value in the order's currency, for the whole line or order, not for each piece
     */
    record Amount(BigDecimal value) implements Discount {}
}
