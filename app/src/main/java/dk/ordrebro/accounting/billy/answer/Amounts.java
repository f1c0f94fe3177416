package dk.ordrebro.accounting.billy.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Numbers on their way to Billy and back. */
public final class Amounts {

    /** More digits than any sum of money has; a number beyond is refused before anybody computes with it. */
    private static final int MOST_DIGITS = 40;

    private Amounts() {}

    /** As few digits as say it: 300, 62.5. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0, RoundingMode.UNNECESSARY) : bare;
    }

    public static BigDecimal plain(Money money) {
        return plain(money.getAmount());
    }

    /**
     * Billy computes in floating point and may send a digit too many: rounded half away from zero ({@link BillyAssumption#ROUNDING}).
     *
     * @throws dk.ordrebro.accounting.AccountingUnavailable when it is no amount of money
     */
    public static Money money(CurrencyUnit currency, BigDecimal number) {
        return Money.of(currency, bounded(number), RoundingMode.HALF_UP);
    }

    /**
     * Two amounts together, rounded once.
     *
     * @throws dk.ordrebro.accounting.AccountingUnavailable when one is no amount of money
     */
    public static Money sum(CurrencyUnit currency, BigDecimal one, BigDecimal other) {
        return Money.of(currency, bounded(one).add(bounded(other)), RoundingMode.HALF_UP);
    }

    private static BigDecimal bounded(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw BillyAnswer.odd("a number of " + number.precision() + " digits");
        }
        return number;
    }
}
