package dk.ordrebro.web.start;

import dk.ordrebro.booking.totals.Tally;
import dk.ordrebro.booking.totals.Turnover;
import dk.ordrebro.enrichment.place.Area;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Some days in sums: a row for each day there is something to tell of, and a row for each area. */
final class Period {

    private final SortedMap<LocalDate, Tally> standings;
    private final List<Turnover> turnover;

    Period(SortedMap<LocalDate, Tally> standings, List<Turnover> turnover) {
        this.standings = standings;
        this.turnover = turnover;
    }

    /** One day; the sums by currency. */
    record Day(
            LocalDate day,
            Tally standing,
            Map<String, BigDecimal> net,
            Map<String, BigDecimal> vat,
            Map<String, BigDecimal> gross) {}

    /** One area and currency; null is the area no trail names. */
    record AreaRow(@Nullable Area area, long documents, Money net, Money vat) {

        AreaRow plus(AreaRow other) {
            return new AreaRow(area, documents + other.documents, net.plus(other.net), vat.plus(other.vat));
        }
    }

    /** Latest first. */
    List<Day> days() {
        var all = new TreeSet<>(standings.keySet());
        turnover.forEach(one -> all.add(one.day()));
        List<Day> days = new ArrayList<>();
        for (LocalDate day : all.descendingSet()) {
            List<Turnover> of =
                    turnover.stream().filter(one -> one.day().equals(day)).toList();
            days.add(new Day(
                    day,
                    standings.getOrDefault(day, Tally.NONE),
                    sums(of, Turnover::net),
                    sums(of, Turnover::vat),
                    sums(of, one -> one.net().plus(one.vat()))));
        }
        return days;
    }

    List<AreaRow> areas(LocalDate from) {
        return turnover.stream()
                .filter(one -> !one.day().isBefore(from))
                .map(one -> new AreaRow(one.area(), one.documents(), one.net(), one.vat()))
                .collect(Collectors.toMap(
                        row -> row.area() + " " + row.net().getCurrencyUnit(), Function.identity(), AreaRow::plus))
                .values()
                .stream()
                .sorted(Comparator.comparing(AreaRow::area, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(row -> row.net().getCurrencyUnit().getCode()))
                .toList();
    }

    private static Map<String, BigDecimal> sums(List<Turnover> turnover, Function<Turnover, Money> amount) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Turnover one : turnover) {
            Money money = amount.apply(one);
            sums.merge(money.getCurrencyUnit().getCode(), money.getAmount(), BigDecimal::add);
        }
        return sums;
    }
}
