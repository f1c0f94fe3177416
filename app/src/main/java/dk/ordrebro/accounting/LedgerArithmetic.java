package dk.ordrebro.accounting;

import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Totals;
import dk.ordrebro.money.Vat;
import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * How the accounting program computes a line: amount = quantity × unit price − cash discount, VAT from the amount, each rounded half away from zero.
 * An assumption until a real draft shows otherwise ({@code docs/reference/billy-api.md} 8 and 14 no. 11); the sum gate stands behind it.
 */
public final class LedgerArithmetic {

    private LedgerArithmetic() {}

    /** The line's amount in the price mode of the document. */
    public static Money amount(BigDecimal quantity, Money unitPrice, Money discount) {
        return unitPrice.multipliedBy(quantity, RoundingMode.HALF_UP).minus(discount);
    }

    /** Net, VAT and gross of an amount that is gross ({@code INCLUDING_VAT}) or net ({@code EXCLUDING_VAT}). */
    public static Totals totals(Money amount, VatRate rate, PriceMode mode) {
        return switch (mode) {
            case INCLUDING_VAT -> Totals.ofGross(amount, Vat.within(amount, rate));
            case EXCLUDING_VAT -> Totals.ofNet(amount, Vat.on(amount, rate));
        };
    }
}
