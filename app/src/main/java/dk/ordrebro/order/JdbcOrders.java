package dk.ordrebro.order;

import static java.util.Objects.requireNonNull;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.integration.OrderIntegrationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Orders in PostgreSQL. A batch is kept with two statements, whatever its size. */
public class JdbcOrders implements Orders {

    private static final String SELECT = """
            select o.order_id, o.state, r.revision, r.content, r.received_at
            from shop_order o join order_revision r using (company_id, order_id)
            """;

    /**
     * Inserts what is new and raises the revision of what changed; what says nothing new is not touched and not returned.
     * The lock on a row that is there already makes two nodes that hear of the same order take turns.
     */
    private static final String UPSERT = """
            insert into shop_order as o (company_id, order_id, order_integration_id, shop_order_id, number, placed_at, customer, customer_key,
                                         country, currency, gross, gross_basis, payment, revision, content_hash, state, received_at)
            select company_id, order_id, order_integration_id, shop_order_id, number, placed_at, customer, customer_key, country,
                   currency, gross, gross_basis, payment, 1, content_hash, 'OPEN', told_at
            from (select ?::timestamptz as told_at) as t,
                 unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::text[]::uuid[], ?::text[], ?::text[], ?::text[]::timestamptz[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]::numeric[], ?::text[], ?::text[], ?::text[])
                     as told (company_id, order_id, order_integration_id, shop_order_id, number, placed_at, customer, customer_key, country,
                              currency, gross, gross_basis, payment, content_hash)
            on conflict (company_id, order_integration_id, shop_order_id) do update
                set revision = o.revision + 1, number = excluded.number, placed_at = excluded.placed_at, customer = excluded.customer,
                    customer_key = excluded.customer_key, country = excluded.country, currency = excluded.currency, gross = excluded.gross,
                    gross_basis = excluded.gross_basis, payment = excluded.payment,
                    content_hash = excluded.content_hash, received_at = excluded.received_at
                where o.content_hash <> excluded.content_hash
            returning company_id, order_id, order_integration_id, shop_order_id, revision, xmax = 0 as inserted
            """;

    private static final String INSERT_REVISIONS = """
            insert into order_revision (received_at, company_id, order_id, revision, content, raw)
            select *
            from (select ?::timestamptz) as t, unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::int[], ?::text[], ?::bytea[])
            """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final JdbcOrderWords words;
    private final ApplicationEventPublisher events;

    public JdbcOrders(JdbcClient jdbc, Ids ids, InstantSource clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.words = new JdbcOrderWords(jdbc);
        this.events = events;
    }

    @Override
    @Transactional
    public List<Kept> keep(List<Arrival> arrivals) {
        List<NewRevision> told =
                arrivals.stream().map(a -> NewRevision.of(ids.next(), a)).toList();
        Map<UUID, Kept> fates = new HashMap<>();
        List<NewRevision> rest = told;
        while (!rest.isEmpty()) {
            // one statement cannot touch a row twice: an order told twice in a batch is kept in two waves
            Map<OrderKey, NewRevision> wave = new LinkedHashMap<>();
            List<NewRevision> later = new ArrayList<>();
            for (NewRevision revision : rest) {
                if (wave.putIfAbsent(revision.order().key(), revision) != null) {
                    later.add(revision);
                }
            }
            keepWave(wave, fates);
            rest = later;
        }
        announce(told, fates);
        return told.stream().map(r -> requireNonNull(fates.get(r.id()))).toList();
    }

    /** An order told twice in a batch is announced once, as it was told last. */
    private void announce(List<NewRevision> told, Map<UUID, Kept> fates) {
        Map<OrderId, OrdersReceived.Received> news = new LinkedHashMap<>();
        for (NewRevision one : told) {
            Kept kept = requireNonNull(fates.get(one.id()));
            if (kept.fate() != Fate.UNCHANGED) {
                news.put(kept.id(), new OrdersReceived.Received(kept.id(), kept.revision(), one.order()));
            }
        }
        if (!news.isEmpty()) {
            events.publishEvent(new OrdersReceived(List.copyOf(news.values())));
        }
    }

