package dk.ordrebro.proof;

import dk.ordrebro.booking.BookingId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads and writes the tables the proof keeps; each call is one statement, whatever it is for. */
class KeptRows {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final CurrencyUnit KRONER = CurrencyUnit.of("DKK");

    private final JdbcTemplate jdbc;

    KeptRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those there are of these orders; locked. */
    Map<OrderId, KeptOrder> orders(UUID company, Collection<OrderId> ids) {
        return jdbc.query("""
                        select * from proof_order where company_id = ? and order_id = any (?::text[]::uuid[])
                        order by order_id for update
                        """, (row, index) -> order(row), company, texts(ids, OrderId::value)).stream()
                .collect(Collectors.toMap(KeptOrder::id, Function.identity()));
    }

    static KeptOrder order(ResultSet row) throws SQLException {
        return new KeptOrder(
                row.getObject("company_id", UUID.class),
                new OrderId(row.getObject("order_id", UUID.class)),
                new OrderIntegrationId(row.getObject("order_integration_id", UUID.class)),
                row.getString("number"),
                row.getString("customer"),
                row.getObject("placed", LocalDate.class),
                CurrencyUnit.of(row.getString("currency")),
                row.getBigDecimal("gross"),
                row.getBigDecimal("delivered"),
                CurrencyUnit.of(row.getString("delivered_currency")),
                row.getBigDecimal("pieces"),
                row.getBigDecimal("done"));
    }

    void write(List<KeptOrder> orders) {
        jdbc.update(
                """
                insert into proof_order
                select * from unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::text[]::uuid[], ?::text[], ?::text[], ?::text[]::date[], ?::text[],
                                     ?::text[]::numeric[], ?::text[]::numeric[], ?::text[], ?::text[]::numeric[], ?::text[]::numeric[])
                on conflict (company_id, order_id) do update
                set number = excluded.number, customer = excluded.customer, placed = excluded.placed, currency = excluded.currency,
                    gross = excluded.gross, delivered = excluded.delivered, delivered_currency = excluded.delivered_currency,
                    pieces = excluded.pieces, done = excluded.done
                """,
                texts(orders, KeptOrder::company),
                texts(orders, order -> order.id().value()),
                texts(orders, order -> order.shop().value()),
                texts(orders, KeptOrder::number),
                texts(orders, KeptOrder::customer),
                texts(orders, KeptOrder::placed),
                texts(orders, order -> order.currency().getCode()),
                texts(orders, KeptOrder::gross),
                texts(orders, KeptOrder::delivered),
                texts(orders, order -> order.deliveredIn().getCode()),
                texts(orders, KeptOrder::pieces),
                texts(orders, KeptOrder::done));
    }

    /** Those there are of these bookings; locked. */
    List<KeptBooking> bookings(UUID company, Collection<BookingId> ids) {
        return jdbc.query("""
                select * from proof_booking where company_id = ? and booking_id = any (?::text[]::uuid[]) order by booking_id for update
                """, (row, index) -> booking(row), company, texts(ids, BookingId::value));
    }

