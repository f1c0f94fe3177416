package dk.ordrebro.activity;

import dk.ordrebro.access.CompanyId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Reads stretches of the trail. A moment is turned into the number of an entry by halving: numbers have no gaps and times do not go back,
 * so that some twenty looks at the primary key find it among a million.
 */
class ActivityPages {

    private static final String WHO_IS_US = "ordrebro";

    private final JdbcClient jdbc;

    ActivityPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first; entries numbered below {@code before}. */
    List<Activity> page(CompanyId company, ActivityFilter filter, long before, int size) {
        long last = end(company);
        long until = filter.until() == null ? last + 1 : firstSince(company, filter.until(), last);
        long from = filter.from() == null ? 1 : firstSince(company, filter.from(), last);
        StatementSpec statement = jdbc.sql(sql(filter))
                .param("company", company.value())
                .param("from", from)
                .param("before", Math.min(before, until))
                .param("size", size);
        if (!filter.who().isEmpty() && !filter.who().equals(WHO_IS_US)) {
            statement = statement.param("who", filter.who());
        }
        if (!filter.subjectId().isEmpty()) {
            statement = statement.param("id", filter.subjectId());
        }
        if (isIndexed(filter.subject())) {
            statement = statement.param("subject", filter.subject());
        }
        return statement.query(JdbcActivities::activity).list();
    }

    /** Spells out the parts the partial indexes are made for, so that the planner can know that they fit. */
    static String sql(ActivityFilter filter) {
        List<String> where = new ArrayList<>();
        if (filter.who().equals(WHO_IS_US)) {
            where.add("who = 'ordrebro'");
        } else if (!filter.who().isEmpty()) {
            where.add("who = :who and who <> 'ordrebro'");
        }
        if (filter.subject().equals("order") || filter.subject().equals("booking")) {
            where.add("subject = '" + filter.subject() + "'");
        } else if (isIndexed(filter.subject())) {
            where.add("subject = :subject and subject not in ('order', 'booking')");
        }
        if (!filter.subjectId().isEmpty()) {
            where.add("subject_id = :id");
        }
        where.add("number >= :from and number < :before order by number desc limit :size");
        return JdbcActivities.SELECT + " and " + String.join(" and ", where);
    }

    private static boolean isIndexed(String subject) {
        return !subject.isEmpty() && !subject.equals("order") && !subject.equals("booking");
    }

    private long end(CompanyId company) {
        return jdbc.sql("select number from activity_head where company_id = ?")
                .param(company.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private long firstSince(CompanyId company, Instant moment, long last) {
        long low = 1;
        long high = last + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (at(company, middle).filter(at -> at.isBefore(moment)).isPresent()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Optional<Instant> at(CompanyId company, long number) {
        return jdbc.sql("select at from activity where company_id = ? and number = ?")
                .params(company.value(), number)
                .query((row, index) -> instant(row.getObject("at", OffsetDateTime.class)))
                .optional();
    }

    private static Instant instant(@Nullable OffsetDateTime time) {
        if (time == null) {
            throw new IllegalStateException("Bug: an entry without its time");
        }
        return time.toInstant();
    }
}
