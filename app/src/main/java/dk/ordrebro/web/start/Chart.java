package dk.ordrebro.web.start;

import dk.ordrebro.booking.totals.Turnover;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A column for each day, in the units of a drawing that the style stretches to its place. One currency: that of most documents.
 * A day on which more was credited than sold hangs below the line.
 *
 * @param currency of the columns
 * @param most the largest sum of a day, zero or more
 * @param least the smallest, zero or less
 * @param zero where the line of zero lies, counted from the top
 * @param bars a day each, earliest first
 * @param total of all days
 */
record Chart(String currency, BigDecimal most, BigDecimal least, BigDecimal zero, List<Bar> bars, BigDecimal total) {

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
    static Optional<Chart> of(List<Turnover> turnover, LocalDate from, LocalDate through) {
        return turnover.stream()
                .collect(Collectors.groupingBy(Chart::currency, Collectors.summingLong(Turnover::documents)))
                .entrySet()
                .stream()
                .max(Comparator.comparingLong(Map.Entry<String, Long>::getValue).thenComparing(Map.Entry::getKey))
                .map(currency -> of(turnover, from, through, currency.getKey()));
    }

    private static String currency(Turnover turnover) {
        return turnover.net().getCurrencyUnit().getCode();
    }

    private static Chart of(List<Turnover> turnover, LocalDate from, LocalDate through, String currency) {
        Map<LocalDate, BigDecimal> sums = new HashMap<>();
        turnover.stream()
                .filter(one -> currency(one).equals(currency))
                .forEach(one -> sums.merge(one.day(), one.net().plus(one.vat()).getAmount(), BigDecimal::add));
        BigDecimal most = sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal least = sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal range = most.subtract(least).max(BigDecimal.ONE);
        List<LocalDate> days = from.datesUntil(through.plusDays(1)).toList();
        BigDecimal zero = scaled(most, range);
        List<Bar> bars = IntStream.range(0, days.size())
                .mapToObj(i -> bar(days.get(i), i, sums.getOrDefault(days.get(i), BigDecimal.ZERO), zero, range))
                .toList();
        return new Chart(
                currency, most, least, zero, bars, sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Bar bar(LocalDate day, int index, BigDecimal amount, BigDecimal zero, BigDecimal range) {
        BigDecimal height = scaled(amount.abs(), range);
        return new Bar(day, amount, index * STEP, amount.signum() > 0 ? zero.subtract(height) : zero, height);
    }

    private static BigDecimal scaled(BigDecimal amount, BigDecimal range) {
        return amount.multiply(HEIGHT).divide(range, DECIMALS, RoundingMode.HALF_UP);
    }
}
