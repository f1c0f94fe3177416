package dk.ordrebro.order;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The words orders are found by, in PostgreSQL. */
class JdbcOrderWords {

    private final JdbcClient jdbc;

    JdbcOrderWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<NewRevision> told, Function<NewRevision, OrderId> id) {
        List<String> companies = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> times = new ArrayList<>();
        List<String> orders = new ArrayList<>();
        for (NewRevision revision : told) {
            for (String word : SearchWords.of(revision.order())) {
                companies.add(revision.order().key().company().toString());
                words.add(word);
                times.add(revision.order().placedAt().toString());
                orders.add(id.apply(revision).toString());
            }
        }
        jdbc.sql("""
                        insert into order_word (company_id, word, placed_at, order_id)
                        select * from unnest(?::text[]::uuid[], ?::text[], ?::text[]::timestamptz[], ?::text[]::uuid[])
                        on conflict do nothing
                        """)
                .params(texts(companies), texts(words), texts(times), texts(orders))
                .update();
    }

    /** Forgets the words of a revision that is no longer the latest. */
    void remove(OrderId id, Order before) {
        jdbc.sql("""
                        delete from order_word
                        where company_id = ? and word = any (?::text[]) and placed_at = ?::text::timestamptz and order_id = ?
                        """)
                .params(
                        before.key().company().value(),
                        texts(SearchWords.of(before)),
                        before.placedAt().toString(),
                        id.value())
                .update();
    }

    private static Object texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
