package dk.ordrebro.proof;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.OrderId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what is kept. What belongs to no accounting integration belongs to where its shop is bound now. */
class SumsRead {

    private static final String MINE = """
             (s.accounting_integration_id = :accounting
              or s.accounting_integration_id = '00000000-0000-0000-0000-000000000000' and s.order_integration_id = any (:shops::text[]::uuid[]))
            and (:only::uuid is null or s.order_integration_id = :only::uuid)
            """;

    private final JdbcClient jdbc;

    SumsRead(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose sums.
     *
     * @param bound shops that book there now; their orders are counted there
     * @param only one shop; empty for all
     */
    record Whose(
            CompanyId company,
            AccountingIntegrationId accounting,
            Collection<OrderIntegrationId> bound,
            Optional<OrderIntegrationId> only) {

        @Nullable
        UUID onlyOne() {
            return only.map(OrderIntegrationId::value).orElse(null);
        }

        String[] shops() {
            return bound.stream().map(OrderIntegrationId::toString).toArray(String[]::new);
        }
    }

    /** Sums of one day, shop, place and currency. */
    record DaySum(
            LocalDate day, OrderIntegrationId shop, Place place, boolean credit, Figures figures, Amounts vatApart) {}

    List<DaySum> days(Whose whose, LocalDate from, LocalDate through) {
        return jdbc.sql("""
                        select day, order_integration_id, currency, place, part <> 'SALE' as credit, sum(n) as n, sum(unknown) as unknown,
                               sum(amount) as amount, sum(vat_apart) as vat_apart
                        from proof_sum s
                        where company_id = :company and day between :from and :through and
                        """ + MINE + " group by 1, 2, 3, 4, 5 having sum(n) <> 0")
                .param("company", whose.company().value())
                .param("accounting", whose.accounting().value())
                .param("shops", whose.shops())
                .param("only", whose.onlyOne(), Types.OTHER)
                .param("from", from)
                .param("through", through)
                .query((row, index) -> new DaySum(
                        row.getObject("day", LocalDate.class),
                        new OrderIntegrationId(row.getObject("order_integration_id", UUID.class)),
                        Place.valueOf(row.getString("place")),
                        row.getBoolean("credit"),
                        figures(row, "amount"),
                        amounts(row, "vat_apart").present()))
                .list();
    }

    private static Amounts amounts(ResultSet row, String column) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        return Amounts.of(
                currency.getCode(),
                Money.of(currency, row.getBigDecimal(column)).getAmount());
    }

    private static Figures figures(ResultSet row, String column) throws SQLException {
        return new Figures(row.getLong("n"), row.getLong("unknown"), amounts(row, column));
    }

    /** What the bridge is made of: all that was placed in the period, and all documents of the period. */
    List<Bridge.Cell> cells(Whose whose, LocalDate from, LocalDate through) {
        List<Bridge.Cell> cells = new ArrayList<>(cells(whose, from, through, "placed between :from and :through"));
        cells.addAll(
                cells(
                        whose,
                        from,
                        through,
                        "day between :from and :through and placed not between :from and :through and place in ('DRAFT', 'APPROVED')"));
        return cells;
    }

    private List<Bridge.Cell> cells(Whose whose, LocalDate from, LocalDate through, String which) {
        return jdbc.sql("""
                        select place, part, currency, placed between :from and :through as placed, day between :from and :through as inside,
                               sum(n) as n, sum(unknown) as unknown, sum(delivered) as delivered, sum(amount) as amount
                        from proof_sum s where company_id = :company and
                        """ + which + " and " + MINE + " group by 1, 2, 3, 4, 5 having sum(n) <> 0")
                .param("company", whose.company().value())
                .param("accounting", whose.accounting().value())
                .param("shops", whose.shops())
                .param("only", whose.onlyOne(), Types.OTHER)
                .param("from", from)
                .param("through", through)
                .query((row, index) -> new Bridge.Cell(
                        Place.valueOf(row.getString("place")),
                        Part.valueOf(row.getString("part")),
                        row.getBoolean("placed"),
                        row.getBoolean("inside"),
                        row.getLong("n"),
                        row.getLong("unknown"),
                        amounts(row, "delivered"),
                        amounts(row, "amount")))
                .list();
    }

    List<BridgeOrder> orders(Whose whose, LocalDate from, LocalDate through, Bridge.Row row, int skip, int size) {
        return jdbc.sql(select(row) + " order by placed, order_id limit :size offset :skip")
                .param("company", whose.company().value())
                .param("accounting", whose.accounting().value())
                .param("shops", whose.shops())
                .param("only", whose.onlyOne(), Types.OTHER)
                .param("from", from)
                .param("through", through)
                .param("size", size)
                .param("skip", skip)
                .query((one, index) -> order(one))
                .list();
    }