    static KeptBooking booking(ResultSet row) throws SQLException {
        return new KeptBooking(
                row.getObject("company_id", UUID.class),
                new BookingId(row.getObject("booking_id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                new OrderIntegrationId(row.getObject("order_integration_id", UUID.class)),
                row.getObject("accounting_integration_id", UUID.class),
                row.getString("number"),
                row.getString("customer"),
                row.getObject("placed", LocalDate.class),
                row.getObject("day", LocalDate.class),
                Part.valueOf(row.getString("part")),
                Place.valueOf(row.getString("place")),
                CurrencyUnit.of(row.getString("currency")),
                row.getBigDecimal("delivered"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("vat"),
                row.getBigDecimal("shop_vat"));
    }

    void insert(List<KeptBooking> bookings) {
        jdbc.update(
                """
                insert into proof_booking
                select * from unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::text[]::uuid[], ?::text[]::uuid[], ?::text[]::uuid[], ?::text[],
                                     ?::text[], ?::text[]::date[], ?::text[]::date[], ?::text[], ?::text[], ?::text[], ?::text[]::numeric[],
                                     ?::text[]::numeric[], ?::text[]::numeric[], ?::text[]::numeric[])
                """,
                texts(bookings, KeptBooking::company),
                texts(bookings, booking -> booking.id().value()),
                texts(bookings, booking -> booking.order().value()),
                texts(bookings, booking -> booking.shop().value()),
                texts(bookings, KeptBooking::accounting),
                texts(bookings, KeptBooking::number),
                texts(bookings, KeptBooking::customer),
                texts(bookings, KeptBooking::placed),
                texts(bookings, KeptBooking::day),
                texts(bookings, KeptBooking::part),
                texts(bookings, KeptBooking::place),
                texts(bookings, booking -> booking.currency().getCode()),
                texts(bookings, KeptBooking::delivered),
                texts(bookings, KeptBooking::amount),
                texts(bookings, KeptBooking::vat),
                texts(bookings, KeptBooking::shopVat));
    }

    void update(List<KeptBooking> bookings) {
        jdbc.update(
                """
                update proof_booking b
                set accounting_integration_id = t.accounting, day = t.day, place = t.place, currency = t.currency, delivered = t.delivered,
                    amount = t.amount, vat = t.vat
                from unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::text[]::uuid[], ?::text[]::date[], ?::text[], ?::text[],
                            ?::text[]::numeric[], ?::text[]::numeric[], ?::text[]::numeric[])
                     as t (company_id, booking_id, accounting, day, place, currency, delivered, amount, vat)
                where b.company_id = t.company_id and b.booking_id = t.booking_id
                """,
                texts(bookings, KeptBooking::company),
                texts(bookings, booking -> booking.id().value()),
                texts(bookings, KeptBooking::accounting),
                texts(bookings, KeptBooking::day),
                texts(bookings, KeptBooking::place),
                texts(bookings, booking -> booking.currency().getCode()),
                texts(bookings, KeptBooking::delivered),
                texts(bookings, KeptBooking::amount),
                texts(bookings, KeptBooking::vat));
    }

    /** In the order given. */
    void add(List<Sum> sums) {
        if (sums.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into proof_sum as s
                select * from unnest(?::text[]::uuid[], ?::text[]::date[], ?::text[]::uuid[], ?::text[]::uuid[], ?::text[], ?::text[], ?::text[],
                                     ?::text[]::date[], ?::text[]::bigint[], ?::text[]::bigint[], ?::text[]::numeric[], ?::text[]::numeric[],
                                     ?::text[]::numeric[])
                on conflict (company_id, day, order_integration_id, accounting_integration_id, currency, place, part, placed) do update
                set n = s.n + excluded.n, unknown = s.unknown + excluded.unknown, delivered = s.delivered + excluded.delivered,
                    amount = s.amount + excluded.amount, vat_apart = s.vat_apart + excluded.vat_apart
                """,
                texts(sums, sum -> sum.key().company()),
                texts(sums, sum -> sum.key().day()),
                texts(sums, sum -> sum.key().shop()),
                texts(sums, sum -> sum.key().accounting()),
                texts(sums, sum -> sum.key().currency()),
                texts(sums, sum -> sum.key().place()),
                texts(sums, sum -> sum.key().part()),
                texts(sums, sum -> sum.key().placed()),
                texts(sums, Sum::n),
                texts(sums, Sum::unknown),
                texts(sums, Sum::delivered),
                texts(sums, Sum::amount),
                texts(sums, Sum::vatApart));
    }

    /** The rates shops pinned to their orders. */
    void rates(List<Order> orders) {
        List<Order> pinned = orders.stream()
                .filter(order ->
                        order.exchangeRate() != null && !order.currency().equals(KRONER))
                .toList();
        for (Order order : pinned) {
            BigDecimal rate = order.exchangeRate();
            if (rate != null) {
                rate(
                        order.key().company().value(),
                        order.currency().getCode(),
                        LocalDate.ofInstant(order.placedAt(), COPENHAGEN),
                        Rates.Source.SHOP,
                        rate);
            }
        }
    }

    void rate(UUID company, String currency, LocalDate day, Rates.Source source, BigDecimal rate) {
        jdbc.update("""
                insert into proof_rate (company_id, currency, day, source, rate) values (?, ?, ?, ?, ?)
                on conflict (company_id, currency, day, source) do update set rate = excluded.rate
                """, company, currency, day, source.name(), rate);
    }

    private static <T> @Nullable String[] texts(Collection<T> things, Function<T, @Nullable Object> text) {
        return things.stream()
                .map(text)
                .map(one -> one == null
                        ? null
                        : one instanceof BigDecimal decimal ? decimal.toPlainString() : one.toString())
                .toArray(String[]::new);
    }
}
