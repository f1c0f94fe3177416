package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.Rule;
import dk.ordrebro.billysimulator.store.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The kinds of filter there are. */
final class FilterRules {

    private FilterRules() {}

    /** Equal to the value. */
    static <T> FilterRule exact(Field<T> field, Known known) {
        return new FilterRule(field.name(), known, false, (books, text) -> {
            T wanted = field.type().readText(text);
            boolean indexed = field.is(Rule.INDEXED) && wanted instanceof String;
            return new Filter(
                    row -> {
                        T value = row.get(field);
                        return value != null && field.type().same(value, wanted);
                    },
                    indexed ? field : null,
                    indexed ? wanted : null);
        });
    }

    /** Not before, or not after, the value. */
    static <T> FilterRule limit(String name, Field<T> field, boolean least, Known known) {
        return new FilterRule(name, known, false, (books, text) -> {
            T bound = field.type().readText(text);
            return Filter.by(row -> {
                T value = row.get(field);
                if (value == null) {
                    return false;
                }
                int order = field.type().compare(value, bound);
                return least ? order >= 0 : order <= 0;
            });
        });
    }

    /** Within a period of days. */
    static FilterRule days(String name, Field<LocalDate> field, Known known) {
        return new FilterRule(name, known, false, (books, text) -> {
            Period period = Period.parse(text, books);
            boolean oneDay = period.first().equals(period.last()) && field.is(Rule.INDEXED);
            return new Filter(
                    row -> period.contains(row.get(field)), oneDay ? field : null, oneDay ? period.first() : null);
        });
    }

    /** Within a period of days, for a moment. */
    static FilterRule moments(String name, Field<Instant> field, Known known) {
        return new FilterRule(name, known, false, (books, text) -> {
            Period period = Period.parse(text, books);
            return Filter.by(row -> {
                Instant moment = row.get(field);
                return moment != null && period.contains(LocalDate.ofInstant(moment, java.time.ZoneOffset.UTC));
            });
        });
    }

    /** Any of these texts contains the value, whatever the case of its letters. */
    static FilterRule search(Known known, List<Function<Row, @Nullable Object>> texts) {
        return searchWith(
                known,
                (books, row) -> texts.stream().map(text -> text.apply(row)).toList());
    }

    /** As {@link #search}, for texts that stand on other records too. */
    static FilterRule searchWith(Known known, BiFunction<Reading, Row, List<@Nullable Object>> texts) {
        return new FilterRule("q", known, false, (books, wanted) -> {
            String lower = wanted.toLowerCase(Locale.ROOT);
            return Filter.by(row -> texts.apply(books, row).stream()
                    .anyMatch(text -> text != null
                            && text.toString().toLowerCase(Locale.ROOT).contains(lower)));
        });
    }
}
