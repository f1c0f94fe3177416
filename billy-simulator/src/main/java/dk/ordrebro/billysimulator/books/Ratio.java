package dk.ordrebro.billysimulator.books;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact number that need not have an end in decimals, such as the tax in a price.
 *
 * @param under above zero
 */
record Ratio(BigDecimal over, BigDecimal under) {

    static final Ratio ZERO = new Ratio(BigDecimal.ZERO, BigDecimal.ONE);

    Ratio plus(Ratio other) {
        return under.compareTo(other.under) == 0
                ? new Ratio(over.add(other.over), under)
                : new Ratio(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    /** Half-up. */
    BigDecimal rounded(int decimals) {
        return over.divide(under, decimals, RoundingMode.HALF_UP);
    }
}
