package dk.ordrebro.order;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.list.Place;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Fills the real tables with as many orders as wanted, made by the database itself: an hour's worth of webhooks in a minute. Uneven as a
 * shop's are: most in one shop and one country, a few names that very many have, all but the latest handled.
 */
public final class ManyOrders {

    /** When the first is bought; each next one {@link #STEP_SECONDS} later. */
    public static final Instant START = Instant.parse("2024-01-01T08:00:00Z");

    public static final int STEP_SECONDS = 80;

    private static final String ID = """
            (lpad(to_hex(1704096000000 + i::bigint * 80000), 12, '0') || '7' || lpad(to_hex(i %% 4096), 3, '0') || '%s'
             || lpad(to_hex(i), 15, '0'))::uuid""";
    private static final String ORDER_ID = ID.formatted("8");
    private static final String FULFILLMENT_ID = ID.formatted("9");
    private static final String BOOKING_ID = ID.formatted("a");

    private static final String FIRST_NAMES =
            "array['Ida','Anne','Lars','Mette','Peter','Hanne','Søren','Kirsten','Jens','Sofie','Emil','Freja',"
                    + "'Karl','Ole','Rikke','Malene','Åse','Birgitte','Viggo','Zelda']";
    private static final String LAST_NAMES =
            "array['Jensen','Nielsen','Hansen','Pedersen','Andersen','Holm','Lund','Sørensen','Dam','Bruun',"
                    + "'Kjær','Østergaard','Frandsen','Vestergård','Thorup','Winther','Bang','Krogh','Leth','Ravn']";

    private final JdbcClient jdbc;

    private ManyOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The id of the i-th order, counted from 1. */
    public static OrderId id(long i) {
        long high = ((1_704_096_000_000L + i * 80_000L) << 16) | 0x7000L | (i % 4096);
        return new OrderId(new UUID(high, 0x8000_0000_0000_0000L | i));
    }

    /** The id of the i-th order's booking. */
    public static UUID booking(long i) {
        UUID order = id(i).value();
        return new UUID(order.getMostSignificantBits(), 0xA000_0000_0000_0000L | i);
    }

    /** Number of the i-th order. */
    public static String number(long i) {
        return Long.toString(100_000 + i);
    }

    public static Place place(long i) {
        return new Place(START.plusSeconds(i * STEP_SECONDS), id(i));
    }

