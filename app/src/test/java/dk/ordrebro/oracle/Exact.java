package dk.ordrebro.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A fraction of whole numbers in its lowest terms. */
public record Exact(BigInteger over, BigInteger under) {

    static final Exact NOUGHT = new Exact(BigInteger.ZERO, BigInteger.ONE);

    public Exact {
        BigInteger common = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
        over = over.divide(common);
        under = under.divide(common);
    }

    public static Exact of(BigDecimal number) {
        return number.scale() > 0
                ? new Exact(number.unscaledValue(), BigInteger.TEN.pow(number.scale()))
                : new Exact(number.toBigIntegerExact(), BigInteger.ONE);
    }

    public Exact plus(Exact other) {
        return new Exact(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    public Exact minus(Exact other) {
        return plus(new Exact(other.over.negate(), other.under));
    }

    public Exact times(Exact other) {
        return new Exact(over.multiply(other.over), under.multiply(other.under));
    }

    public Exact by(Exact other) {
        return new Exact(over.multiply(other.under), under.multiply(other.over));
    }

    /** To hundredths, halves away from zero. */
    public Exact hundredths() {
        return new Exact(rounded(over.multiply(BigInteger.valueOf(100)), under), BigInteger.valueOf(100));
    }

    private static BigInteger rounded(BigInteger over, BigInteger under) {
        BigInteger[] parts = over.abs().divideAndRemainder(under);
        BigInteger up = parts[1].shiftLeft(1).compareTo(under) >= 0 ? BigInteger.ONE : BigInteger.ZERO;
        return parts[0].add(up).multiply(BigInteger.valueOf(over.signum()));
    }

    /** Whether it is at most that far from another. */
    public boolean isWithin(Exact distance, Exact other) {
        Exact off = minus(other);
        return new Exact(off.over.abs(), off.under).minus(distance).over.signum() <= 0;
    }

    public boolean isNought() {
        return over.signum() == 0;
    }

    @Override
    public String toString() {
        return new BigDecimal(over)
                .divide(new BigDecimal(under), 12, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }
}
