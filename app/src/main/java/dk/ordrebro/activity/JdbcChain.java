package dk.ordrebro.activity;

import static java.util.Objects.requireNonNull;

import dk.ordrebro.access.CompanyId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes entries to the end of their companies' chains: a statement for each company to lock its end, in the order of the companies whoever
 * locks them, and one to write. Must run inside a transaction, as its last locks.
 */
@Repository
class JdbcChain {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    JdbcChain(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where a chain ends. */
    private record End(long number, String hash) {}

    void append(List<Entry> entries) {
        List<CompanyId> companies = entries.stream()
                .map(Entry::company)
                .distinct()
                .sorted(Comparator.comparing(CompanyId::toString))
                .toList();
        Map<CompanyId, End> ends = lock(companies);
        if (ends.size() < companies.size()) {
            begin(companies);
            ends = lock(companies);
        }
        write(link(entries, ends), ends);
    }

    /** One company after the other: a database spread over machines locks no rows of several at once. */
    private Map<CompanyId, End> lock(Collection<CompanyId> companies) {
        var ends = new HashMap<CompanyId, End>();
        for (CompanyId company : companies) {
            jdbc.sql("""
                            select number, encode(hash, 'hex') as hash from activity_head where company_id = ? for update
                            """)
                    .param(company.value())
                    .query((row, index) -> new End(row.getLong("number"), row.getString("hash")))
                    .optional()
                    .ifPresent(end -> ends.put(company, end));
        }
        return ends;
    }

    private void begin(Collection<CompanyId> companies) {
        jdbc.sql("""
                        insert into activity_head (company_id, number, hash)
                        select company_id, 0, decode(hash, 'hex')
                        from unnest(?::text[]::uuid[], ?::text[]) as t (company_id, hash)
                        order by company_id
                        on conflict do nothing
                        """)
                .params(texts(companies, CompanyId::toString), texts(companies, Link::beginning))
                .update();
    }

    /** Gives each entry its place, and moves the ends along. */
    private List<Link> link(List<Entry> entries, Map<CompanyId, End> ends) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var links = new ArrayList<Link>(entries.size());
        for (Entry entry : entries) {
            End end = requireNonNull(ends.get(entry.company()));
            Link link = Link.after(end.hash(), end.number() + 1, now, entry);
            links.add(link);
            ends.put(entry.company(), new End(link.number(), link.hash()));
        }
        return links;
    }

    private void write(List<Link> links, Map<CompanyId, End> ends) {
        jdbc.sql("""
                        with moved as (
                            update activity_head as h set number = t.number, hash = decode(t.hash, 'hex')
                            from unnest(?::text[]::uuid[], ?::text[]::bigint[], ?::text[]) as t (company_id, number, hash)
                            where h.company_id = t.company_id)
                        insert into activity (company_id, number, at, who, subject, subject_id, verb, facts, hash)
                        select company_id, number, at, who, subject, subject_id, verb, facts, decode(hash, 'hex')
                        from unnest(?::text[]::uuid[], ?::text[]::bigint[], ?::text[]::timestamptz[], ?::text[], ?::text[],
                                    ?::text[], ?::text[], ?::text[], ?::text[])
                            as t (company_id, number, at, who, subject, subject_id, verb, facts, hash)
                        """)
                .params(
                        texts(ends.keySet(), CompanyId::toString),
                        texts(ends.values(), end -> Long.toString(end.number())),
                        texts(ends.values(), End::hash),
                        texts(links, link -> link.entry().company().toString()),
                        texts(links, link -> Long.toString(link.number())),
                        texts(links, link -> link.at().toString()),
                        texts(links, link -> link.entry().who()),
                        texts(links, link -> link.entry().subject()),
                        texts(links, link -> link.entry().subjectId()),
                        texts(links, link -> link.entry().verb()),
                        texts(links, link -> link.entry().facts()),
                        texts(links, Link::hash))
                .update();
    }

    private static <T> String[] texts(Collection<T> things, Function<T, String> text) {
        return things.stream().map(text).collect(Collectors.toList()).toArray(String[]::new);
    }
}