    /**
     * Fills one company, with deliveries, bookings and entries in the audit trail of all that is handled.
     *
     * @param shops the first gets most
     */
    public static void fill(DataSource database, CompanyId company, List<OrderIntegration> shops, int count) {
        try (Connection connection = database.getConnection()) {
            var many = new ManyOrders(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            // the rows fit each other by the way they are made; asking for every single one would take most of the time
            many.jdbc.sql("set session_replication_role = replica").update();
            many.orders(company, shops, count);
            many.revisions(company, shops.getFirst());
            many.words(company);
            many.handled(company);
            many.totals(company);
            many.jdbc.sql("set session_replication_role = default").update();
        } catch (SQLException broken) {
            throw new IllegalStateException("Cannot fill company " + company, broken);
        }
    }

    private void orders(CompanyId company, List<OrderIntegration> shops, int count) {
        jdbc.sql("""
                        insert into shop_order (company_id, order_id, order_integration_id, shop_order_id, number, placed_at, customer,
                                                customer_key, country, currency, gross, gross_basis, payment, revision, content_hash, state, received_at)
                        select c.company, %s, c.shops[1 + least(array_length(c.shops, 1) - 1, (width_bucket((i::bigint * 7919 %% 1000)::int, array[0, 700, 950]) - 1))],
                               'o' || i, (100000 + i)::text, '%s'::timestamptz + i * interval '%d seconds',
                               (%s)[1 + (power((i * 31 %% 997) / 997.0, 2) * 19)::int] || ' ' || (%s)[1 + (power((i * 17 %% 991) / 991.0, 3) * 19)::int],
                               'c' || i %% 100000,
                               (array['DK','DE','SE','NO','IS'])[width_bucket((i::bigint * 104729 %% 10000)::int, array[0, 8800, 9400, 9800, 9999])],
                               case when i %% 500 = 3 then 'EUR' when i %% 20011 = 5 then 'SEK' else 'DKK' end, 100 + i %% 900, 'STATED',
                               (array['MobilePay', 'Kort', 'Faktura'])[width_bucket((i::bigint * 15485863 %% 10000)::int, array[0, 7000, 9990])], 1, md5(i::text),
                               case when i > c.count * 0.99 then (array['OPEN','OPEN','OPEN','OPEN','PARTLY_HANDLED'])[1 + i %% 5]
                                    when i %% 9973 = 0 then 'OPEN' else 'HANDLED' end,
                               '%s'::timestamptz + i * interval '%d seconds'
                        from (select ?::uuid as company, ?::text[]::uuid[] as shops, ? as count) as c, generate_series(1, c.count) as i
                        """.formatted(ORDER_ID, START, STEP_SECONDS, FIRST_NAMES, LAST_NAMES, START, STEP_SECONDS))
                .params(
                        company.value(),
                        shops.stream().map(shop -> shop.id().toString()).toArray(String[]::new),
                        count)
                .update();
    }

    /** Every order has two goods and freight; what it says of itself is put into one that was written by the application's own code. */
    private void revisions(CompanyId company, OrderIntegration shop) {
        String pattern = OrderJson.write(GivenOrder.order()
                .id("@ID@")
                .customer(new Customer("@KEY@", null, "@NAME@", "@MAIL@", "22334455", null, false, null))
                .item("2", "100")
                .item("1", "49.50")
                .freight("39")
                .statedGross("288.50")
                .from(shop)
                .build());
        jdbc.sql("""
                        insert into order_revision (company_id, order_id, revision, content, raw, received_at)
                        select o.company_id, o.order_id, 1,
                               replace(replace(replace(replace(replace(?, '#@ID@', o.number), '@ID@', o.shop_order_id), '@KEY@', o.customer_key),
                                       '@NAME@', o.customer), '@MAIL@', lower(replace(o.customer, ' ', '.')) || o.number || '@post.example'),
                               convert_to('{"id":"' || o.shop_order_id || '","name":"' || o.number || '","note":"' || repeat('x', 300) || '"}', 'UTF8'),
                               o.received_at
                        from shop_order o where o.company_id = ?
                        """).params(pattern, company.value()).update();
    }

    private void words(CompanyId company) {
        jdbc.sql("""
                        insert into order_word (company_id, word, placed_at, order_id)
                        select o.company_id, w.word, o.placed_at, o.order_id
                        from shop_order o cross join lateral (values
                            (o.number), (lower(o.customer)), (split_part(lower(o.customer), ' ', 2)),
                            (lower(replace(o.customer, ' ', '.')) || o.number || '@post.example'),
                            (lpad((20000000 + hashtext(o.customer_key) % 9000000)::text, 8, '0'))) as w (word)
                        where o.company_id = ?
                        order by 1, 2, 3, 4
                        """).param(company.value()).update();
        jdbc.sql("""
                        insert into search_word (company_id, word, order_id)
                        select distinct on (company_id, word) company_id, word, order_id from order_word where company_id = ?
                        order by company_id, word, order_id
                        """).param(company.value()).update();
    }

    private void handled(CompanyId company) {
        String from =
                " from (select o.*, substr(o.shop_order_id, 2)::bigint as i from shop_order o where o.company_id = ? and o.state = 'HANDLED') as o";
        jdbc.sql(
                        "insert into fulfillment (company_id, fulfillment_id, order_id, revision, number, reopens, handled_at, lines) select company_id, "
                                + FULFILLMENT_ID + ", order_id, 1, 1, false, received_at, ?" + from)
                .params(
                        OrderJson.write(List.of(
                                new FulfilledLine("1", BigDecimal.ZERO, BigDecimal.TWO),
                                new FulfilledLine("2", BigDecimal.ZERO, BigDecimal.ONE),
                                new FulfilledLine("3", BigDecimal.ZERO, BigDecimal.ONE))),
                        company.value())
                .update();
        jdbc.sql("""
                        insert into booking (company_id, booking_id, order_integration_id, order_id, order_revision, order_number, fulfillment_id,
                                             document_type, reference, state, day, created_at, changed_at, due_at, sent_at, currency, gross, invoice_id, standing)
                        select company_id, %s, order_integration_id, order_id, 1, number, %s, 'INVOICE', 'b.' || number || '.1',
                               case when i %% 5000 = 0 then 'HELD' else 'SETTLED' end, received_at::date, received_at, received_at, received_at, received_at,
                               currency, gross, 'x' || number, 'APPROVED'
                        """.formatted(BOOKING_ID, FULFILLMENT_ID) + from)
                .param(company.value())
                .update();
        jdbc.sql("""
                        insert into booking_sale (company_id, booking_id, order_number, customer, country, payment, currency, amount, area, treatment)
                        select b.company_id, b.booking_id, b.order_number, o.customer, o.country, o.payment, o.currency, b.gross,
                               case o.country when 'DK' then 'DOMESTIC' when 'NO' then 'OUTSIDE' when 'IS' then 'OUTSIDE' else 'EU' end,
                               case o.country when 'DK' then 'DOMESTIC' when 'NO' then 'EXPORT_ZERO' when 'IS' then 'EXPORT_ZERO'
                                              else 'EU_CONSUMER_DANISH_VAT' end
                        from booking b join shop_order o using (company_id, order_id) where company_id = ?
                        """).param(company.value()).update();
        jdbc.sql("""
                        insert into booking_posting (company_id, booking_id, account, template, ruleset, account_name, rate, net, vat)
                        select s.company_id, s.booking_id, case when s.number_key like '%77777' then '1777' else a.account end,
                               a.kind || '/' || s.area, s.treatment, 'Salg', 25, a.net, a.net * 0.25
                        from booking_sale s cross join lateral (values ('1010', 'ITEM', s.amount * 0.6), ('1050', 'FREIGHT', s.amount * 0.2))
                             as a (account, kind, net)
                        where s.company_id = ?
                        """).param(company.value()).update();
        // numbers below a thousand are taken by whatever set up the company
        jdbc.sql("insert into activity (company_id, number, at, who, subject, subject_id, verb, facts, hash)"
                        + " select company_id, i + 1000, received_at, 'bo@butik.example', 'order', order_id::text, 'handled',"
                        + " '[\"' || number || '\",\"1\",\"3\",\"Butikken\"]', sha256(number::bytea)" + from)
                .param(company.value())
                .update();
        jdbc.sql("""
                        update activity_head h set number = a.number, hash = a.hash
                        from (select number, hash from activity where company_id = ? order by number desc limit 1) as a
                        where h.company_id = ?
                        """).params(company.value(), company.value()).update();
    }

    /** What the application keeps as bookings change. */
    private void totals(CompanyId company) {
        for (String kept : List.of("""
                insert into booking_day
                select company_id, day, order_integration_id, count(*), count(*) filter (where state = 'SETTLED'),
                       count(*) filter (where state = 'HELD'), 0
                from booking where company_id = ? group by 1, 2, 3
                """, """
                insert into booking_turnover
                select b.company_id, day, case o.country when 'DK' then 'DOMESTIC' when 'IS' then 'OUTSIDE' else 'EU' end, b.currency,
                       count(*), sum(b.gross * 0.8), sum(b.gross * 0.2)
                from booking b join shop_order o using (company_id, order_id)
                where company_id = ? and b.state = 'SETTLED' group by 1, 2, 3, 4
                """, """
                insert into booking_count
                select company_id, state, code, count(*) from booking, unnest(array['', 'TEMPLATE_MISSING']) as code
                where company_id = ? and (code = '' or state = 'HELD') group by 1, 2, 3
                """, """
                insert into booking_hold
                select company_id, booking_id, 'TEMPLATE_MISSING', changed_at from booking where company_id = ? and state = 'HELD'
                """, """
                insert into proof_order
                select o.company_id, o.order_id, o.order_integration_id, o.number, o.customer, o.placed_at::date, o.currency, o.gross,
                       case o.state when 'HANDLED' then o.gross else 0 end, o.currency, 4, case o.state when 'HANDLED' then 4 else 0 end
                from shop_order o where o.company_id = ?
                """, """
                insert into proof_booking
                select b.company_id, b.booking_id, b.order_id, b.order_integration_id, coalesce(b.accounting_integration_id, '00000000-0000-0000-0000-000000000000'),
                       b.order_number, o.customer, o.placed_at::date, b.day, 'SALE', case b.state when 'SETTLED' then 'APPROVED' else 'HELD' end, b.currency,
                       b.gross, b.gross, b.gross * 0.2, null
                from booking b join shop_order o using (company_id, order_id) where b.company_id = ?
                """, """
                insert into proof_sum
                select company_id, day, order_integration_id, accounting_integration_id, currency, place, part, placed, count(*), 0, sum(delivered), sum(amount), 0
                from proof_booking where company_id = ? group by 1, 2, 3, 4, 5, 6, 7, 8
                """, """
                insert into proof_sum
                select company_id, placed, order_integration_id, '00000000-0000-0000-0000-000000000000'::uuid, currency, 'RECEIVED', 'SALE', placed, count(*), 0,
                       sum(gross), sum(gross), 0
                from proof_order where company_id = ? group by 1, 2, 3, 5
                """, """
                insert into proof_sum
                select company_id, placed, order_integration_id, '00000000-0000-0000-0000-000000000000'::uuid, currency, 'UNHANDLED', 'SALE', placed, count(*), 0,
                       sum(gross - delivered), sum(gross - delivered), 0
                from proof_order where company_id = ? and done < pieces group by 1, 2, 3, 5
                """)) {
            jdbc.sql(kept).param(company.value()).update();
        }
    }
}
