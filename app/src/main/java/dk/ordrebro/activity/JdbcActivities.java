package dk.ordrebro.activity;

import dk.ordrebro.access.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The audit trail in PostgreSQL. */
@Repository
class JdbcActivities implements Activities {

    static final String SELECT = """
            select company_id, number, at, who, subject, subject_id, verb, facts, encode(hash, 'hex') as hash
            from activity
            where company_id = :company
            """;

    /** How many entries are checked at a time; a chain may be longer than memory. */
    private static final int STRETCH = 5_000;

    private final JdbcClient jdbc;
    private final ActivityPages pages;

    JdbcActivities(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.pages = new ActivityPages(jdbc);
    }

    @Override
    public List<Activity> page(CompanyId company, ActivityFilter filter, OptionalLong before, int size) {
        return pages.page(company, filter, before.orElse(Long.MAX_VALUE), size);
    }

    @Override
    public List<Activity> about(CompanyId company, String subject, String subjectId, int size) {
        return jdbc.sql(SELECT + " and subject = :subject and subject_id = :id order by number desc limit :size")
                .param("company", company.value())
                .param("subject", subject)
                .param("id", subjectId)
                .param("size", size)
                .query(JdbcActivities::activity)
                .list();
    }

    @Override
    public Verification verify(CompanyId company) {
        End end = end(company);
        var found = new End(0, Link.beginning(company));
        while (found.number() < end.number()) {
            List<Link> stretch = stretch(company, found.number(), end.number());
            for (Link link : stretch) {
                Link expected = Link.after(found.hash(), found.number() + 1, link.at(), link.entry());
                if (!expected.equals(link)) {
                    return new Verification.Broken(expected.number());
                }
                found = new End(link.number(), link.hash());
            }
            if (stretch.isEmpty()) {
                return new Verification.Broken(found.number() + 1);
            }
        }
        return found.equals(end) ? new Verification.Intact(end.number()) : new Verification.Broken(end.number());
    }

    /** Where the chain ends; read first, so that entries cut off at the end are missed and entries written meanwhile are not. */
    private End end(CompanyId company) {
        return jdbc.sql("select number, encode(hash, 'hex') as hash from activity_head where company_id = :company")
                .param("company", company.value())
                .query((row, index) -> new End(row.getLong("number"), row.getString("hash")))
                .optional()
                .orElse(new End(0, Link.beginning(company)));
    }

    private record End(long number, String hash) {}

    private List<Link> stretch(CompanyId company, long after, long through) {
        return jdbc.sql(SELECT + " and number > :after and number <= :through order by number limit :size")
                .param("company", company.value())
                .param("after", after)
                .param("through", through)
                .param("size", STRETCH)
                .query(JdbcActivities::link)
                .list();
    }

    static Activity activity(ResultSet row, int index) throws SQLException {
        Link link = link(row, index);
        Entry entry = link.entry();
        return new Activity(
                entry.company(),
                link.number(),
                link.at(),
                entry.who(),
                entry.subject(),
                entry.subjectId(),
                entry.verb(),
                Entry.facts(entry.facts()));
    }

    private static Link link(ResultSet row, int index) throws SQLException {
        var entry = new Entry(
                new CompanyId(row.getObject("company_id", UUID.class)),
                row.getString("who"),
                row.getString("subject"),
                row.getString("subject_id"),
                row.getString("verb"),
                row.getString("facts"));
        return new Link(
                entry,
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("hash"));
    }
}
