package dk.ordrebro.money;

import java.math.BigDecimal;

/**
 * A VAT rate in percent: 25 is 25 %, 25.5 is 25.5 %.
 *
 * @param percent between 0 and 100; equal rates are equal whatever their number of decimals
 */
public record VatRate(BigDecimal percent) implements Comparable<VatRate> {

    // Before ZERO, whose constructor reads it.
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static final VatRate ZERO = new VatRate(BigDecimal.ZERO);

    public VatRate {
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException(
                    "A VAT rate lies between 0 and 100 percent, not " + percent.toPlainString());
        }
        percent = percent.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(percent.stripTrailingZeros().toPlainString());
    }

    public static VatRate percent(String percent) {
        return new VatRate(new BigDecimal(percent));
    }

    /** From a fraction: 0.25 is 25 %. */
    public static VatRate ofFraction(BigDecimal fraction) {
        return new VatRate(fraction.multiply(HUNDRED));
    }

    /** As a fraction: 25 % is 0.25. */
    public BigDecimal fraction() {
        return percent.movePointLeft(2);
    }

    public boolean isZero() {
        return percent.signum() == 0;
    }

    @Override
    public int compareTo(VatRate other) {
        return percent.compareTo(other.percent);
    }

    @Override
    public String toString() {
        return percent.toPlainString() + " %";
    }
}
