package dk.ordrebro.enrichment;

import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Quantity, unit price and cash discount that make the ledger compute exactly the amount wanted ({@code docs/reference/vat.md} 5.3).
 * The unit price has no more decimals than the currency, because nobody has shown that the ledger takes more.
 */
public record LineEncoding(BigDecimal quantity, Money unitPrice, Money discount) {

    /**
     * Keeps quantity and price and puts a rest in the discount; folds to quantity 1 only where no discount can do it.
     *
     * @param unitPrice wanted on the document; may have any number of decimals
     * @param amount zero or more
     */
    public static LineEncoding of(BigDecimal quantity, BigDecimal unitPrice, Money amount) {
        CurrencyUnit currency = amount.getCurrencyUnit();
        LineEncoding plain = fit(quantity, Money.of(currency, unitPrice, RoundingMode.HALF_UP), amount);
        if (!plain.discount.isNegative()) {
            return plain;
        }
        LineEncoding rounded = fit(quantity, Money.of(currency, unitPrice, RoundingMode.CEILING), amount);
        return rounded.discount.isNegative() ? new LineEncoding(BigDecimal.ONE, amount, Money.zero(currency)) : rounded;
    }

    private static LineEncoding fit(BigDecimal quantity, Money price, Money amount) {
        Money base = LedgerArithmetic.amount(quantity, price, Money.zero(price.getCurrencyUnit()));
        return new LineEncoding(quantity, price, base.minus(amount));
    }

    boolean isFolded(BigDecimal wanted) {
        return quantity.compareTo(wanted) != 0;
    }
}
