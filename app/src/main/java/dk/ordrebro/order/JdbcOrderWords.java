package dk.ordrebro.order;

import dk.ordrebro.access.CompanyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The words orders are found by, in PostgreSQL. */
public class JdbcOrderWords implements OrderWords {

    /** Keeps the words of orders, and each word of them that no order had before. */
    private static final String KEEP = """
            with told as (
                select * from unnest(?::text[]::uuid[], ?::text[], ?::text[]::timestamptz[], ?::text[]::uuid[])
                    as t (company_id, word, placed_at, order_id)),
            kept as (insert into order_word (company_id, word, placed_at, order_id) select * from told on conflict do nothing)
            insert into search_word (company_id, word, order_id)
            select distinct on (company_id, word) company_id, word, order_id
            from told t
            where not exists (select from search_word s where s.company_id = t.company_id and s.word = t.word)
            order by company_id, word, order_id
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    public JdbcOrderWords(JdbcClient jdbc) {
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
        jdbc.sql(KEEP)
                .params(texts(companies), texts(words), texts(times), texts(orders))
                .update();
    }

    @Override
    public void teach(CompanyId company, List<Map.Entry<OrderId, String>> words) {
        List<Map.Entry<OrderId, String>> taught = words.stream()
                .map(word -> Map.entry(word.getKey(), SearchWords.taught(word.getValue())))
                .filter(word -> !word.getValue().isEmpty())
                .toList();
        String[] orders = taught.stream().map(one -> one.getKey().toString()).toArray(String[]::new);
        Map<OrderId, String> times = jdbc
                .sql(
                        "select order_id, placed_at::text from shop_order where company_id = ? and order_id = any (?::text[]::uuid[])")
                .params(company.value(), orders)
                .query((row, index) -> Map.entry(new OrderId(row.getObject(1, UUID.class)), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<Map.Entry<OrderId, String>> known =
                taught.stream().filter(one -> times.containsKey(one.getKey())).toList();
        jdbc.sql(KEEP)
                .params(
                        texts(known.stream().map(one -> company.toString()).toList()),
                        texts(known.stream().map(Map.Entry::getValue).toList()),
                        texts(known.stream().map(one -> times.get(one.getKey())).toList()),
                        texts(known.stream().map(one -> one.getKey().toString()).toList()))
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
