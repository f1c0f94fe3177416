package dk.ordrebro.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact number that need not have an end in decimals, such as the VAT in a price.
 *
 * @param over any number
 * @param under above zero
 */
public record Fraction(BigDecimal over, BigDecimal under) implements Comparable<Fraction> {

    public static final Fraction ZERO = new Fraction(BigDecimal.ZERO, BigDecimal.ONE);

    public Fraction {
        if (under.signum() <= 0) {
            throw new IllegalArgumentException("A fraction is over a number above zero, not " + under.toPlainString());
        }
    }

    public static Fraction of(BigDecimal number) {
        return new Fraction(number, BigDecimal.ONE);
    }

    public Fraction plus(Fraction other) {
        return under.compareTo(other.under) == 0
                ? new Fraction(over.add(other.over), under)
                : new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    public Fraction minus(BigDecimal number) {
        return new Fraction(over.subtract(number.multiply(under)), under);
    }

    public BigDecimal rounded(int decimals, RoundingMode mode) {
        return over.divide(under, decimals, mode);
    }

    /** By size; fractions of the same size may be written differently and then are not equal. */
    @Override
    public int compareTo(Fraction other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }
}
