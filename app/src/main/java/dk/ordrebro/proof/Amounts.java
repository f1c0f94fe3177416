package dk.ordrebro.proof;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;

/** Sums in several currencies, none of which can be added to another. */
public record Amounts(Map<String, BigDecimal> byCurrency) {

    public static final Amounts NONE = new Amounts(Map.of());

    public Amounts {
        byCurrency = Map.copyOf(byCurrency);
    }

    public static Amounts of(String currency, BigDecimal amount) {
        return new Amounts(Map.of(currency, amount));
    }

    public Amounts plus(Money money) {
        return plus(of(money.getCurrencyUnit().getCode(), money.getAmount()));
    }

    public Amounts plus(Amounts other) {
        Map<String, BigDecimal> sums = new TreeMap<>(byCurrency);
        other.byCurrency.forEach((currency, amount) -> sums.merge(currency, amount, BigDecimal::add));
        return new Amounts(sums);
    }

    public Amounts minus(Amounts other) {
        return plus(other.negated());
    }

    public Amounts negated() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        byCurrency.forEach((currency, amount) -> sums.put(currency, amount.negate()));
        return new Amounts(sums);
    }

    /** Only what is not zero. */
    public Amounts present() {
        Map<String, BigDecimal> sums = new TreeMap<>(byCurrency);
        sums.values().removeIf(amount -> amount.signum() == 0);
        return new Amounts(sums);
    }

    /** Of one currency; zero where there is none. */
    public BigDecimal in(String currency) {
        return byCurrency.getOrDefault(currency, BigDecimal.ZERO);
    }

    /** Whether every sum is zero. */
    public boolean isZero() {
        return byCurrency.values().stream().allMatch(amount -> amount.signum() == 0);
    }

    /** Such as {@code DKK 1250.00, EUR 99.50}; {@code 0.00} when there is nothing. */
    @Override
    public String toString() {
        return byCurrency.isEmpty()
                ? "0.00"
                : new TreeMap<>(byCurrency)
                        .entrySet().stream()
                                .map(sum -> sum.getKey() + " " + sum.getValue().toPlainString())
                                .reduce((a, b) -> a + ", " + b)
                                .orElseThrow();
    }
}
