package dk.ordrebro.web.start;

import dk.ordrebro.booking.totals.Turnover;
import dk.ordrebro.proof.Amounts;
import dk.ordrebro.proof.Rates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A column for each day, in the units of a drawing that the style stretches to its place. In kroner, unless all is in one
 * other currency: other currencies count by their day's rate, and what has none is named beside. A day on which more was credited than sold hangs below the line.
 *
 * @param currency of the columns
 * @param most the largest sum of a day, zero or more
 * @param least the smallest, zero or less
 * @param zero where the line of zero lies, counted from the top
 * @param bars a day each, earliest first
 * @param total of all days
 * @param used the rates other currencies were turned into kroner by
 * @param unknown what is in no column, because nobody knows a rate for it
 */
record Chart(
        String currency,
        BigDecimal most,
        BigDecimal least,
        BigDecimal zero,
        List<Bar> bars,
        BigDecimal total,
        List<Rates.Rate> used,
        Amounts unknown) {

    private static final String KRONER = "DKK";

    /** Units of the drawing from top to bottom. */
    static final BigDecimal HEIGHT = BigDecimal.valueOf(100);
    /** Units from one column to the next, and of a column itself. */
    static final int STEP = 10;

    static final int WIDTH = 7;

    private static final int DECIMALS = 2;

    /** One day. Lengths in units of the drawing, from its top left corner. */
    record Bar(LocalDate day, BigDecimal amount, int x, BigDecimal y, BigDecimal height) {}

    public int width() {
        return bars.size() * STEP;
    }

    public String viewBox() {
        return "0 0 " + width() + " " + HEIGHT;
    }

    /** Halfway between the top and zero. */
    public BigDecimal middle() {
        return zero.divide(BigDecimal.TWO, DECIMALS, RoundingMode.HALF_UP);
    }

    public LocalDate first() {
        return bars.getFirst().day();
    }

    public LocalDate last() {
        return bars.getLast().day();
    }

    /** Empty when nothing was settled on these days. */
    static Optional<Chart> of(List<Turnover> turnover, LocalDate from, LocalDate through, Rates rates) {
        List<String> currencies =
                turnover.stream().map(Chart::currency).distinct().toList();
        return switch (currencies.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(of(sums(turnover, currencies.getFirst()), from, through, currencies.getFirst()));
            default -> Optional.of(inKroner(turnover, from, through, rates));
        };
    }

    private static String currency(Turnover turnover) {
        return turnover.net().getCurrencyUnit().getCode();
    }

    private static BigDecimal gross(Turnover turnover) {
        return turnover.net().plus(turnover.vat()).getAmount();
    }

    private static Map<LocalDate, BigDecimal> sums(List<Turnover> turnover, String currency) {
        Map<LocalDate, BigDecimal> sums = new HashMap<>();
        turnover.stream()
                .filter(one -> currency(one).equals(currency))
                .forEach(one -> sums.merge(one.day(), gross(one), BigDecimal::add));
        return sums;
    }

    private static Chart inKroner(List<Turnover> turnover, LocalDate from, LocalDate through, Rates rates) {
        Map<LocalDate, Amounts> byDay = new TreeMap<>();
        turnover.forEach(one -> byDay.merge(one.day(), Amounts.of(currency(one), gross(one)), Amounts::plus));
        Map<LocalDate, BigDecimal> sums = new HashMap<>();
        byDay.forEach(
                (day, amounts) -> sums.put(day, rates.kroner(amounts, day).sum().getAmount()));
        Rates.Kroner all = rates.kroner(byDay);
        Chart chart = of(sums, from, through, KRONER);
        return new Chart(
                KRONER,
                chart.most,
                chart.least,
                chart.zero,
                chart.bars,
                all.sum().getAmount(),
                all.used(),
                all.unknown());
    }

    private static Chart of(Map<LocalDate, BigDecimal> sums, LocalDate from, LocalDate through, String currency) {
        BigDecimal most = sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal least = sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal range = most.subtract(least).max(BigDecimal.ONE);
        List<LocalDate> days = from.datesUntil(through.plusDays(1)).toList();
        BigDecimal zero = scaled(most, range);
        List<Bar> bars = IntStream.range(0, days.size())
                .mapToObj(i -> bar(days.get(i), i, sums.getOrDefault(days.get(i), BigDecimal.ZERO), zero, range))
                .toList();
        return new Chart(
                currency,
                most,
                least,
                zero,
                bars,
                sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                List.of(),
                Amounts.NONE);
    }

    private static Bar bar(LocalDate day, int index, BigDecimal amount, BigDecimal zero, BigDecimal range) {
        BigDecimal height = scaled(amount.abs(), range);
        return new Bar(day, amount, index * STEP, amount.signum() > 0 ? zero.subtract(height) : zero, height);
    }

    private static BigDecimal scaled(BigDecimal amount, BigDecimal range) {
        return amount.multiply(HEIGHT).divide(range, DECIMALS, RoundingMode.HALF_UP);
    }
}
