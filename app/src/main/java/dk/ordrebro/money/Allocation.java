package dk.ordrebro.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Divides an amount so that the shares always make the whole ({@code docs/reference/vat.md} 5.2 and 5.4).
 */
public final class Allocation {

    private Allocation() {}

    /**
     * Spreads an amount by weight with the largest remainder: no share is off its exact value by a whole minor unit, ties go to the lower index.
     *
     * @param weights zero or more each, not all zero
     * @return one share for each weight; their sum is the total
     */
    public static List<Money> byWeight(Money total, List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() <= 0 || weights.stream().anyMatch(w -> w.signum() < 0)) {
            throw new IllegalArgumentException("Cannot spread " + total + " over the weights " + weights);
        }
        if (total.isNegative()) {
            return byWeight(total.negated(), weights).stream()
                    .map(Money::negated)
                    .toList();
        }
        return spread(total, integers(weights));
    }

    /** Weights as whole numbers in the same proportion, so that no division has to be cut off. */
    private static List<BigInteger> integers(List<BigDecimal> weights) {
        int scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        return weights.stream().map(w -> w.setScale(scale).unscaledValue()).toList();
    }

    private static List<Money> spread(Money total, List<BigInteger> weights) {
        BigInteger units = total.getAmountMinor().toBigIntegerExact();
        BigInteger sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        List<BigInteger> shares = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        for (BigInteger weight : weights) {
            BigInteger[] exact = units.multiply(weight).divideAndRemainder(sum);
            shares.add(exact[0]);
            remainders.add(exact[1]);
        }
        int missing = units.subtract(shares.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders.get(i)).reversed())
                .limit(missing)
                .forEach(i -> shares.set(i, shares.get(i).add(BigInteger.ONE)));
        return shares.stream()
                .map(share -> ofMinor(total.getCurrencyUnit(), share))
                .toList();
    }

    /**
     * The part of an amount that belongs to the stretch {@code from}–{@code to} out of {@code of} pieces:
     * what is due up to the end of the stretch less what was due up to its start. Stretches that follow each other sum to the whole,
     * whatever the cuts.
     *
     * @param of not zero; all three have the same sign
     */
    public static Money stretch(Money whole, BigDecimal from, BigDecimal to, BigDecimal of) {
        return upTo(whole, to, of).minus(upTo(whole, from, of));
    }

    private static Money upTo(Money whole, BigDecimal pieces, BigDecimal of) {
        if (pieces.compareTo(of) == 0) {
            return whole;
        }
        BigDecimal share = whole.getAmount().multiply(pieces).divide(of, whole.getScale(), RoundingMode.HALF_UP);
        return Money.of(whole.getCurrencyUnit(), share);
    }

    private static Money ofMinor(CurrencyUnit currency, BigInteger units) {
        return Money.of(currency, new BigDecimal(units, currency.getDecimalPlaces()));
    }
}
