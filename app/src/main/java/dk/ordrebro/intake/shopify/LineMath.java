package dk.ordrebro.intake.shopify;

import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.math.MathContext;

/** VAT in or on an amount, unrounded; only ever to judge what the shop says, never to replace it. */
final class LineMath {

    private LineMath() {}

    static BigDecimal taxIn(BigDecimal amount, VatRate rate, boolean included) {
        BigDecimal tax = amount.multiply(rate.fraction());
        return included ? tax.divide(BigDecimal.ONE.add(rate.fraction()), MathContext.DECIMAL128) : tax;
    }

    /** The part of an amount that some of all pieces have. */
    static BigDecimal share(BigDecimal amount, int some, int all) {
        return amount.multiply(BigDecimal.valueOf(some)).divide(BigDecimal.valueOf(all), MathContext.DECIMAL128);
    }
}
