package dk.ordrebro.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Money paid back for a line, or for all of a delivery, instead of what pieces cost.
 *
 * @param gross with VAT, in the order's currency, above zero
 * @param account number of the account where it is booked instead of the accounts of the lines, such as one for goodwill; null for the lines' own. The VAT is that of
 *     the lines either way
 */
public record MoneyBack(BigDecimal gross, @Nullable Integer account) {

    public MoneyBack {
        if (gross.signum() <= 0) {
            throw new IllegalArgumentException("Money paid back is above zero, not " + gross.toPlainString());
        }
    }

    public static MoneyBack of(BigDecimal gross) {
        return new MoneyBack(gross, null);
    }
}
