package dk.ordrebro.proof;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Kroner for one unit of other currencies, as the books or the shop used them.
 *
 * @param rates latest day first
 */
public record Rates(List<Rate> rates) {

    public static final Rates NONE = new Rates(List.of());

    private static final String KRONER = "DKK";

    public Rates {
        rates = List.copyOf(rates);
    }

    /** Who used a rate. Documents say it more surely than orders. */
    public enum Source {
        LEDGER,
        SHOP
    }

    /** A rate as it was used on a day. */
    public record Rate(String currency, LocalDate day, Source source, BigDecimal rate) {}

    /** A sum in kroner, and the sums for which no rate is known and which are not in it. */
    public record Kroner(Money sum, Amounts unknown, List<Rate> used) {}

    /** The rate of a day: of the latest day before it, else of the first after it. */
    public Optional<Rate> on(String currency, LocalDate day) {
        Comparator<Rate> best = Comparator.comparing(Rate::day).thenComparing(Rate::source, Comparator.reverseOrder());
        return rates.stream()
                .filter(rate -> rate.currency().equals(currency) && !rate.day().isAfter(day))
                .max(best)
                .or(() -> rates.stream()
                        .filter(rate -> rate.currency().equals(currency))
                        .min(Comparator.comparing(Rate::day).thenComparing(Rate::source)));
    }

    /** Kroner as they are, all else by the rate of a day. */
    public Kroner kroner(Amounts amounts, LocalDate day) {
        Money sum = Money.zero(CurrencyUnit.of(KRONER));
        Amounts unknown = Amounts.NONE;
        List<Rate> used = new java.util.ArrayList<>();
        for (Map.Entry<String, BigDecimal> one : amounts.present().byCurrency().entrySet()) {
            Optional<Rate> rate = on(one.getKey(), day);
            if (one.getKey().equals(KRONER)) {
                sum = sum.plus(one.getValue());
            } else if (rate.isPresent()) {
                sum = sum.plus(one.getValue().multiply(rate.get().rate()), RoundingMode.HALF_UP);
                used.add(rate.get());
            } else {
                unknown = unknown.plus(Amounts.of(one.getKey(), one.getValue()));
            }
        }
        return new Kroner(sum, unknown, used);
    }

    /** The same for sums of several days, each by its own day's rate. */
    public Kroner kroner(Map<LocalDate, Amounts> byDay) {
        Money sum = Money.zero(CurrencyUnit.of(KRONER));
        Amounts unknown = Amounts.NONE;
        List<Rate> used = new java.util.ArrayList<>();
        for (Map.Entry<LocalDate, Amounts> one : byDay.entrySet()) {
            Kroner kroner = kroner(one.getValue(), one.getKey());
            sum = sum.plus(kroner.sum());
            unknown = unknown.plus(kroner.unknown());
            kroner.used().stream().filter(rate -> !used.contains(rate)).forEach(used::add);
        }
        return new Kroner(sum, unknown, List.copyOf(used));
    }
}