    private void keepWave(Map<OrderKey, NewRevision> wave, Map<UUID, Kept> fates) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Map<OrderKey, Kept> news = new HashMap<>(upsert(List.copyOf(wave.values()), now));
        List<NewRevision> changed = wave.entrySet().stream()
                .filter(told -> news.containsKey(told.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        insertRevisions(changed, news, now);
        index(changed, news);
        wave.forEach((key, told) -> fates.put(told.id(), news.computeIfAbsent(key, this::unchanged)));
    }

    private Kept unchanged(OrderKey key) {
        StoredOrder known = find(key).orElseThrow();
        return new Kept(known.id(), known.revision(), Fate.UNCHANGED);
    }

    private Map<OrderKey, Kept> upsert(List<NewRevision> batch, OffsetDateTime now) {
        return jdbc
                .sql(UPSERT)
                .params(
                        now,
                        NewRevision.column(batch, r -> r.order().key().company().toString()),
                        NewRevision.column(batch, r -> r.id().toString()),
                        NewRevision.column(
                                batch, r -> r.order().key().integration().toString()),
                        NewRevision.column(batch, r -> r.order().key().shopOrderId()),
                        NewRevision.column(batch, r -> r.order().number()),
                        NewRevision.column(batch, r -> r.order().placedAt().toString()),
                        NewRevision.column(batch, r -> r.order().buyer()),
                        NewRevision.column(batch, r -> r.order().customer().shopKey()),
                        NewRevision.column(batch, r -> r.order().delivery().country()),
                        NewRevision.column(batch, r -> r.order().currency().getCode()),
                        NewRevision.column(
                                batch, r -> r.total().amount().getAmount().toPlainString()),
                        NewRevision.column(batch, r -> r.total().basis().name()),
                        NewRevision.column(batch, r -> r.order().paidWith()),
                        NewRevision.column(batch, NewRevision::hash))
                .query(JdbcOrders::kept)
                .list()
                .stream()
                .collect(Collectors.toMap(KeptRow::key, KeptRow::kept));
    }

    private void insertRevisions(List<NewRevision> batch, Map<OrderKey, Kept> news, OffsetDateTime now) {
        List<Kept> kept = batch.stream()
                .map(r -> requireNonNull(news.get(r.order().key())))
                .toList();
        jdbc.sql(INSERT_REVISIONS)
                .params(
                        now,
                        NewRevision.column(batch, r -> r.order().key().company().toString()),
                        kept.stream().map(k -> k.id().toString()).toArray(String[]::new),
                        kept.stream().map(Kept::revision).toArray(Integer[]::new),
                        NewRevision.column(batch, NewRevision::content),
                        batch.stream().map(r -> r.raw().bytes()).toArray(byte[][]::new))
                .update();
    }

    /** Makes the new revisions findable by what they say, and no longer by what the ones before said. */
    private void index(List<NewRevision> batch, Map<OrderKey, Kept> news) {
        Map<CompanyId, List<OrderRevision>> outdated = news.entrySet().stream()
                .filter(kept -> kept.getValue().revision() > 1)
                .collect(Collectors.groupingBy(
                        kept -> kept.getKey().company(),
                        Collectors.mapping(
                                kept -> new OrderRevision(
                                        kept.getValue().id(), kept.getValue().revision() - 1),
                                Collectors.toList())));
        outdated.forEach((company, revisions) ->
                revisions(company, revisions).forEach(old -> words.remove(old.id(), old.order())));
        words.add(batch, told -> requireNonNull(news.get(told.order().key())).id());
    }

    private record KeptRow(OrderKey key, Kept kept) {}

    private static KeptRow kept(ResultSet row, int index) throws SQLException {
        OrderKey key = new OrderKey(
                new CompanyId(row.getObject("company_id", UUID.class)),
                new OrderIntegrationId(row.getObject("order_integration_id", UUID.class)),
                row.getString("shop_order_id"));
        OrderId id = new OrderId(row.getObject("order_id", UUID.class));
        Fate fate = row.getBoolean("inserted") ? Fate.NEW : Fate.CHANGED;
        return new KeptRow(key, new Kept(id, row.getInt("revision"), fate));
    }

    @Override
    public Optional<StoredOrder> find(CompanyId company, OrderId id) {
        return jdbc.sql(SELECT + "where o.company_id = ? and o.order_id = ? and r.revision = o.revision")
                .params(company.value(), id.value())
                .query(JdbcOrders::stored)
                .optional();
    }

    @Override
    public Optional<StoredOrder> find(OrderKey key) {
        return jdbc.sql(
                        SELECT
                                + "where o.company_id = ? and o.order_integration_id = ? and o.shop_order_id = ? and r.revision = o.revision")
                .params(key.company().value(), key.integration().value(), key.shopOrderId())
                .query(JdbcOrders::stored)
                .optional();
    }

    @Override
    public List<StoredOrder> revisions(CompanyId company, Collection<OrderRevision> wanted) {
        String[] orders = wanted.stream().map(w -> w.order().toString()).toArray(String[]::new);
        Integer[] revisions = wanted.stream().map(OrderRevision::revision).toArray(Integer[]::new);
        return jdbc.sql(SELECT + """
                        join unnest(?::text[]::uuid[], ?::int[]) as w (id, revision) on o.order_id = w.id and r.revision = w.revision
                        where o.company_id = ?
                        """)
                .params(orders, revisions, company.value())
                .query(JdbcOrders::stored)
                .list();
    }

    @Override
    public List<StoredOrder> newest(CompanyId company, Collection<OrderId> wanted) {
        return jdbc.sql(SELECT + """
                        where o.company_id = ? and o.order_id = any (?::text[]::uuid[]) and r.revision = o.revision
                        """)
                .params(company.value(), wanted.stream().map(OrderId::toString).toArray(String[]::new))
                .query(JdbcOrders::stored)
                .list();
    }

    @Override
    public List<StoredOrder> page(CompanyId company, Optional<OrderId> before, int size) {
        return jdbc.sql(SELECT + """
                        where o.company_id = ? and r.revision = o.revision and o.order_id < ?
                        order by o.order_id desc limit ?
                        """)
                .params(company.value(), before.map(OrderId::value).orElse(LAST), size)
                .query(JdbcOrders::stored)
                .list();
    }

    private static final UUID LAST = new UUID(-1L, -1L);

    @Override
    public List<StoredOrder> bought(
            CompanyId company, OrderIntegrationId shop, String customerKey, String sku, Instant until, int size) {
        try (Stream<StoredOrder> made = jdbc
                .sql(SELECT + """
                        where o.company_id = ? and o.order_integration_id = ? and o.customer_key = ? and o.placed_at <= ?
                          and r.revision = o.revision
                        order by o.placed_at desc
                        """)
                .params(company.value(), shop.value(), customerKey, until.atOffset(ZoneOffset.UTC))
                .query(JdbcOrders::stored)
                .stream()) {
            return made.filter(stored -> stored.order().lines().stream().anyMatch(line -> sku.equals(line.sku())))
                    .limit(size)
                    .toList();
        }
    }

    @Override
    public long count(CompanyId company) {
        return jdbc.sql("select count(*) from shop_order where company_id = ?")
                .param(company.value())
                .query(Long.class)
                .single();
    }

    @Override
    public List<Fulfillment> fulfillments(CompanyId company, OrderId order) {
        return jdbc.sql("select * from fulfillment where company_id = ? and order_id = ? order by number")
                .params(company.value(), order.value())
                .query(JdbcFulfillments::fulfillment)
                .list();
    }

    @Override
    public List<Fulfillment> fulfillments(CompanyId company, Collection<FulfillmentId> wanted) {
        String[] array = wanted.stream().map(FulfillmentId::toString).toArray(String[]::new);
        return jdbc.sql("select * from fulfillment where company_id = ? and fulfillment_id = any (?::text[]::uuid[])")
                .params(company.value(), array)
                .query(JdbcFulfillments::fulfillment)
                .list();
    }

    @Override
    public void handled(CompanyId company, Instant from, Instant until, Consumer<HandledPart> each) {
        try (Stream<HandledPart> parts = jdbc
                .sql("""
                        select f.fulfillment_id, o.order_integration_id, o.number, f.handled_at
                        from fulfillment f join shop_order o using (company_id, order_id)
                        where f.company_id = ? and f.handled_at >= ? and f.handled_at < ?
                        """)
                .params(company.value(), from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new HandledPart(
                        new FulfillmentId(row.getObject(1, UUID.class)),
                        new OrderIntegrationId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .stream()) {
            parts.forEach(each);
        }
    }

    @Override
    public Optional<Raw> raw(CompanyId company, OrderRevision revision) {
        return jdbc.sql("select raw from order_revision where company_id = ? and order_id = ? and revision = ?")
                .params(company.value(), revision.order().value(), revision.revision())
                .query((row, index) -> Raw.of(row.getBytes("raw")))
                .optional();
    }

    private static StoredOrder stored(ResultSet row, int index) throws SQLException {
        return new StoredOrder(
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getInt("revision"),
                OrderJson.order(row.getString("content")),
                OrderState.valueOf(row.getString("state")),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}
