package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a line comes to, in the invoice's currency, both to two decimals.
 *
 * @param amount gross in tax mode {@code incl}, net in {@code excl}
 * @param tax the tax in it or on top of it
 */
@Behaviour(
        value = "Line amount and line tax are rounded half-up to two decimals, and the rounded lines are summed",
        known = Known.GUESSED,
        where = "8",
        question = 11)
record LineAmount(BigDecimal amount, BigDecimal tax) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The discount of a line: {@code percent} takes a share, anything else an amount off the whole line. */
    record Discount(@Nullable String mode, BigDecimal value) {
        static final Discount NONE = new Discount(null, BigDecimal.ZERO);

        @Behaviour(
                value =
                        "A percent discount takes that share of the line; a cash discount comes off the line, not off each unit",
                known = Known.REPORTED,
                where = "8")
        BigDecimal from(BigDecimal base) {
            if (mode == null) {
                return base;
            }
            return mode.equals(InvoiceLine.PERCENT)
                    ? base.subtract(base.multiply(value).divide(HUNDRED))
                    : base.subtract(value);
        }
    }

    /**
     * Works a line out.
     *
     * @param rate a fraction: 0.25 is 25 %
     */
    static LineAmount of(
            boolean includingTax, BigDecimal quantity, BigDecimal unitPrice, Discount discount, BigDecimal rate) {
        BigDecimal amount = rounded(discount.from(quantity.multiply(unitPrice)));
        return new LineAmount(amount, includingTax ? taxIn(amount, rate) : rounded(amount.multiply(rate)));
    }

    @Behaviour(value = "incl: tax = amount − amount ÷ (1 + rate)", known = Known.RECORDED, where = "8")
    private static BigDecimal taxIn(BigDecimal amount, BigDecimal rate) {
        BigDecimal net = amount.divide(BigDecimal.ONE.add(rate), MathContext.DECIMAL128);
        return rounded(amount.subtract(net));
    }

    static BigDecimal rounded(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
    }
}
