package dk.ordrebro.booking;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.TotalsKept.Move;
import dk.ordrebro.integration.OrderIntegrationId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the tables of the totals, each with one statement for all moves of a transaction. The first statement locks one row of each company,
 * in the order of the companies; whoever comes second waits there and nowhere else.
 */
class TotalsRows {

    private final JdbcClient jdbc;

    TotalsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void apply(List<Move> moves) {
        count(moves);
        releaseHolds(moves.stream().filter(move -> move.from() == Bucket.HELD).toList());
        hold(moves.stream().filter(move -> move.to() == Bucket.HELD).toList());
        skip(moves.stream().filter(move -> move.to() == Bucket.SKIPPED).toList());
        days(moves);
        turnover(moves.stream().filter(move -> move.settled() != null).toList());
    }

    private record Count(CompanyId company, Bucket bucket, String code) {}

    private void count(List<Move> moves) {
        Map<Count, Long> counts = new HashMap<>();
        for (Move move : moves) {
            counts.merge(new Count(move.company(), Bucket.UNDERWAY, ""), 0L, Long::sum);
            counts.merge(new Count(move.company(), move.to(), ""), 1L, Long::sum);
            if (move.from() != null) {
                counts.merge(new Count(move.company(), move.from(), ""), -1L, Long::sum);
            }
        }
        add(counts);
    }

    private void skip(List<Move> moves) {
        Map<Count, Long> counts = moves.stream()
                .flatMap(move -> move.reasons().stream()
                        .map(Hold::code)
                        .distinct()
                        .map(code -> new Count(move.company(), Bucket.SKIPPED, code)))
                .collect(groupingBy(Function.identity(), summingLong(one -> 1)));
        add(counts);
    }

    /** The row of what is under way first: it stands for the company. */
    private void add(Map<Count, Long> counts) {
        if (counts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into booking_count (company_id, bucket, code, n)
                        select company_id, bucket, code, n
                        from unnest(?::text[]::uuid[], ?::text[], ?::text[], ?::text[]::bigint[]) as t (company_id, bucket, code, n)
                        order by bucket <> 'UNDERWAY', company_id, bucket, code
                        on conflict (company_id, bucket, code) do update set n = booking_count.n + excluded.n
                        """)
                .params(
                        texts(counts.keySet(), Count::company),
                        texts(counts.keySet(), Count::bucket),
                        texts(counts.keySet(), Count::code),
                        texts(counts.keySet(), counts::get))
                .update();
    }

    private void releaseHolds(List<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with gone as (
                            delete from booking_hold
                            where (company_id, booking_id) in (select * from unnest(?::text[]::uuid[], ?::text[]::uuid[]))
                            returning company_id, code)
                        insert into booking_count (company_id, bucket, code, n)
                        select company_id, 'HELD', code, -count(*) from gone group by company_id, code
                        on conflict (company_id, bucket, code) do update set n = booking_count.n + excluded.n
                        """)
                .params(texts(moves, Move::company), texts(moves, Move::booking))
                .update();
    }

    private record Held(Move move, String code) {}

    private void hold(List<Move> moves) {
        List<Held> held = moves.stream()
                .flatMap(move ->
                        move.reasons().stream().map(Hold::code).distinct().map(code -> new Held(move, code)))
                .toList();
        if (held.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with come as (
                            insert into booking_hold (company_id, booking_id, code, since)
                            select * from unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::text[], ?::text[]::timestamptz[])
                            on conflict do nothing
                            returning company_id, code)
                        insert into booking_count (company_id, bucket, code, n)
                        select company_id, 'HELD', code, count(*) from come group by company_id, code
                        on conflict (company_id, bucket, code) do update set n = booking_count.n + excluded.n
                        """)
                .params(
                        texts(held, one -> one.move.company()),
                        texts(held, one -> one.move.booking()),
                        texts(held, Held::code),
                        texts(held, one -> one.move.at()))
                .update();
    }

    private record Day(CompanyId company, LocalDate day, OrderIntegrationId shop) {}

    private void days(List<Move> moves) {
        Map<Day, List<Move>> days =
                moves.stream().collect(groupingBy(move -> new Day(move.company(), move.day(), move.shop())));
        Collection<Day> keys = days.keySet();
        Function<Day, List<Move>> of = key -> Objects.requireNonNull(days.get(key));
        jdbc.sql("""
                        insert into booking_day (company_id, day, order_integration_id, handled, settled, held, skipped)
                        select * from unnest(?::text[]::uuid[], ?::text[]::date[], ?::text[]::uuid[], ?::text[]::bigint[],
                                             ?::text[]::bigint[], ?::text[]::bigint[], ?::text[]::bigint[])
                        on conflict (company_id, day, order_integration_id) do update
                        set handled = booking_day.handled + excluded.handled, settled = booking_day.settled + excluded.settled,
                            held = booking_day.held + excluded.held, skipped = booking_day.skipped + excluded.skipped
                        """)
                .params(
                        texts(keys, Day::company),
                        texts(keys, Day::day),
                        texts(keys, Day::shop),
                        texts(
                                keys,
                                key -> of.apply(key).stream()
                                        .filter(m -> m.from() == null)
                                        .count()),
                        texts(keys, key -> change(of.apply(key), Bucket.SETTLED)),
                        texts(keys, key -> change(of.apply(key), Bucket.HELD)),
                        texts(keys, key -> change(of.apply(key), Bucket.SKIPPED)))
                .update();
    }

    private static long change(List<Move> moves, Bucket bucket) {
        return moves.stream()
                .mapToLong(move -> (move.to() == bucket ? 1 : 0) - (move.from() == bucket ? 1 : 0))
                .sum();
    }

    private record Sold(CompanyId company, LocalDate day, String area, String currency) {}

    private void turnover(List<Move> moves) {
        Map<Sold, List<Move>> sold = moves.stream()
                .collect(groupingBy(move -> new Sold(
                        move.company(),
                        move.day(),
                        move.area() == null ? "" : move.area().name(),
                        worth(move).net().getCurrencyUnit().getCode())));
        if (sold.isEmpty()) {
            return;
        }
        Collection<Sold> keys = sold.keySet();
        Function<Sold, List<Move>> of = key -> Objects.requireNonNull(sold.get(key));
        jdbc.sql("""
                        insert into booking_turnover (company_id, day, area, currency, documents, net, vat)
                        select * from unnest(?::text[]::uuid[], ?::text[]::date[], ?::text[], ?::text[], ?::text[]::bigint[],
                                             ?::text[]::numeric[], ?::text[]::numeric[])
                        on conflict (company_id, day, area, currency) do update
                        set documents = booking_turnover.documents + excluded.documents, net = booking_turnover.net + excluded.net,
                            vat = booking_turnover.vat + excluded.vat
                        """)
                .params(
                        texts(keys, Sold::company),
                        texts(keys, Sold::day),
                        texts(keys, Sold::area),
                        texts(keys, Sold::currency),
                        texts(keys, key -> of.apply(key).size()),
                        texts(
                                keys,
                                key -> sum(of.apply(key).stream()
                                        .map(m -> worth(m).net().getAmount()))),
                        texts(
                                keys,
                                key -> sum(of.apply(key).stream()
                                        .map(m -> worth(m).vat().getAmount()))))
                .update();
    }

    private static dk.ordrebro.money.Totals worth(Move move) {
        return Objects.requireNonNull(move.settled());
    }

    private static String sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString();
    }

    private static <T> String[] texts(Collection<T> things, Function<T, @Nullable Object> text) {
        return things.stream().map(thing -> String.valueOf(text.apply(thing))).toArray(String[]::new);
    }
}
