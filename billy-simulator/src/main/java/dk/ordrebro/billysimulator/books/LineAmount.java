package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a line comes to, in the invoice's currency.
 *
 * @param amount gross in tax mode {@code incl}, net in {@code excl}; to two decimals
 * @param tax the tax in it or on top of it, not rounded
 */
@Behaviour(
        value =
                "quantity × unitPrice and each discount are rounded half-up to two decimals, and the tax of a line is not",
        known = Known.PUBLISHED,
        where = "8",
        question = 11)
record LineAmount(BigDecimal amount, Ratio tax) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The discount of a line: {@code percent} takes a share, anything else an amount off the whole line. */
    record Discount(@Nullable String mode, BigDecimal value) {
        static final Discount NONE = new Discount(null, BigDecimal.ZERO);

        @Behaviour(
                value =
                        "A percent discount takes that share of the line; a cash discount comes off the line, not off each unit",
                known = Known.REPORTED,
                where = "8")
        BigDecimal of(BigDecimal base) {
            if (mode == null) {
                return BigDecimal.ZERO;
            }
            return rounded(
                    mode.equals(InvoiceLine.PERCENT) ? base.multiply(value).divide(HUNDRED) : value);
        }
    }

    /**
     * Works a line out.
     *
     * @param rate a fraction: 0.25 is 25 %
     */
    static LineAmount of(
            boolean includingTax, BigDecimal quantity, BigDecimal unitPrice, Discount discount, BigDecimal rate) {
        BigDecimal base = rounded(quantity.multiply(unitPrice));
        BigDecimal amount = base.subtract(discount.of(base));
        return new LineAmount(amount, tax(includingTax, amount, rate));
    }

    /** The tax in or on top of an amount, exact. */
    @Behaviour(value = "incl: tax = amount − amount ÷ (1 + rate)", known = Known.RECORDED, where = "8")
    static Ratio tax(boolean includingTax, BigDecimal amount, BigDecimal rate) {
        return new Ratio(amount.multiply(rate), includingTax ? BigDecimal.ONE.add(rate) : BigDecimal.ONE);
    }

    static BigDecimal rounded(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
    }
}