    private static String select(Bridge.Row row) {
        return switch (row) {
            case UNHANDLED -> orders("done < pieces");
            case EDITED -> orders("done >= pieces and (gross <> delivered or currency <> delivered_currency)");
            case UNDERWAY, HELD, BEFORE_START, SKIPPED, TAKEN_BACK, GONE ->
                bookings(
                        "-delivered",
                        "place = '" + row + "' and placed between :from and :through and part <> 'RETURN'");
            case RETURNED ->
                bookings(
                        "amount",
                        "place in ('DRAFT', 'APPROVED') and part = 'RETURN' and placed between :from and :through"
                                + " and day between :from and :through");
            case OTHER_PERIOD ->
                bookings(
                        "-coalesce(delivered, amount)",
                        "place in ('DRAFT', 'APPROVED') and part <> 'RETURN' and placed between :from and :through"
                                + " and day not between :from and :through");
            case OTHER_ORDERS ->
                bookings(
                        "amount",
                        "place in ('DRAFT', 'APPROVED') and day between :from and :through and placed not between :from and :through");
            case ROUNDING ->
                bookings(
                        "amount - delivered",
                        "place in ('DRAFT', 'APPROVED') and part <> 'RETURN' and placed between :from and :through"
                                + " and day between :from and :through and amount <> delivered");
        };
    }

    private static String orders(String which) {
        return """
                select order_id, null::uuid as booking_id, order_integration_id, number, customer, placed, null::date as day, currency,
                       case when currency = delivered_currency then delivered - gross else -gross end as amount
                from proof_order s
                where company_id = :company and placed between :from and :through
                  and (gross is null or gross <> delivered or currency <> delivered_currency)
                  and order_integration_id = any (:shops::text[]::uuid[]) and :accounting::uuid is not null
                  and (:only::uuid is null or order_integration_id = :only::uuid) and
                """ + which;
    }

    private static String bookings(String amount, String which) {
        return "select order_id, booking_id, order_integration_id, number, customer, placed, day, currency, " + amount
                + " as amount from proof_booking s where company_id = :company and " + which + " and " + MINE;
    }

    private static BridgeOrder order(ResultSet row) throws SQLException {
        UUID booking = row.getObject("booking_id", UUID.class);
        BigDecimal amount = row.getBigDecimal("amount");
        return new BridgeOrder(
                new OrderId(row.getObject("order_id", UUID.class)),
                booking == null ? null : new BookingId(booking),
                new OrderIntegrationId(row.getObject("order_integration_id", UUID.class)),
                row.getString("number"),
                row.getString("customer"),
                row.getObject("placed", LocalDate.class),
                row.getObject("day", LocalDate.class),
                amount == null ? null : Money.of(CurrencyUnit.of(row.getString("currency")), amount));
    }

    Rates rates(CompanyId company) {
        return new Rates(jdbc.sql(
                        "select * from proof_rate where company_id = ? order by day desc, currency, source limit 2000")
                .param(company.value())
                .query((row, index) -> new Rates.Rate(
                        row.getString("currency"),
                        row.getObject("day", LocalDate.class),
                        Rates.Source.valueOf(row.getString("source")),
                        row.getBigDecimal("rate")))
                .list());
    }

    /** Orders with more than one document of goods sold, one of them on these days. */
    List<OrderId> soldTwice(CompanyId company, AccountingIntegrationId accounting, LocalDate from, LocalDate through) {
        return jdbc.sql("""
                        select order_id from proof_booking
                        where company_id = :company and accounting_integration_id = :accounting and place in ('DRAFT', 'APPROVED')
                          and part = 'SALE' and order_id in (
                              select order_id from proof_booking
                              where company_id = :company and place in ('DRAFT', 'APPROVED') and day between :from and :through)
                        group by order_id having count(*) > 1
                        """)
                .param("company", company.value())
                .param("accounting", accounting.value())
                .param("from", from)
                .param("through", through)
                .query((row, index) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }

    /** Who bought what these bookings are of. */
    Map<BookingId, String> customers(CompanyId company, Collection<BookingId> bookings) {
        return jdbc
                .sql("""
                        select booking_id, customer from proof_booking where company_id = ? and booking_id = any (?::text[]::uuid[])
                        """)
                .params(company.value(), bookings.stream().map(String::valueOf).toArray(String[]::new))
                .query((row, index) ->
                        Map.entry(new BookingId(row.getObject("booking_id", UUID.class)), row.getString("customer")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
