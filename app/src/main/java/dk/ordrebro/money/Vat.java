package dk.ordrebro.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/** VAT of one amount: exact, or rounded half away from zero to the minor unit, so that a credit mirrors its invoice ({@code docs/reference/vat.md} 5.1). */
public final class Vat {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Vat() {}

    /** The VAT on top of a net amount. */
    public static Money on(Money net, VatRate rate) {
        return net.multipliedBy(rate.fraction(), RoundingMode.HALF_UP);
    }

    /** The VAT contained in a gross amount: gross × r / (100 + r), divided once and rounded once. */
    public static Money within(Money gross, VatRate rate) {
        BigDecimal vat = gross.getAmount()
                .multiply(rate.percent())
                .divide(HUNDRED.add(rate.percent()), gross.getScale(), RoundingMode.HALF_UP);
        return Money.of(gross.getCurrencyUnit(), vat);
    }

    /** The VAT in or on top of an amount, not rounded: amount × r / (100 + r) or amount × r / 100. */
    public static Fraction exact(Money amount, VatRate rate, PriceMode mode) {
        BigDecimal hundredfold = amount.getAmount().multiply(rate.percent());
        return switch (mode) {
            case INCLUDING_VAT -> new Fraction(hundredfold, HUNDRED.add(rate.percent()));
            case EXCLUDING_VAT -> new Fraction(hundredfold, HUNDRED);
        };
    }
}
