package dk.ordrebro.booking.totals;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.totals.TotalsKept.Document;
import dk.ordrebro.booking.totals.TotalsKept.Move;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.question.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the tables of the totals, each with one statement for all moves of a transaction. The first statement locks one row of each company,
 * in the order of the companies; whoever comes second waits there and nowhere else.
 */
public class TotalsRows {

    private final JdbcClient jdbc;

    public TotalsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void apply(List<Move> moves) {
        List<Move> moved =
                moves.stream().filter(move -> move.from() != move.to()).toList();
        count(moves, moved);
        if (!moved.isEmpty()) {
            places(moved);
        }
        List<Change> changes = changes(moves);
        turnover(changes);
        documents(changes);
    }

    private void places(List<Move> moves) {
        releaseHolds(moves.stream().filter(move -> move.from() == Bucket.HELD).toList());
        hold(moves.stream().filter(move -> move.to() == Bucket.HELD).toList());
        skip(moves.stream().filter(move -> move.to() == Bucket.SKIPPED).toList());
        resume(moves.stream()
                .filter(move -> move.from() == Bucket.SKIPPED && move.to() == Bucket.UNDERWAY)
                .toList());
        days(moves);
    }

    private record Count(CompanyId company, Bucket bucket, String code) {}

    /** The row of what is under way is touched for every company of the transaction: it is the one that is waited for. */
    private void count(List<Move> all, List<Move> moved) {
        Map<Count, Long> counts = new HashMap<>();
        all.forEach(move -> counts.put(new Count(move.company(), Bucket.UNDERWAY, ""), 0L));
        for (Move move : moved) {
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
                        .map(Reason::code)
                        .distinct()
                        .map(code -> new Count(move.company(), Bucket.SKIPPED, code)))
                .collect(groupingBy(Function.identity(), summingLong(one -> 1)));
        add(counts);
    }

    /** Only what a person passed over comes back. */
    private void resume(List<Move> moves) {
        add(moves.stream()
                .map(move -> new Count(move.company(), Bucket.SKIPPED, "SKIPPED_BY_PERSON"))
                .collect(groupingBy(Function.identity(), summingLong(one -> -1))));
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
                        move.reasons().stream().map(Reason::code).distinct().map(code -> new Held(move, code)))
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
                        insert into booking_day (company_id, day, order_integration_id, handled, settled, held, skipped, taken_back)
                        select * from unnest(?::text[]::uuid[], ?::text[]::date[], ?::text[]::uuid[], ?::text[]::bigint[],
                                             ?::text[]::bigint[], ?::text[]::bigint[], ?::text[]::bigint[], ?::text[]::bigint[])
                        on conflict (company_id, day, order_integration_id) do update
                        set handled = booking_day.handled + excluded.handled, settled = booking_day.settled + excluded.settled,
                            held = booking_day.held + excluded.held, skipped = booking_day.skipped + excluded.skipped,
                            taken_back = booking_day.taken_back + excluded.taken_back
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
                        texts(keys, key -> change(of.apply(key), Bucket.SKIPPED)),
                        texts(keys, key -> change(of.apply(key), Bucket.TAKEN_BACK)))
                .update();
    }

    /** After {@link #apply}, which has locked the company. */
    void redate(List<TotalsKept.Redated> redated) {
        for (TotalsKept.Redated one : redated) {
            jdbc.sql("""
                            insert into booking_day (company_id, day, order_integration_id, handled, settled, held, skipped, taken_back)
                            values (:company, :was, :shop, -1, 0, -1, 0, 0), (:company, :is, :shop, 1, 0, 1, 0, 0)
                            on conflict (company_id, day, order_integration_id) do update
                            set handled = booking_day.handled + excluded.handled, held = booking_day.held + excluded.held
                            """)
                    .param("company", one.company().value())
                    .param("shop", one.shop().value())
                    .param("was", one.was())
                    .param("is", one.is())
                    .update();
        }
    }

    private static long change(List<Move> moves, Bucket bucket) {
        return moves.stream()
                .mapToLong(move -> (move.to() == bucket ? 1 : 0) - (move.from() == bucket ? 1 : 0))
                .sum();
    }

    /**
     * A document that came or went, with the day of its booking.
     *
     * @param sign 1 when it came, -1 when it went
     */
    private record Change(Move move, Document document, int sign) {

        BigDecimal times(BigDecimal amount) {
            return amount.multiply(BigDecimal.valueOf(sign));
        }

        CurrencyUnit currency() {
            return document.worth().gross().getCurrencyUnit();
        }
    }

    private static List<Change> changes(List<Move> moves) {
        List<Change> changes = new ArrayList<>();
        for (Move move : moves) {
            if (!Objects.equals(move.was(), move.is())) {
                Stream.ofNullable(move.was()).forEach(document -> changes.add(new Change(move, document, -1)));
                Stream.ofNullable(move.is()).forEach(document -> changes.add(new Change(move, document, 1)));
            }
        }
        return changes;
    }

    private record Sold(CompanyId company, LocalDate day, String area, String currency) {}

    /** Only what counts in the books: a document that is void or gone was not sold. */
    private void turnover(List<Change> changes) {
        Map<Sold, List<Change>> sold = changes.stream()
                .filter(change -> change.document.standing().isLive())
                .collect(groupingBy(change -> new Sold(
                        change.move.company(),
                        change.move.day(),
                        change.document.area() == null
                                ? ""
                                : change.document.area().name(),
                        change.currency().getCode())));
        if (sold.isEmpty()) {
            return;
        }
        Collection<Sold> keys = sold.keySet();
        Function<Sold, List<Change>> of = key -> Objects.requireNonNull(sold.get(key));
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
                        texts(keys, key -> signs(of.apply(key))),
                        texts(
                                keys,
                                key -> sum(of.apply(key).stream()
                                        .map(c -> c.times(
                                                c.document.signed().net().getAmount())))),
                        texts(
                                keys,
                                key -> sum(of.apply(key).stream()
                                        .map(c -> c.times(
                                                c.document.signed().vat().getAmount())))))
                .update();
    }

    private record Stood(
            CompanyId company,
            LocalDate day,
            OrderIntegrationId shop,
            DocumentType type,
            Standing standing,
            String currency) {

        static Stood of(Change change) {
            return new Stood(
                    change.move.company(),
                    change.move.day(),
                    change.move.shop(),
                    change.document.type(),
                    change.document.standing(),
                    change.currency().getCode());
        }
    }

    private void documents(List<Change> changes) {
        Map<Stood, List<Change>> stood = changes.stream().collect(groupingBy(Stood::of));
        if (stood.isEmpty()) {
            return;
        }
        Collection<Stood> keys = stood.keySet();
        Function<Stood, List<Change>> of = key -> Objects.requireNonNull(stood.get(key));
        jdbc.sql("""
                        insert into booking_document (company_id, day, order_integration_id, document_type, standing, currency, documents, gross)
                        select * from unnest(?::text[]::uuid[], ?::text[]::date[], ?::text[]::uuid[], ?::text[], ?::text[], ?::text[],
                                             ?::text[]::bigint[], ?::text[]::numeric[])
                        on conflict (company_id, day, order_integration_id, document_type, standing, currency) do update
                        set documents = booking_document.documents + excluded.documents, gross = booking_document.gross + excluded.gross
                        """)
                .params(
                        texts(keys, Stood::company),
                        texts(keys, Stood::day),
                        texts(keys, Stood::shop),
                        texts(keys, Stood::type),
                        texts(keys, Stood::standing),
                        texts(keys, Stood::currency),
                        texts(keys, key -> signs(of.apply(key))),
                        texts(
                                keys,
                                key -> sum(of.apply(key).stream()
                                        .map(c -> c.times(
                                                c.document.worth().gross().getAmount())))))
                .update();
    }

    private static long signs(List<Change> changes) {
        return changes.stream().mapToLong(Change::sign).sum();
    }

    private static String sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString();
    }

    private static <T> String[] texts(Collection<T> things, Function<T, @Nullable Object> text) {
        return things.stream().map(thing -> String.valueOf(text.apply(thing))).toArray(String[]::new);
    }
}
